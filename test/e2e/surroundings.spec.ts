import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { expect, readOnlyCoe, test } from './support/app.ts';
import { saved, startCoe, writeProse } from './support/writing.ts';

type Surroundings = {
  readonly name: string;
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
};

const SURROUNDINGS: readonly Surroundings[] = [
  { name: 'in a folder with spaces and umlauts', folder: 'Über mich/Meine Bücher – 2026' },
  { name: 'with a German locale', env: { LANG: 'de_DE.UTF-8', LANGUAGE: 'de', LC_ALL: 'de_DE.UTF-8' } },
  { name: 'with Turkish letters', env: { LANG: 'tr_TR.UTF-8', LANGUAGE: 'tr', LC_ALL: 'tr_TR.UTF-8' } },
  { name: 'at a scale of 1.5', args: ['--force-device-scale-factor=1.5'] },
  { name: 'with the tree that a screen reader reads', args: ['--force-renderer-accessibility'] },
];

for (const { name, folder: named, env = {}, args = [] } of SURROUNDINGS) {
  test(`a COE is written and saved ${name}`, async ({ launch, folder, library: usual }) => {
    const library = named === undefined ? usual : path.join(folder, named);
    if (named !== undefined) await mkdir(path.join(library, 'coes'), { recursive: true });
    const { page } = await launch({ library, env, args });
    await startCoe(page, 'Missed event', 'Für Ärger gesorgt');
    await writeProse(page, 'Additional context', 'Written here.');
    await saved(page);
    await expect.poll(async () => (await readOnlyCoe(library)).sections.context.prose).toBe('Written here.');
  });
}
