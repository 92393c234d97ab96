import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { CONDITION_IDS } from '#domain/coe/vocabulary.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { coesOf, isCoeHeldOut, labelsOf, writeLibrary } from '#test/fixtures/similar/library-labels.ts';
import { NEVER_TUNED_LIBRARIES } from '#test/fixtures/similar/personal-never-tuned/libraries.ts';
import { PERSONAL_LIBRARIES } from '#test/fixtures/similar/personal/libraries.ts';
import { TEAM_LIBRARIES } from '#test/fixtures/similar/teams/libraries.ts';
import { UNSEEN_LATER, UNSEEN_PEOPLE, UNSEEN_TEAMS } from '#test/fixtures/similar/unseen/libraries.ts';
import { WITHOUT_CHOICES } from '#test/fixtures/similar/without-choices/libraries.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const TUNED_ON = [...PERSONAL_LIBRARIES, ...TEAM_LIBRARIES];
const LIBRARIES = [
  ...TUNED_ON,
  ...WITHOUT_CHOICES,
  ...NEVER_TUNED_LIBRARIES,
  ...UNSEEN_PEOPLE,
  ...UNSEEN_TEAMS,
  ...UNSEEN_LATER,
];
const ALL = LIBRARIES.flatMap((library) => library.coes);

describe.each(LIBRARIES.map((library) => [library.id, library] as const))('the library %s', (_, library) => {
  test('lists its COEs oldest first', () => {
    const dates = library.coes.map(({ sketch }) => sketch.happened);
    expect(dates).toEqual(dates.toSorted());
  });

  test('has a pattern for every cause, and two COEs or more for every pattern', () => {
    const counts = new Map<string, number>();
    for (const { cause } of library.coes) if (cause !== undefined) counts.set(cause, (counts.get(cause) ?? 0) + 1);
    expect([...counts.keys()].toSorted()).toEqual(Object.keys(library.patterns).toSorted());
    expect([...counts].filter(([, count]) => count < 2)).toEqual([]);
  });

  test('relates COEs to earlier ones with another cause only', () => {
    for (const [place, one] of library.coes.entries()) {
      for (const id of one.related ?? []) {
        const other = library.coes.slice(0, place).find((earlier) => earlier.id === id);
        expect(other, `${one.id} is related to ${id}`).toBeDefined();
        expect(other?.cause === undefined || other.cause !== one.cause, `${one.id} repeats ${id}`).toBe(true);
      }
    }
  });

  test('labels the second COE of a cause as a repeat of the first and no first as a repeat', () => {
    const labels = labelsOf(library);
    for (const cause of Object.keys(library.patterns)) {
      const [first, second] = library.coes.filter((coe) => coe.cause === cause);
      expect(labels.get(first?.id ?? '')?.repeatOf).toEqual([]);
      expect(labels.get(second?.id ?? '')?.repeatOf).toEqual([first?.id]);
    }
  });

  test('uses conditions that ship with the app', () => {
    const conditions = library.coes.flatMap(({ sketch }) => sketch.conditions ?? []);
    expect(conditions.filter((condition) => !(CONDITION_IDS as readonly string[]).includes(condition))).toEqual([]);
  });

  test('can be written as a folder of files that read back as the same COEs', () => {
    const folder = temporaryFolder();
    writeLibrary(library, folder);
    const coes = readdirSync(path.join(folder, 'coes')).map((name) =>
      readCoe(readFileSync(path.join(folder, 'coes', name), 'utf8')),
    );
    expect(coes).toHaveLength(library.coes.length);
    for (const coe of coesOf(library)) expect(coes).toContainEqual({ ok: true, value: coe });
  });
});

test('no id occurs twice', () => {
  const ids = ALL.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

test('about one in three causes is held out', () => {
  const causes = TUNED_ON.flatMap((library) => Object.keys(library.patterns));
  const heldOut = causes.filter((cause) => isCoeHeldOut({ id: '', cause })).length;
  expect(heldOut / causes.length).toBeGreaterThan(0.2);
  expect(heldOut / causes.length).toBeLessThan(0.5);
});
