import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  attachmentPath,
  coePath,
  commentFolder,
  isInPlaceOfOurs,
  monthOfId,
  parseTreePath,
  patternPath,
  questionFolder,
  type TreePath,
} from '#domain/team/tree-paths.ts';

const COE = '01JZ0000000000000000000000';
const EVENT = '4415HPH9CX7SZ6HDGCRSQ4AK3K';
const HASH = 'ab'.repeat(32);

const PLACES: readonly (readonly [path: string, place: TreePath])[] = [
  [coePath(COE), { is: 'coe', coeId: COE }],
  [patternPath('p-1'), { is: 'pattern', patternId: 'p-1' }],
  [attachmentPath(`${HASH}.png`), { is: 'attachment', name: `${HASH}.png` }],
  [`${commentFolder(COE)}${EVENT}.json`, { is: 'comment', coeId: COE, eventId: EVENT }],
  [`${questionFolder(COE)}${EVENT}.json`, { is: 'question', coeId: COE, questionId: EVENT }],
  [`${questionFolder(null)}${EVENT}.json`, { is: 'question', coeId: null, questionId: EVENT }],
  ['once-team.json', { is: 'team' }],
  ['questions/questions.json', { is: 'own-questions' }],
];

describe('the path of a file in a team library', () => {
  it.each(PLACES)('%s is read back', (path, place) => {
    expect(parseTreePath(path)).toEqual(place);
  });

  it.each([
    '',
    '../coes/x.json',
    `coes/${COE}.json`,
    `coes/1999-01/${COE}.json`,
    `coes/${monthOfId(COE)}/${COE}.json/x`,
    `coes/${monthOfId(COE)}/../${COE}.json`,
    `coes/${monthOfId(COE)}/${COE}.JSON`,
    `coes/${monthOfId(COE)}/${COE.toLowerCase()}.json`,
    `coes\\${monthOfId(COE)}\\${COE}.json`,
    `coes/${monthOfId(COE)}/${COE}.json\0`,
    `attachments/ff/${HASH}.png`,
    `attachments/ab/${HASH}.png/..`,
    'patterns/../x.json',
    'patterns/.json',
    'asks/other/elsewhere/4415HPH9CX7SZ6HDGCRSQ4AK3K.json',
    '.git/config',
    '.gitmodules',
    'once-team.json/x',
  ])('%j is not one', (path) => {
    expect(parseTreePath(path)).toBeNull();
  });

  it('never comes from a text that leads elsewhere', () => {
    const part = fc.oneof(fc.constantFrom('..', '.', 'coes', '2026-05', '', '/', '\\', `${COE}.json`), fc.string());
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const path = parts.join('/');
        if (parseTreePath(path) === null) return;
        expect(path).toMatch(/^[\w./-]+$/);
        expect(path.split('/')).not.toContain('..');
      }),
      { numRuns: 10_000 },
    );
  });

  it.each(PLACES.map(([path]) => path))('%s is not where another file can be', (path) => {
    const parts = path.split('/');
    const folders = parts.slice(1).map((_part, index) => parts.slice(0, index + 1).join('/'));
    for (const other of [...folders, `${path}/x`, `${path}/x/y`])
      expect([other, isInPlaceOfOurs(other)]).toEqual([other, true]);
    const beside = [...folders, '.'].map((folder) => `${folder}/notes.txt`);
    for (const other of beside) expect([other, isInPlaceOfOurs(other)]).toEqual([other, false]);
  });

  it('has the month in which the id was made, in UTC', () => {
    expect(monthOfId('01J00000000000000000000000')).toBe('2024-06');
    expect(monthOfId('7ZZZZZZZZZZZZZZZZZZZZZZZZZ')).toBe('9999-12');
  });
});
