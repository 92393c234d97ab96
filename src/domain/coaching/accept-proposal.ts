import { type Action, actionSchema } from '../coe/sections/actions.ts';
import type { ProposedAction } from './event.ts';

/** The action that a proposal becomes. `by` is the name of the coach, which the action keeps; `id` is its new id. */
export const actionFromProposal = (
  { text, doneWhen, due, checkDate }: ProposedAction,
  by: string,
  id: string,
): Action => actionSchema.parse({ id, text, doneWhen, due, checkDate, proposedBy: by });
