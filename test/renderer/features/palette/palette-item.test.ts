import { expect, it } from 'vitest';

import { groupItems, matchingItems, type PaletteItem } from '#renderer/features/palette/palette-item.ts';

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
