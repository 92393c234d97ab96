import { expect, it } from 'vitest';

import { rowsOf, type SharedByRows } from '#renderer/editor/sections/timeline/timeline-rows.tsx';
import { timelineEntry } from '#test/support/timeline-entry.ts';

const nothing = (): void => undefined;
const shared: SharedByRows = {
  kind: 'outage',
  zone: 'Europe/Berlin',
  referenceDate: '2026-05-14',
  today: '2026-05-14',
  onWhen: nothing,
  onWhenEntered: nothing,
  onWhenTyping: () => nothing,
  onMark: nothing,
  onFiles: nothing,
  update: nothing,
  remove: nothing,
  keys: () => nothing,
  hasMilestones: false,
  numbers: new Map(),
  previous: [],
  phases: [],
  gaps: new Map(),
};
const entries = Array.from({ length: 300 }, (_, index) => timelineEntry(`row-${index}`));

it('makes one row anew for a letter, of 300', () => {
  const before = rowsOf(entries, shared, 'row-7');
  const typed = entries.map((entry) => (entry.id === 'row-7' ? { ...entry, what: 'ab' } : entry));
  const after = rowsOf(typed, shared, 'row-7');
  expect(after.flatMap((row, index) => (row === before[index] ? [] : [index]))).toEqual([7]);
});

it('makes the rows anew that another focus, another place or other times concern', () => {
  const before = rowsOf(entries, shared, 'row-7');
  const changedIn = (rows: typeof before) => rows.filter((row) => !before.includes(row)).length;
  expect(changedIn(rowsOf(entries, shared, 'row-8'))).toBe(2);
  rowsOf(entries, shared, 'row-7');
  expect(changedIn(rowsOf([timelineEntry('new'), ...entries], shared, 'row-7'))).toBe(301);
  rowsOf(entries, shared, 'row-7');
  expect(changedIn(rowsOf(entries, { ...shared, zone: 'UTC' }, 'row-7'))).toBe(300);
});
