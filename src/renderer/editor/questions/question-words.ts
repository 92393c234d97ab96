import type { CoachingEvent } from '#domain/coaching/event.ts';
import type { ThreadState } from '#domain/coaching/threads.ts';
import type { SharedThreads } from '#ipc/threads.ts';

/** The state of a thread, in words. */
export const STATE_WORDS: Readonly<Record<ThreadState, string>> = {
  open: 'Open',
  answered: 'Answered',
  resolved: 'Resolved',
  accepted: 'Accepted, and in the plan',
  declined: 'Not now',
  withdrawn: 'Withdrawn',
};

const KINDS: Readonly<Record<string, { readonly own: string; readonly other: string }>> = {
  question: { own: 'You ask', other: 'asks' },
  more: { own: 'You ask for more', other: 'asks for more' },
  comment: { own: 'You comment', other: 'comments' },
  proposal: { own: 'You propose an action', other: 'proposes an action' },
  answer: { own: 'You answer', other: 'answers' },
  resolve: { own: 'You resolved it', other: 'resolved it' },
  reopen: { own: 'You reopened it', other: 'reopened it' },
  accept: { own: 'You accepted it', other: 'accepted it' },
  decline: { own: 'Not now', other: 'said not now' },
};

/** Who did what: "M. asks", "You answer". */
export function kindWords({ kind, by }: CoachingEvent, { writer, reader }: SharedThreads): string {
  const words = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (by === writer) return words?.own ?? 'You wrote';
  return `${reader === '' ? 'The reader' : reader} ${words?.other ?? 'wrote'}`;
}
