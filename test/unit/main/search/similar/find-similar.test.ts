import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { mostSimilar } from '#domain/similar/most-similar.ts';
import type { Library } from '#main/library/library-api.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';

import { seedLibrary } from '../../../../../scripts/seed/seed-library.ts';
import { coeOf } from '../../../../fixtures/similar/coe-of.ts';
import type { Sketch } from '../../../../fixtures/similar/pair.ts';
import { openTestLibrary } from '../../../../support/open-test-library.ts';
import { REPEATS_AT_WORK } from '../../../../fixtures/similar/repeats-at-work.ts';
import { REPEATS_IN_LIFE } from '../../../../fixtures/similar/repeats-in-life.ts';
import { featuresOf, libraryCounts } from '../../../../support/library-counts.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { testId } from '../../../../support/test-ids.ts';

const SLIP: Sketch = {
  kind: 'missed-event',
  title: 'Missed the swimming badge',
  happened: '2024-05-04',
  area: 'Family',
  tags: ['school'],
  who: ['Ida'],
  cause: 'The date stood on a paper slip from school and I kept it in my head.',
  trigger: 'clock',
  conditions: ['attention-memory'],
  whys: ['It was in no calendar', 'Slips from school get lost in the bag'],
  actions: ['Enter every slip in the shared calendar the same evening'],
};
const AGAIN: Sketch = {
  ...SLIP,
  title: 'Forgot the class photo',
  happened: '2025-09-12',
  cause: 'It was on a paper slip in the school bag; I meant to remember it and put it in no calendar.',
  whys: ['The slip never reached the shared calendar'],
  actions: [],
};
const OTHER: Sketch = {
  kind: 'outage',
  title: 'Mail stood still',
  happened: '2024-02-02',
  cause: 'The disk was full of logs.',
  trigger: 'decay',
  conditions: ['monitoring-feedback'],
};

async function put(library: Library, coe: Coe): Promise<void> {
  const saved = await library.save(coe, 'none');
  if (!saved.ok) throw new Error(saved.error.kind);
}

