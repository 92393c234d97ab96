// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';

import { dayMoment } from '#domain/time/moment.ts';
import type { LikelyPair } from '#ipc/similar.ts';
import { RepeatsScreen } from '#renderer/features/patterns/repeats-screen.tsx';
import { someLibrary } from '#test/support/library-states.ts';
import { showPage } from '#test/support/show-page.tsx';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const COES = [1, 2, 3].map((number) => someCoe({ summary: 'First.\n\nThen.' }, number));

const pairOf = (later: number, earlier: number): LikelyPair => {
  const paired = (number: number) => ({
    id: testId(number),
    title: `Mistake ${number}`,
    kind: 'outage' as const,
    happened: dayMoment('2026-05-14'),
  });
  return {
    later: paired(later),
    earlier: paired(earlier),
    level: 'very-like',
    reasons: [
      { about: 'conditions', words: 'Both: signals and feedback' },
      { about: 'kind', words: 'The same kind: outage' },
    ],
  };
};

/** Two pairs, of which the first is shown with its texts, and what is brought into view from now on, by its text. */
async function show(): Promise<string[]> {
  const seen: string[] = [];
  vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function see(this: Element) {
    seen.push(this.getAttribute('aria-label') ?? this.textContent ?? '');
  });
  showPage(
    <RepeatsScreen />,
    {
      'library:state': someLibrary(),
      'similar:pairs': { pairs: [pairOf(2, 1), pairOf(3, 1)], next: null, done: 3, total: 3 },
      'coe:open': ({ id }) => ({ coe: COES.find((coe) => coe.id === id), revision: '1' }) as never,
      'patterns:read': { patterns: [], unreadable: [], readOnly: false },
      'patterns:rank': [],
    },
    '/repeats',
  );
  // The texts are read last, of the library that is open by then.
  await screen.findAllByText(/First/);
  return seen;
}

it('says line by line why a pair is shown', async () => {
  await show();
  const reasons = screen.getByRole('list', { name: 'Why this pair is shown' });
  expect(
    within(reasons)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['Both: signals and feedback', 'The same kind: outage']);
});

it('shows a text of several paragraphs without empty lines', async () => {
  await show();
  const earlier = screen.getByRole('article', { name: 'Earlier: Mistake 1' });
  expect((await within(earlier).findByText(/First/)).textContent).toBe('First.\nThen.');
});

it('brings the next pair into view, which was answered at its end', async () => {
  const seen = await show();
  fireEvent.keyDown(screen.getByRole('heading', { name: 'Pair 1: very alike' }), { key: 'l' });
  await screen.findByRole('heading', { name: 'Pair 2: very alike' });
  expect(seen).toContain('Pair 2: very alike');
});

it('brings the question for the pattern into view', async () => {
  const seen = await show();
  fireEvent.keyDown(screen.getByRole('heading', { name: 'Pair 1: very alike' }), { key: 'p' });
  await screen.findByRole('group', { name: 'The pattern of both' });
  expect(seen).toContain('The pattern of both');
});
