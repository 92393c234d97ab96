import { expect, test } from 'vitest';

import {
  formatBytes,
  formatNumber,
  joinList,
  labelled,
  lowerFirst,
  plural,
  quantity,
  upperFirst,
} from '#domain/text/format.ts';

test('numbers have commas between thousands', () => {
  expect([0, 999, 1204, 1_000_000].map(formatNumber)).toEqual(['0', '999', '1,204', '1,000,000']);
});

test('only one is singular', () => {
  expect([0, 1, 2].map((count) => plural(count, 'COE'))).toEqual(['COEs', 'COE', 'COEs']);
  expect([0, 1, 2].map((count) => plural(count, 'is', 'are'))).toEqual(['are', 'is', 'are']);
});

test('a quantity is a number and its noun', () => {
  expect([0, 1, 1204].map((count) => quantity(count, 'COE'))).toEqual(['0 COEs', '1 COE', '1,204 COEs']);
  expect(quantity(2, 'stretch', 'stretches')).toBe('2 stretches');
});

test('a list has commas, and "and" before its last item', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(joinList)).toEqual(['', 'a', 'a and b', 'a, b and c']);
});

test('only the first letter is lowered', () => {
  expect(['Nobody said', 'COE', '', '5 whys'].map(lowerFirst)).toEqual(['nobody said', 'cOE', '', '5 whys']);
});

test('only the first letter is raised', () => {
  expect(['the COE', '', '5 whys'].map(upperFirst)).toEqual(['The COE', '', '5 whys']);
});

test('a size has the largest unit that fits, and one decimal below ten', () => {
  expect([0, 999, 1000, 1234, 12_345, 3.4e12].map(formatBytes)).toEqual([
    '0 bytes',
    '999 bytes',
    '1 kB',
    '1.2 kB',
    '12 kB',
    '3,400 GB',
  ]);
});

test('a label that asks stays a question beside what belongs to it', () => {
  expect(labelled('Due', 'choose a date')).toBe('Due: choose a date');
  expect(labelled('When did it happen?', 'choose a date')).toBe('When did it happen? Choose a date');
});
