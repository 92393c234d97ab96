import { create } from 'zustand';

import type { ProposedAction } from '#domain/coaching/event.ts';

/** A form that is open at a question, and what was typed in it so far. */
export type UnsentAnswer = {
  readonly form: 'answer' | 'decline' | 'change';
  readonly text: string;
  /** A proposed action as it was changed so far. */
  readonly action?: ProposedAction;
};

/**
 * The open forms by the id of the event that begins the thread. They outlive the panel, which goes away with the section
 * or the COE, so that nothing typed is lost.
 */
export const useUnsentAnswers = create<{ readonly unsent: Readonly<Record<string, UnsentAnswer>> }>(() => ({
  unsent: {},
}));

/** Opens, changes or, with null, closes the form at a question. */
export const setUnsentAnswer = (rootId: string, answer: UnsentAnswer | null): void =>
  useUnsentAnswers.setState(({ unsent }) => {
    const { [rootId]: _before, ...others } = unsent;
    return { unsent: answer === null ? others : { ...others, [rootId]: answer } };
  });
