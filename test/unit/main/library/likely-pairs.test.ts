import path from 'node:path';

import { expect, test } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { newPattern } from '#domain/patterns/pattern.ts';
import type { LikelyPair } from '#ipc/similar.ts';
import type { Library } from '#main/library/library-api.ts';
import { enterReport } from '#test/support/enter-report.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { OWN_REPORTS, reportsIn } from '#test/support/reports.ts';
import { testId } from '#test/support/test-ids.ts';

const BATCH = testId(50);

/** A library of six outages; those of March, April and May 2023 are alike. */
async function libraryOfOutages(change: (coe: Coe, label: string) => Coe = (coe) => coe) {
  const { library } = await openTestLibrary();
  const labels = new Map<string, string>();
  for (const [index, file] of reportsIn(OWN_REPORTS).entries()) {
    const label = path.basename(file).slice(0, '2023-04'.length);
    if (!/^\d{4}-\d{2}$/.test(label)) continue;
    const coe = enterReport(file, index + 1);
    labels.set(coe.id, label);
    await library.imports.add(change(coe, label));
  }
  const idOf = (label: string): string => [...labels].find(([, each]) => each === label)?.[0] ?? '';
  const named = ({ later, earlier }: LikelyPair): string => `${labels.get(later.id)} after ${labels.get(earlier.id)}`;
  return { library, idOf, named };
}

/** Walks all steps. Returns the pairs, each once, and how many COEs were compared. */
async function walk(library: Library, batch: string | null = null) {
  const pairs: LikelyPair[] = [];
  let compared = 0;
  for (let from: number | null = 0; from !== null;) {
    const step = await library.findPairs(batch, from);
    pairs.push(...step.pairs);
    compared = step.done;
    from = step.next;
  }
  return { pairs, compared };
}

const each = (names: readonly string[]): string[] => [...new Set(names)].toSorted();

const ALIKE = ['2023-04 after 2023-03', '2023-05 after 2023-03', '2023-05 after 2023-04'];

test('a walk through the library finds the outages that are alike, with reasons, and names the later one', async () => {
  const { library, named } = await libraryOfOutages();
  const { pairs, compared } = await walk(library);
  expect(each(pairs.map(named))).toEqual(ALIKE);
  expect(compared).toBe(6);
  expect(pairs.every(({ reasons }) => reasons.length > 0)).toBe(true);
});

test('a walk through an import compares its COEs only, also with earlier ones', async () => {
  const source = { path: 'a.md', sha256: '0'.repeat(64), format: 'markdown', importedAt: '2026-01-01T00:00:00.000Z' };
  const { library, named } = await libraryOfOutages((coe, label) =>
    label === '2023-05'
      ? { ...coe, source: { ...source, batch: BATCH, id: '', analysed: true, raw: {}, written: [] } as Coe['source'] }
      : coe,
  );
  const { pairs, compared } = await walk(library, BATCH);
  expect(each(pairs.map(named))).toEqual(ALIKE.slice(1));
  expect(compared).toBe(1);
  expect(await walk(library, testId(51))).toEqual({ pairs: [], compared: 0 });
});

test('an answer is remembered in the later COE, and can be taken back', async () => {
  const { library, idOf, named } = await libraryOfOutages();
  const [march, april, may] = ['2023-03', '2023-04', '2023-05'].map(idOf) as [string, string, string];
  expect(await library.answerPair(may, april, 'not-same')).toMatchObject({ ok: true });
  expect(await library.answerPair(april, march, 'repeat')).toMatchObject({ ok: true });
  expect(each((await walk(library)).pairs.map(named))).toEqual(['2023-05 after 2023-03']);
  const opened = await library.open(april);
  expect(opened.ok && opened.value.coe.links).toMatchObject([{ type: 'same-cause', coeId: march }]);

  await library.answerPair(may, april, 'none');
  await library.answerPair(april, march, 'none');
  const { pairs } = await walk(library);
  expect(each(pairs.map(named))).toEqual(ALIKE);
});

test('a pair that shares a pattern is not brought up', async () => {
  const { library, idOf, named } = await libraryOfOutages();
  const pattern = newPattern('We trusted the dashboard', testId(60), '2026-01-01T00:00:00.000Z');
  const merged = { ...newPattern('Nobody looked', testId(61), '2026-01-01T00:00:00.000Z'), mergedInto: pattern.id };
  await library.patterns.changePattern(null, pattern);
  await library.patterns.changePattern(null, merged);
  await library.markPattern(idOf('2023-05'), pattern.id, null);
  await library.markPattern(idOf('2023-04'), merged.id, null);
  expect(each((await walk(library)).pairs.map(named))).toEqual(['2023-04 after 2023-03', '2023-05 after 2023-03']);
});

test('a step ends after a moment, and the next one goes on where it ended', async () => {
  const { library } = await libraryOfOutages();
  const first = await library.findPairs(null, 0);
  expect(first.total).toBe(6);
  expect(first.done).toBeGreaterThan(0);
  expect(await library.findPairs(null, 6)).toEqual({ pairs: [], next: null, done: 6, total: 6 });
});
