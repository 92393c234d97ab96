import { expect, it } from 'vitest';

import { writeCoe } from '#domain/file/write-coe.ts';
import { mergeFile } from '#domain/team/merge-files.ts';
import { coePath } from '#domain/team/tree-paths.ts';
import { textDigest } from '#main/team/object-id.ts';
import { settleFile } from '#main/team/settle-file.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { memoryFiles } from '#test/support/team/memory-files.ts';

const coe = someCoe();
const path = coePath(coe.id);

/** A library with what a merge of two versions of a COE made, and its question. */
function questionAbout(first: string, second: string) {
  const { text, questions } = mergeFile(path, { base: writeCoe(coe), first, second }, textDigest);
  const [question] = questions;
  if (question === undefined || text === null) throw new Error('Nothing is asked.');
  const files = memoryFiles();
  files.contents.set(path, text);
  return { files, question, text };
}

it.each([
  ['one that is cut off', '{"format":"once-coe", half'],
  ['one of another COE', writeCoe(someCoe({}, 9)).replace('"schemaVersion"', '"x": 1, "schemaVersion"')],
])('a question is not settled with a file that Once could not read: %s', async (_what, broken) => {
  const whole = writeCoe({ ...coe, title: 'Whole' });
  const { files, question } = questionAbout(whole, '{"format":"once-coe", half');
  const asked = { ...question, second: broken };
  expect(await settleFile(files, asked, 'second')).toMatchObject({
    ok: false,
    error: { problem: { kind: 'unreadable-version' } },
  });
  expect(files.contents.get(path)).toBe(whole);
  expect(await settleFile(files, asked, 'stands')).toEqual({ ok: true, value: null });
});

it('a question about two whole versions is settled with either', async () => {
  const newer = writeCoe(coe).replace(/"schemaVersion": \d+/, '"schemaVersion": 9999');
  const older = writeCoe({ ...coe, title: 'Older' });
  const { files, question, text } = questionAbout(older, newer);
  expect(text).toBe(newer);
  expect(await settleFile(files, question, 'first')).toEqual({ ok: true, value: null });
  expect(files.contents.get(path)).toBe(older);
});
