import { expect, it } from 'vitest';

import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { commandItems } from '#renderer/features/palette/command-items.ts';
import { groupItems, matchingItems, type PaletteItem } from '#renderer/features/palette/palette-item.ts';
import { notesOf } from '#renderer/features/palette/use-coe-items.ts';

const item = (label: string, group = 'Screens', note?: string): PaletteItem => ({
  id: label,
  group,
  label,
  note,
  run: () => {},
});
const labels = (items: readonly PaletteItem[]) => items.map(({ label }) => label);

const ITEMS = [
  item('Open library…'),
  item('The library'),
  item('Libraries'),
  item('Café notes'),
  item('Undo', 'Edit', 'Edit'),
];

it('keeps the order while nothing is typed', () => expect(labels(matchingItems(ITEMS, ' '))).toEqual(labels(ITEMS)));

it('ranks a label that starts with the query first, then labels with a word that does', () =>
  expect(labels(matchingItems(ITEMS, 'lib'))).toEqual(['Libraries', 'Open library…', 'The library']));

it('ignores case and accents, and searches the note too', () => {
  expect(labels(matchingItems(ITEMS, 'CAFE'))).toEqual(['Café notes']);
  expect(labels(matchingItems(ITEMS, 'edit'))).toEqual(['Undo']);
});

it('requires every word', () => expect(matchingItems(ITEMS, 'open notes')).toEqual([]));

it('orders groups by their best item', () =>
  expect(
    groupItems([item('a', 'Two'), item('b', 'One'), item('c', 'Two')]).map(({ group, items }) => [
      group,
      labels(items),
    ]),
  ).toEqual([
    ['Two', ['a', 'c']],
    ['One', ['b']],
  ]));

it.each([
  ['delete', 'Move to trash'],
  ['export', 'Save a copy…'],
  ['paper', 'Print…'],
  ['confluence', 'Copy as rich text'],
  ['pdf', 'Save a copy…'],
  ['preferences', 'Settings'],
])('finds a command by another word for it: %s', (word, label) =>
  expect(labels(matchingItems(commandItems(true, false, new Map()), word))).toContain(label),
);

it('offers to lock only what is encrypted', () => {
  expect(labels(commandItems(true, false, new Map()))).not.toContain('Lock now');
  expect(labels(commandItems(true, true, new Map()))).toContain('Lock now');
});

it('says which COE is open, and tells those of one title and day apart', () => {
  const coe = (id: string, title: string, updatedAt: string) => ({
    id,
    title,
    kind: 'outage' as const,
    happened: { precision: 'day' as const, value: '2026-05-14', approximate: false },
    updatedAt,
  });
  const [first, second, other] = notesOf(
    [
      coe('a', 'Down', '2026-05-15T08:00:00.000Z'),
      coe('b', 'down ', '2026-05-16T09:30:00.000Z'),
      coe('c', 'Up', '2026-05-16T09:30:00.000Z'),
    ],
    'b',
    'UTC',
    PLAIN_DATE_STYLE,
  );
  expect(first).not.toBe(second);
  expect(first).toContain('last changed');
  expect(second).toMatch(/^Open now – Outage, .*last changed/);
  expect(other).not.toMatch(/Open now|last changed/);
});
