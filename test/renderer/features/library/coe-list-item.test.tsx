// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it } from 'vitest';

import type { CoeRow } from '#ipc/coe-list.ts';
import { CoeListItem } from '#renderer/features/library/coe-list-item.tsx';

afterEach(cleanup);

const ROW: CoeRow = {
  id: '01K84NDHAA6BH94HRP63QDMCQ1',
  kind: 'missed-event',
  title: 'The school play',
  excerpt: 'I was in a meeting.',
  happened: { precision: 'month', value: '2026-05', approximate: true },
  severity: 2,
  status: 'held',
  lifeArea: 'Family',
  author: 'Ann',
  tags: ['school', 'calendar', 'promise'],
  updatedAt: '2026-06-01T10:00:00.000Z',
  conditions: ['workload-time', 'workload-time'],
  openActions: 1,
  copies: 0,
  titleMatch: null,
  matches: [],
};

const show = (row: CoeRow | undefined, showsAuthor = false) =>
  render(
    <MemoryRouter>
      <ul>
        <CoeListItem
          row={row}
          index={2}
          total={10}
          top={0}
          height={92}
          showsAuthor={showsAuthor}
          isTabStop
          onOpen={() => {}}
        />
      </ul>
    </MemoryRouter>,
  );

it('has a label with title, kind, date and status, and its position in the list', () => {
  show(ROW);
  const item = screen.getByRole('listitem', { name: 'The school play, Missed event, about May 2026, Held' });
  expect(item.getAttribute('aria-posinset')).toBe('3');
  expect(item.getAttribute('aria-setsize')).toBe('10');
  expect(screen.getByRole('link', { name: 'The school play' }).getAttribute('href')).toBe(`/coes/${ROW.id}`);
});

it('shows severity, open actions and each label once, as text', () => {
  show(ROW);
  const text = screen.getByRole('listitem').textContent;
  expect(text).toContain('Major');
  expect(text).toContain('1 action open');
  expect(text).toContain('Workload and time, #school, #calendar +1');
});

it('names the author only where that tells COEs apart', () => {
  show(ROW, true);
  expect(screen.getByRole('listitem').textContent).toContain('By Ann');
  cleanup();
  show(ROW);
  expect(screen.getByRole('listitem').textContent).not.toContain('By Ann');
});

it('marks what a search matched, and where', () => {
  show({
    ...ROW,
    titleMatch: [
      { text: 'The school ', hit: false },
      { text: 'play', hit: true },
    ],
    matches: [{ where: 'timeline', text: [{ text: 'play', hit: true }] }],
  });
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['play', 'play']);
  expect(screen.getByText('Timeline')).toBeTruthy();
});

it('is hidden from assistive technology while its page loads', () => {
  show(undefined);
  expect(screen.queryByRole('listitem')).toBeNull();
});
