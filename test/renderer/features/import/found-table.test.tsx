// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import type { ImportedFile } from '#ipc/imports.ts';
import { FoundTable } from '#renderer/features/import/found-table.tsx';

afterEach(cleanup);

const file = (path: string, changes: Partial<ImportedFile>): ImportedFile => ({
  path,
  result: 'imported',
  reason: '',
  ids: ['01K84NDHAA6BH94HRP63QDMCQ1'],
  words: { placed: 9, unplaced: 1 },
  timelineRows: 2,
  actions: 0,
  attachments: 0,
  patterns: 0,
  doubts: [],
  ...changes,
});
const left = file('README.md', { result: 'skipped', reason: 'It is not a report.', ids: [] });

it('gives the reason for a file that is left out the room of the figures it does not have', () => {
  render(<FoundTable files={[left, file('a.md', {})]} total={2} caption="What was found" />);
  const [, first] = screen.getAllByRole('row');
  expect(within(first ?? document.body).getByRole<HTMLTableCellElement>('cell').colSpan).toBe(4);
  expect(first?.textContent).toBe('README.mdLeft outIt is not a report.');
});

it('has a column for pictures and files when there are some', () => {
  const { rerender } = render(<FoundTable files={[file('a.md', {})]} total={1} caption="What was found" />);
  expect(screen.queryByRole('columnheader', { name: 'Pictures and files' })).toBeNull();
  rerender(<FoundTable files={[left, file('a.md', { attachments: 3 })]} total={2} caption="What was found" />);
  expect(screen.getByRole('columnheader', { name: 'Pictures and files' })).toBeTruthy();
  expect(screen.getByRole('row', { name: /a\.md/ }).textContent).toBe('a.mdReport90 %203');
});

it('draws the first rows of many at once, and the others as one scrolls to them', () => {
  const files = Array.from({ length: 300 }, (_, number) => file(`${number}.md`, {}));
  render(<FoundTable files={files} total={310} caption="What was found" />);
  const drawn = (): number => screen.getAllByRole('row').length - 1;
  expect(drawn()).toBe(30);
  expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('311');
  const numbers = screen.getAllByRole('row').map((row) => Number(row.getAttribute('aria-rowindex')));
  expect(numbers).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
  for (let scrolled = 0; scrolled < 20; scrolled += 1) fireEvent.scroll(screen.getByRole('region'));
  expect(drawn()).toBe(300);
  expect(screen.getByRole('region').textContent).toMatch(/And 10 more\.$/);
});
