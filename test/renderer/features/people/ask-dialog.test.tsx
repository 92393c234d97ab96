// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';

import type { CoachingEvent } from '#domain/coaching/event.ts';
import type { SharedCopy } from '#ipc/people.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { AskDialog, type Asking } from '#renderer/features/people/ask-dialog.tsx';
import { rememberUnsent, unsentEvent, unsentKeyOf } from '#renderer/features/people/unsent-events.ts';
import { COACH, coachingEvent, WRITER } from '#test/support/coaching-events.ts';
import { showPage } from '#test/support/show-page.tsx';
import { someCoe } from '#test/support/some-coe.ts';

afterEach(() => {
  const cancel = screen.queryByRole('button', { name: 'Cancel' });
  if (cancel !== null) fireEvent.click(cancel);
  cleanup();
});

/** A copy of a COE whose cause has this text. */
function copyOf(seq: number, prose: string): SharedCopy {
  const coe = someCoe();
  return {
    person: { id: 'p', name: 'Mia' },
    share: 'a'.repeat(32),
    seq,
    copies: [],
    coe: { ...coe, sections: { ...coe.sections, cause: { ...coe.sections.cause, prose } } },
    previous: null,
    about: {
      audience: 'coaching',
      on: '2026-06-01',
      left: { sections: [], rows: 0, fields: 0, names: 0, attachments: 0 },
      asks: '',
      notForRatings: true,
      deleteAfter: null,
      attachments: [],
    },
    hasStatus: true,
    events: [],
    writer: WRITER,
    coach: COACH,
    fitting: [],
    isReplyDue: false,
  };
}

const FIRST = copyOf(1, 'The alarm was late.');
const SECOND = copyOf(2, 'Nobody knew why: the alarm was late.');

/** Asks about the cause, or about words in it that were selected. */
function asking(words: string | null, { coe }: SharedCopy): Asking {
  const start = words === null ? -1 : coe.sections.cause.prose.indexOf(words);
  const span = words === null ? null : { start, end: start + words.length };
  return { place: { section: 'cause', row: null, field: 'prose' }, span, thread: null };
}

/** Opens the dialog, as after Escape. */
function open(copy: SharedCopy, words: string | null, saved: Promise<CoachingEvent> = new Promise(() => undefined)) {
  cleanup();
  const onClose = vi.fn();
  const bridge = showPage(<AskDialog copy={copy} asking={asking(words, copy)} onClose={onClose} />, {
    'settings:read': { ...DEFAULT_SETTINGS, zone: 'UTC' },
    'people:add-event': () => saved,
  });
  return { ...bridge, onClose };
}

const question = (): HTMLTextAreaElement => screen.getByRole('textbox', { name: 'Your question' });
const type = (text: string): void => void fireEvent.change(question(), { target: { value: text } });
const add = (): void => void fireEvent.click(screen.getByRole('button', { name: 'Add' }));

it('attaches a question that was typed about words of one copy to no words of another', async () => {
  open(FIRST, 'The alarm');
  type('Which one?');
  const { requests } = open(SECOND, null);
  expect(question().value).toBe('Which one?');
  expect(screen.getByRole('note').textContent).toBe('You typed this about the words “The alarm”.');
  add();
  await expect.poll(() => requests('people:add-event')[0]?.event).toMatchObject({ text: 'Which one?', quote: null });
});

it('says which words a question was typed about when others are selected', () => {
  open(FIRST, 'The alarm');
  type('Which one?');
  open(FIRST, 'late');
  expect(question().value).toBe('Which one?');
  expect(screen.getByText('About the words “late”')).toBeDefined();
  expect(screen.getByRole('note').textContent).toBe('You typed this about the words “The alarm”.');
});

it('keeps the words of a question in the same copy', () => {
  open(FIRST, 'The alarm');
  type('Which one?');
  open(FIRST, null);
  expect(screen.getByText('About the words “The alarm”')).toBeDefined();
  expect(screen.queryByRole('note')).toBeNull();
});

it('keeps what was typed while a question was saved', async () => {
  let answer: (saved: CoachingEvent) => void = () => undefined;
  const saved = new Promise<CoachingEvent>((resolve) => {
    answer = resolve;
  });
  const { onClose, requests } = open(FIRST, null, saved);
  type('Which one?');
  add();
  await expect.poll(() => requests('people:add-event').length).toBe(1);
  type('Which one? And when?');
  answer(coachingEvent('question', COACH, 1, 'question'));
  await expect.poll(() => screen.getByRole<HTMLButtonElement>('button', { name: 'Add' }).disabled).toBe(false);
  expect(onClose).not.toHaveBeenCalled();
  open(FIRST, null);
  expect(question().value).toBe('Which one? And when?');
});

it('forgets a question that was saved', async () => {
  const { onClose } = open(FIRST, null, Promise.resolve(coachingEvent('question', COACH, 1, 'question')));
  type('Which one?');
  add();
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  open(FIRST, null);
  expect(question().value).toBe('');
});

it('keeps the dates of a proposal that has no words yet', () => {
  const action = { text: '', doneWhen: '', due: '2026-07-01' as const, checkDate: null };
  const key = unsentKeyOf(FIRST.share, asking(null, FIRST));
  rememberUnsent(key, { kind: 'proposal', text: '', action, span: null, seq: 1, quoted: '' });
  expect(unsentEvent(key)?.action.due).toBe('2026-07-01');
  rememberUnsent(key, null);
});
