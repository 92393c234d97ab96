import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { insertRow, moveRow, removeRow, updateRow } from '#domain/coe/rows.ts';

const row = (id: string, text = '') => ({ id, text });
const ids = (rows: readonly { id: string }[]): string => rows.map(({ id }) => id).join('');
const rows = [row('a'), row('b'), row('c'), row('d')];

describe('rows', () => {
  it('are added behind the one that is named, or at the end', () => {
    expect(ids(insertRow(rows, row('x'), 'b'))).toBe('abxcd');
    expect(ids(insertRow(rows, row('x')))).toBe('abcdx');
    expect(ids(insertRow(rows, row('x'), 'not there'))).toBe('abcdx');
  });

  it('are changed one at a time; the others stay the same objects', () => {
    const changed = updateRow(rows, 'c', { text: 'new' });
    expect(changed[2]).toEqual(row('c', 'new'));
    expect([0, 1, 3].every((index) => changed[index] === rows[index])).toBe(true);
  });

  it('stay the same list when the row is not there or has these values already', () => {
    expect(updateRow(rows, 'not there', { text: 'new' })).toBe(rows);
    expect(updateRow(rows, 'c', { text: '' })).toBe(rows);
  });

  it('are taken away by their id alone', () => {
    expect(ids(removeRow(rows, 'b'))).toBe('acd');
    expect(ids(removeRow(rows, 'not there'))).toBe('abcd');
  });

  it('are moved up and down, and stop at the ends', () => {
    expect(ids(moveRow(rows, 'c', -1))).toBe('acbd');
    expect(ids(moveRow(rows, 'b', 2))).toBe('acdb');
    expect(ids(moveRow(rows, 'b', -9))).toBe('bacd');
    expect(ids(moveRow(rows, 'b', 9))).toBe('acdb');
    expect(ids(moveRow(rows, 'not there', 1))).toBe('abcd');
  });

  it('are neither lost nor doubled by moving, and the list they came from is left as it was', () => {
    fc.assert(
      fc.property(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: -5, max: 5 }), (id, by) => {
        const moved = moveRow(rows, id, by);
        expect([...moved].sort((first, second) => first.id.localeCompare(second.id))).toEqual(rows);
        expect(ids(rows)).toBe('abcd');
        expect(ids(moved.filter((each) => each.id !== id))).toBe(ids(removeRow(rows, id)));
      }),
    );
  });
});
