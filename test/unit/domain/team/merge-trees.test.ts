import fc from 'fast-check';
import { expect, it } from 'vitest';

import { writeCoe } from '#domain/file/write-coe.ts';
import { FILE_MODE, mergeTrees, NO_FILE, type TreeChange, type TreeEdit } from '#domain/team/merge-trees.ts';
import type { Oid } from '#domain/team/oid.ts';
import { newTeamQuestion, readTeamQuestion, type TeamQuestion, writeTeamQuestion } from '#domain/team/team-question.ts';
import { coePath, questionFolder } from '#domain/team/tree-paths.ts';
import { blobId, textDigest } from '#main/team/object-id.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

const coeId = testId(1);

/** Two people's titles of one COE, as one version of Once describes them. */
const asked = (first: string, second: string, described: Partial<TeamQuestion> = {}): TeamQuestion =>
  newTeamQuestion(
    {
      file: coePath(coeId),
      coeId,
      kind: 'value',
      path: ['title'],
      where: 'Title',
      stands: 'first',
      base: null,
      first,
      second,
      shownFirst: first,
      shownSecond: second,
      ...described,
    },
    textDigest,
  );

const pathOfQuestion = (id: string): string => `${questionFolder(coeId)}${id}.json`;

/** The files of each side, by path, and what the merge makes of them. */
async function mergeFiles(
  base: ReadonlyMap<string, string>,
  first: ReadonlyMap<string, string>,
  second: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const texts = new Map<Oid, string>();
  const entry = (text: string | undefined): TreeChange['before'] => {
    if (text === undefined) return null;
    const oid = blobId(Buffer.from(text));
    texts.set(oid, text);
    return { oid, mode: FILE_MODE };
  };
  const changes = (side: ReadonlyMap<string, string>): TreeChange[] =>
    [...new Set([...base.keys(), ...side.keys()])]
      .filter((path) => base.get(path) !== side.get(path))
      .map((path) => ({ path, before: entry(base.get(path)), after: entry(side.get(path)) }));
  const { edits } = await mergeTrees(
    changes(first),
    changes(second),
    async (oid) => texts.get(oid) ?? null,
    textDigest,
  );
  const merged = new Map(first);
  const textOf = (edit: TreeEdit): string =>
    'text' in edit ? edit.text : 'oid' in edit ? (texts.get(edit.oid) ?? '') : '';
  for (const edit of edits) {
    if ('deleted' in edit) merged.delete(edit.path);
    else merged.set(edit.path, textOf(edit));
  }
  return merged;
}

it('a side that has what the other had before gives way to it, whichever is first; if each had the other’s, both are merged', async () => {
  const path = coePath(coeId);
  const [base, early, late] = ['Base', 'Early', 'Late'].map((title) => {
    const text = writeCoe(someCoe({ title }));
    return { text, entry: { oid: blobId(Buffer.from(text)), mode: FILE_MODE } };
  });
  if (base === undefined || early === undefined || late === undefined) throw new Error('not made');
  const textOf = async (oid: Oid) => [base, early, late].find(({ entry }) => entry.oid === oid)?.text ?? null;
  const changeTo = (after: TreeChange['after']): TreeChange[] => [{ path, before: base.entry, after }];
  const merge = (
    first: TreeChange['after'],
    second: TreeChange['after'],
    had: readonly string[],
    othersHad: readonly string[],
  ) =>
    mergeTrees(changeTo(first), changeTo(second), textOf, textDigest, {
      first: new Map([[path, new Set(had)]]),
      second: new Map([[path, new Set(othersHad)]]),
    });
  const [was, is] = [early.entry.oid, late.entry.oid];
  expect(await merge(late.entry, early.entry, [was, is], [was])).toEqual({ edits: [], merged: 0 });
  expect(await merge(early.entry, late.entry, [was], [was, is])).toEqual({ edits: [{ path, oid: is }], merged: 0 });
  expect(await merge(null, early.entry, [was, NO_FILE], [was])).toEqual({ edits: [], merged: 0 });
  expect(await merge(early.entry, null, [was], [was, NO_FILE])).toEqual({
    edits: [{ path, deleted: true }],
    merged: 0,
  });
  for (const had of [[], [was, is]]) {
    const { edits, merged } = await merge(late.entry, early.entry, had, had);
    expect(merged).toBe(1);
    expect(edits.map((edit) => edit.path)).toEqual([expect.stringMatching(/^asks\//)]);
  }
});

/** What one side has under the path of a question: nothing, the question in the words of a version, or other bytes. */
const someSide = fc.oneof(
  fc.constant({ has: 'nothing' } as const),
  fc.record({ has: fc.constant('question' as const), shown: fc.string(), where: fc.string(), more: fc.boolean() }),
  fc.record({ has: fc.constant('another question' as const), word: fc.stringMatching(/^w\d+x$/) }),
  fc.record({ has: fc.constant('other bytes' as const), bytes: fc.string() }),
);

it('a question that is open on both sides stays open with the words of both, and one that a side settled is gone', async () => {
  const question = asked('One', 'Two');
  const path = pathOfQuestion(question.id);
  await fc.assert(
    fc.asyncProperty(someSide, someSide, fc.boolean(), async (one, other, isOld) => {
      const filesOf = (side: typeof one): ReadonlyMap<string, string> => {
        switch (side.has) {
          case 'nothing':
            return new Map();
          case 'question': {
            const { shown, where, more } = side;
            const described = { ...question, shownFirst: shown, where, ...(more ? { hint: shown } : {}) };
            return new Map([[path, writeTeamQuestion(described)]]);
          }
          case 'another question':
            return new Map([[path, writeTeamQuestion({ ...asked(side.word, 'Two'), id: question.id })]]);
          case 'other bytes':
            return new Map([[path, side.bytes]]);
        }
      };
      const base = new Map(isOld ? [[path, writeTeamQuestion(question)]] : []);
      const [first, second] = [filesOf(one), filesOf(other)];
      const merged = await mergeFiles(base, first, second);
      if (isOld && [first, second].some((side) => !side.has(path))) {
        expect([...merged]).toEqual([]);
        return;
      }
      const openIn = (files: ReadonlyMap<string, string>): TeamQuestion[] =>
        [...files.values()].map(readTeamQuestion).filter((read) => read !== null);
      const wordings = (files: ReadonlyMap<string, string>): unknown[] => openIn(files).map((open) => open.first);
      // What one side alone wrote takes the place of what was there.
      const changed = [first, second].filter((side) => side.get(path) !== base.get(path));
      expect(wordings(merged)).toEqual(expect.arrayContaining(changed.flatMap(wordings)));
      for (const [at, text] of merged) {
        const open = readTeamQuestion(text);
        if (at !== path) expect(at).toBe(pathOfQuestion(open?.id ?? ''));
      }
    }),
  );
});

it('a question that two versions of Once describe differently keeps the description of the first side', async () => {
  const older = asked('One', 'Two', { shownFirst: 'Title: One' });
  const newer = asked('One', 'Two', { shownFirst: 'One' });
  const path = pathOfQuestion(older.id);
  expect(newer.id).toBe(older.id);
  const first = new Map([[path, writeTeamQuestion(newer)]]);
  const second = new Map([[path, writeTeamQuestion(older)]]);
  expect(await mergeFiles(new Map(), first, second)).toEqual(first);
  expect(await mergeFiles(new Map(), second, first)).toEqual(second);
});
