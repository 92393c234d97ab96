// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';

import type { CoachingEvent } from '#domain/coaching/event.ts';
import type { UnsentItem } from '#domain/coaching/unsent-file.ts';
import type { SharedCopy } from '#ipc/people.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import type { UnsentEvent } from '#ipc/unsent.ts';
import { AskDialog, type Asking } from '#renderer/features/people/ask-dialog.tsx';
import { isTyped } from '#renderer/features/people/unsent-events.ts';
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

/** What main keeps of each share. */
const typed = new Map<string, Map<string, UnsentItem<UnsentEvent>>>();

type Answers = { saved?: Promise<CoachingEvent>; earlier?: UnsentItem<UnsentEvent>[] };

/** Opens the dialog, as after Escape. */
async function open(copy: SharedCopy, words: string | null, { saved, earlier = [] }: Answers = {}) {
  cleanup();
  const onClose = vi.fn();
  const bridge = showPage(<AskDialog copy={copy} asking={asking(words, copy)} onClose={onClose} />, {
    'settings:read': { ...DEFAULT_SETTINGS, zone: 'UTC' },
    'people:add-event': () => saved ?? new Promise(() => undefined),
    'people:read-unsent': ({ share }) => [...earlier, ...(typed.get(share)?.values() ?? [])],
    'people:save-unsent': ({ share, about, event }) => {
      const forms = typed.get(share) ?? new Map<string, UnsentItem<UnsentEvent>>();
      typed.set(share, forms);
      if (event === null) forms.delete(about);
      else forms.set(about, { about, words: event });
      return null;
    },
  });
  await screen.findByRole('textbox', { name: 'Your question' });
  return { ...bridge, onClose };
}

const question = (): HTMLTextAreaElement => screen.getByRole('textbox', { name: 'Your question' });
const type = (text: string): void => void fireEvent.change(question(), { target: { value: text } });
const add = (): void => void fireEvent.click(screen.getByRole('button', { name: 'Add' }));

it('attaches a question that was typed about words of one copy to no words of another', async () => {
  await open(FIRST, 'The alarm');
  type('Which one?');
  const { requests } = await open(SECOND, null);
  expect(question().value).toBe('Which one?');
  expect(screen.getByRole('note').textContent).toBe('You typed this about the words “The alarm”.');
  add();
  await expect.poll(() => requests('people:add-event')[0]?.event).toMatchObject({ text: 'Which one?', quote: null });
});

it('says which words a question was typed about when others are selected', async () => {
  await open(FIRST, 'The alarm');
  type('Which one?');
  await open(FIRST, 'late');
  expect(question().value).toBe('Which one?');
  expect(screen.getByText('About the words “late”')).toBeDefined();
  expect(screen.getByRole('note').textContent).toBe('You typed this about the words “The alarm”.');
});

it('keeps the words of a question in the same copy', async () => {
  await open(FIRST, 'The alarm');
  type('Which one?');
  await open(FIRST, null);
  expect(screen.getByText('About the words “The alarm”')).toBeDefined();
  expect(screen.queryByRole('note')).toBeNull();
});

it('keeps what was typed while a question was saved', async () => {
  let answer: (saved: CoachingEvent) => void = () => undefined;
  const saved = new Promise<CoachingEvent>((resolve) => {
    answer = resolve;
  });
  const { onClose, requests } = await open(FIRST, null, { saved });
  type('Which one?');
  add();
  await expect.poll(() => requests('people:add-event').length).toBe(1);
  type('Which one? And when?');
  answer(coachingEvent('question', COACH, 1, 'question'));
  await expect.poll(() => screen.getByRole<HTMLButtonElement>('button', { name: 'Add' }).disabled).toBe(false);
  expect(onClose).not.toHaveBeenCalled();
  await open(FIRST, null);
  expect(question().value).toBe('Which one? And when?');
});

it('forgets a question that was saved', async () => {
  const { onClose } = await open(FIRST, null, {
    saved: Promise.resolve(coachingEvent('question', COACH, 1, 'question')),
  });
  type('Which one?');
  add();
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  await open(FIRST, null);
  expect(question().value).toBe('');
});

it('keeps the dates of a proposal that has no words yet', () => {
  const action = { text: '', doneWhen: '', due: '2026-07-01' as const, checkDate: null };
  expect(isTyped({ kind: 'proposal', text: '', action, span: null })).toBe(true);
  expect(isTyped({ kind: 'proposal', text: ' ', action: { ...action, due: null }, span: null })).toBe(false);
});

it('shows what was typed before a restart, says so, and forgets it on the disk with Cancel', async () => {
  const copy = { ...FIRST, share: 'b'.repeat(32) };
  const event: UnsentEvent = {
    kind: 'question',
    text: 'Which one?',
    action: { text: '', doneWhen: '', due: null, checkDate: null },
    span: { start: 0, end: 9 },
    seq: 1,
    quoted: 'The alarm',
  };
  const about = '["cause",null,"prose",null]';
  const { requests } = await open(copy, null, { earlier: [{ about, words: event }] });
  expect(question().value).toBe('Which one?');
  expect(screen.getByText('About the words “The alarm”')).toBeDefined();
  expect(screen.getByText('You typed this earlier. It is not added yet.')).toBeDefined();
  type('Which alarm?');
  await expect
    .poll(() => requests('people:save-unsent').at(-1))
    .toEqual({ person: 'p', share: copy.share, about, event: { ...event, text: 'Which alarm?' } });
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await expect.poll(() => requests('people:save-unsent').at(-1)).toMatchObject({ about, event: null });
});

it('takes nothing over from an answer that is not what was typed', async () => {
  const copy = { ...FIRST, share: 'c'.repeat(32) };
  const about = '["cause",null,"prose",null]';
  await open(copy, null, { earlier: [{ about, words: { kind: 'question', text: 7 } as never }] });
  expect(question().value).toBe('');
});
