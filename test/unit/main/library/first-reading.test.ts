import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { writeCoe } from '#domain/file/write-coe.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

describe('a library of which nothing was kept', () => {
  it('tells of the first COEs as soon as they are read, not only after a while', async () => {
    const folder = path.join(temporaryFolder(), 'library');
    mkdirSync(path.join(folder, 'coes'), { recursive: true });
    for (let number = 1; number <= 100; number += 1)
      writeFileSync(path.join(folder, 'coes', `${testId(number)}.json`), writeCoe(someCoe({}, number)));
    const { told, library } = await openTestLibrary({ folder });
    const steps = told.flatMap(({ event, payload }) => (event === 'library:changed' ? [payload.progress] : []));
    const first = steps.find((progress) => progress !== null);
    expect(first?.total).toBe(100);
    expect(first?.done).toBeLessThanOrEqual(64);
    const changed = told.findIndex(({ event }) => event === 'coes:changed');
    expect(told[changed]).toEqual({ event: 'coes:changed', payload: { ids: 'many' } });
    expect(library.state()).toMatchObject({ status: 'ready', coeCount: 100 });
  });
});
