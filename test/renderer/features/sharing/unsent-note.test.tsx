// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import type { CoachingEvent } from '#domain/coaching/event.ts';
import type { SharedThreads } from '#ipc/threads.ts';
import { setUnsentAnswer } from '#renderer/entities/unsent/unsent-words.ts';
import { UnsentNote } from '#renderer/features/sharing/unsent-note.tsx';
import { prefetch } from '#renderer/platform/queries.ts';
import { showPage } from '#test/support/show-page.tsx';
import { testId } from '#test/support/test-ids.ts';

const COE = testId(1);
const ROOT = 'a'.repeat(32);
const QUESTION: CoachingEvent = {
  id: ROOT,
  n: 1,
  by: `ed25519:${'b'.repeat(64)}`,
  at: '2026-06-01',
  kind: 'question',
  place: { section: 'timeline', row: null, field: null },
  quote: null,
  replyTo: null,
  text: 'Does this make sense to you?',
  action: null,
};
const SHARED: SharedThreads = {
  share: 'c'.repeat(32),
  reader: 'Mia',
  isWithdrawn: false,
  writer: `ed25519:${'d'.repeat(64)}`,
  events: [QUESTION],
  rowIds: {},
  sentTexts: {},
  sentRows: {},
  names: [],
  news: null,
};

afterEach(() => {
  cleanup();
  setUnsentAnswer(COE, ROOT, null);
  setUnsentAnswer(COE, 'e'.repeat(32), null);
});

async function show(): Promise<void> {
  showPage(<UnsentNote coeId={COE} />, { 'sharing:threads': [SHARED] });
  await prefetch('sharing:threads', { coeId: COE });
}

it('says that an answer was typed at a question about the COE, but not stored', async () => {
  setUnsentAnswer(COE, ROOT, { form: 'answer', text: 'Yes, it does.' });
  await show();
  expect((await screen.findByRole('note')).textContent).toContain('You typed 1 answer');
});

it('counts a proposed action that was changed, but not accepted', async () => {
  const action = { text: 'Watch the disk', doneWhen: '', due: null, checkDate: null };
  setUnsentAnswer(COE, ROOT, { form: 'change', text: '', action });
  await show();
  expect((await screen.findByRole('note')).textContent).toContain('choose “Accept” first');
});

it('says nothing of an open form without words, or of an answer in another COE', async () => {
  setUnsentAnswer(COE, ROOT, { form: 'answer', text: ' ' });
  setUnsentAnswer(COE, 'e'.repeat(32), { form: 'answer', text: 'About something else' });
  await show();
  expect(screen.queryByRole('note')).toBeNull();
});