describe('similar COEs of a library', () => {
  test('are found once saved, with the reasons and the last fix', async () => {
    const { library, broken } = await openTestLibrary();
    await put(library, coeOf(SLIP, testId(1)));
    await put(library, coeOf(OTHER, testId(2)));
    const [best, ...rest] = await library.findSimilar(coeOf(AGAIN, testId(3)));
    expect(best).toMatchObject({
      id: testId(1),
      title: 'Missed the swimming badge',
      kind: 'missed-event',
      isStrong: true,
      fix: { text: 'Enter every slip in the shared calendar the same evening', status: 'open', doneOn: null },
    });
    expect(best?.reasons.map(({ words }) => words)).toEqual(
      expect.arrayContaining([
        'Both: attention and memory',
        'The same trigger: a date or a time',
        'Both in: Family',
        'Both name: Ida',
        'Both tagged: school',
      ]),
    );
    expect(rest.filter(({ isStrong }) => isStrong)).toEqual([]);

    await put(library, { ...coeOf(AGAIN, testId(4)), title: 'Forgot the class photo a second time' });
    const after = await library.findSimilar(coeOf(AGAIN, testId(3)));
    expect(after.map(({ id }) => id).slice(0, 2)).toEqual([testId(4), testId(1)]);
    await library.delete(testId(4));
    expect((await library.findSimilar(coeOf(AGAIN, testId(3))))[0]?.id).toBe(testId(1));
    expect(broken).toEqual([]);
  });

  test('exclude the COE itself, dismissed and linked COEs', async () => {
    const { library } = await openTestLibrary();
    const one = coeOf(AGAIN, testId(5));
    await put(library, one);
    for (const number of [1, 2, 3]) await put(library, coeOf(SLIP, testId(number)));
    const link = { id: 'l', type: 'same-cause', note: '', fixId: null, verdict: null } as const;
    await put(library, { ...coeOf(SLIP, testId(4)), links: [{ ...link, coeId: one.id }] });
    const asked: Coe = {
      ...one,
      links: [{ ...link, coeId: testId(1) }],
      dismissed: { ...one.dismissed, similar: [testId(2)] },
    };
    expect((await library.findSimilar(asked)).map(({ id }) => id)).toEqual([testId(3)]);
  });

  test('count for less once another COE dismissed them, until that is taken back', async () => {
    const { library } = await openTestLibrary();
    await put(library, coeOf(SLIP, testId(1)));
    const asked = coeOf(AGAIN, testId(3));
    const [before] = await library.findSimilar(asked);
    const dismissing = coeOf(OTHER, testId(2));
    const saved = await library.save({ ...dismissing, dismissed: { advice: [], similar: [testId(1)] } }, 'none');
    if (!saved.ok) throw new Error(saved.error.kind);
    const [after] = await library.findSimilar(asked);
    expect(after?.id).toBe(testId(1));
    expect(after?.score).toBeLessThan(before?.score ?? 0);
    expect(after?.reasons.map(({ words }) => words)).toContain('Counts less: dismissed beside 1 COE');
    const undone = await library.save(dismissing, saved.value.revision);
    expect(undone.ok).toBe(true);
    expect((await library.findSimilar(asked))[0]?.reasons).toEqual(before?.reasons);
  });

  test('are found in an encrypted library', async () => {
    const { library } = await openTestLibrary({ identity: generateIdentity() });
    await put(library, coeOf(SLIP, testId(1)));
    expect(await library.findSimilar(coeOf(AGAIN, testId(3)))).toMatchObject([{ id: testId(1), isStrong: true }]);
  });

  test('are found in handwritten files with missing keys', async () => {
    const folder = path.join(temporaryFolder(), 'library');
    mkdirSync(path.join(folder, 'coes'), { recursive: true });
    const { kind, title, happened, sections } = coeOf(SLIP, testId(1));
    const byHand = {
      format: 'once-coe',
      schemaVersion: 1,
      id: testId(1),
      kind,
      title,
      happened,
      createdAt: '2024-05-05T10:00:00.000Z',
      updatedAt: '2024-05-05T10:00:00.000Z',
      sections: { cause: { prose: sections.cause.prose, trigger: 'clock', conditions: sections.cause.conditions } },
    };
    writeFileSync(path.join(folder, 'coes', `${testId(1)}.json`), JSON.stringify(byHand));
    const { library } = await openTestLibrary({ folder });
    expect(await library.findSimilar(coeOf(AGAIN, testId(3)))).toMatchObject([{ id: testId(1), isStrong: true }]);
  });

  test('equal the result of comparing with every COE', async () => {
    const folder = path.join(temporaryFolder(), 'library');
    seedLibrary(folder, 300);
    const seeded = readdirSync(path.join(folder, 'coes')).flatMap((name) => {
      const read = readCoe(readFileSync(path.join(folder, 'coes', name), 'utf8'));
      return read.ok ? [read.value] : [];
    });
    const pairs = [...REPEATS_IN_LIFE, ...REPEATS_AT_WORK];
    const told = pairs.flatMap(({ first, second }) => [first, second]).map((each, place) => coeOf(each, testId(place)));
    for (const coe of told) writeFileSync(path.join(folder, 'coes', `${coe.id}.json`), writeCoe(coe));
    const features = [...seeded, ...told].map(featuresOf);
    const counts = libraryCounts([...seeded, ...told]);
    const { library } = await openTestLibrary({ folder });
    let strong = 0;
    for (const coe of told.filter((_, place) => place % 4 === 0)) {
      const found = new Map((await library.findSimilar(coe)).map((each) => [each.id, each]));
      const all = mostSimilar(featuresOf(coe), features, counts, 5).filter(({ level }) => level !== 'none');
      // The words that only other COEs have are counted in a sample of the library, so scores differ a little.
      for (const { id, score } of all) expect(found.get(id)?.score).toBeCloseTo(score, 1);
      if (all.length > 0) expect([...found.keys()][0]).toBe(all[0]?.id);
      strong += all.length;
    }
    expect(strong).toBeGreaterThan(5);
  });
});
