import { z } from 'zod';

import type { ActionItem } from '#domain/actions/action-item.ts';
import { ACTION_STATUS_IDS, CHECK_RESULT_IDS, KIND_IDS, PURPOSE_IDS, STRENGTH_IDS } from '#domain/coe/vocabulary.ts';
import { coeIdSchema } from '#domain/ids.ts';
import { calendarDateSchema } from '#domain/time/calendar-date.ts';

import { itemIdSchema } from './ids.ts';
import { WHOSE } from './whose.ts';

/** The groups of the Actions screen. `all` is every action; `overdue` is part of `open`. */
export const ACTION_STATES = ['all', 'open', 'overdue', 'done', 'waiting-for-check', 'declined'] as const;
/** A group of the Actions screen. */
export type ActionState = (typeof ACTION_STATES)[number];

/**
 * The sort orders of the Actions screen: earliest due date, newest COE, owner by name, weakest action, earliest check
 * date. Actions without the value come last.
 */
export const ACTION_ORDERS = ['due', 'coe-newest', 'owner', 'strength', 'check-date'] as const;
/** A sort order of the Actions screen. */
export type ActionOrder = (typeof ACTION_ORDERS)[number];

/**
 * The request of `actions:list`. An empty array, `owner` or `text` does not filter. Every word of `text` must occur in
 * the action or in the title of its COE. Without `whose`, everyone's actions are listed.
 */
export const actionListRequestSchema = z.object({
  state: z.enum(ACTION_STATES),
  whose: z.enum(WHOSE).optional(),
  kinds: z.array(z.enum(KIND_IDS)),
  owner: z.string().max(200),
  purposes: z.array(z.enum(PURPOSE_IDS)),
  strengths: z.array(z.enum(STRENGTH_IDS)),
  text: z.string().max(1000),
  order: z.enum(ACTION_ORDERS),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
});
/** Filter, sort order and page of a list of actions. */
export type ActionListRequest = z.infer<typeof actionListRequestSchema>;

/** One action with the COE it belongs to. */
export type ActionRow = ActionItem;

/** A page of actions. `total` counts all that match the filter; `rows` starts at `offset`. */
export type ActionListPage = {
  total: number;
  offset: number;
  rows: ActionRow[];
  /** Counts of all actions in each group, or of the person's own; whatever the other filters. */
  counts: Record<ActionState, number>;
  owners: string[];
};

/** What marking an action as done, or reopening it, may change. No text is limited, since the file limits none. */
export const actionMarkSchema = z.strictObject({
  status: z.enum(ACTION_STATUS_IDS),
  doneOn: calendarDateSchema.nullable(),
  doneOnWords: z.string(),
  checkDate: calendarDateSchema.nullable(),
  checkDateWords: z.string(),
  checkQuestion: z.string(),
  checkHow: z.string(),
});
export type ActionMark = z.infer<typeof actionMarkSchema>;
/** The keys of an `ActionMark`, to compare two of them. */
export const ACTION_MARK_KEYS = actionMarkSchema.keyof().options;

/**
 * The fields that the Actions screen can change; all others are edited in the COE. Fields that are left out stay as
 * they are. Undo names what a change answered as `before` and `after`: each field that is still as `after` is set as it was
 * before, others have been written since and stay, and nothing is scheduled or removed.
 */
export const actionChangeSchema = z.strictObject({
  coeId: coeIdSchema,
  actionId: itemIdSchema,
  change: z.union([
    z.strictObject({
      status: z.enum(ACTION_STATUS_IDS).optional(),
      doneOn: calendarDateSchema.nullable().optional(),
      declinedReason: z.string().max(2000).optional(),
      due: calendarDateSchema.nullable().optional(),
      result: z.enum(CHECK_RESULT_IDS).nullable().optional(),
    }),
    z.strictObject({ before: actionMarkSchema, after: actionMarkSchema }),
  ]),
});
/** A change of one action from the Actions screen. */
export type ActionChange = z.infer<typeof actionChangeSchema>;
