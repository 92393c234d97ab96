import { expect, it } from 'vitest';

import { grouped, matchingItems, type PaletteItem } from '#renderer/features/palette/palette-item.ts';

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

it('keeps the order until something is typed', () => expect(labels(matchingItems(ITEMS, ' '))).toEqual(labels(ITEMS)));

it('puts what begins with the words first, then what has them at the beginning of a word', () =>
  expect(labels(matchingItems(ITEMS, 'lib'))).toEqual(['Libraries', 'Open library…', 'The library']));

it('looks past case and accents, and into the note', () => {
  expect(labels(matchingItems(ITEMS, 'CAFE'))).toEqual(['Café notes']);
  expect(labels(matchingItems(ITEMS, 'edit'))).toEqual(['Undo']);
});

it('wants every word', () => expect(matchingItems(ITEMS, 'open notes')).toEqual([]));

it('gathers groups in the order of their best item', () =>
  expect(
    grouped([item('a', 'Two'), item('b', 'One'), item('c', 'Two')]).map(({ group, items }) => [group, labels(items)]),
  ).toEqual([
    ['Two', ['a', 'c']],
    ['One', ['b']],
  ]));
