import { z } from 'zod';

import type { ActionItem } from '#domain/actions/action-item.ts';
import { ACTION_STATUS_IDS, CHECK_RESULT_IDS, KIND_IDS, PURPOSE_IDS, STRENGTH_IDS } from '#domain/coe/vocabulary.ts';
import { coeIdSchema } from '#domain/ids.ts';
import { calendarDateSchema } from '#domain/time/calendar-date.ts';

import { itemIdSchema } from './ids.ts';

/** The groups of the Actions screen. `all` is every action; `overdue` is part of `open`. */
export const ACTION_STATES = ['all', 'open', 'overdue', 'done', 'waiting-for-check', 'declined'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

export const ACTION_ORDERS = ['due', 'coe-newest', 'owner', 'strength', 'check-date'] as const;
export type ActionOrder = (typeof ACTION_ORDERS)[number];

export const actionListRequestSchema = z.object({
  state: z.enum(ACTION_STATES),
  kinds: z.array(z.enum(KIND_IDS)),
  owner: z.string().max(200),
  purposes: z.array(z.enum(PURPOSE_IDS)),
  strengths: z.array(z.enum(STRENGTH_IDS)),
  text: z.string().max(1000),
  order: z.enum(ACTION_ORDERS),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
});
export type ActionListRequest = z.infer<typeof actionListRequestSchema>;

/** One action with the COE it belongs to. */
export type ActionRow = ActionItem;

export type ActionListPage = {
  total: number;
  offset: number;
  rows: ActionRow[];
  /** Of all actions, whatever the filter. */
  counts: Record<ActionState, number>;
  owners: string[];
};

/** What may be changed from the Actions screen; the rest is edited in the COE. Only what is named changes. */
export const actionChangeSchema = z.strictObject({
  coeId: coeIdSchema,
  actionId: itemIdSchema,
  change: z.strictObject({
    status: z.enum(ACTION_STATUS_IDS).optional(),
    doneOn: calendarDateSchema.nullable().optional(),
    declinedReason: z.string().max(2000).optional(),
    due: calendarDateSchema.nullable().optional(),
    result: z.enum(CHECK_RESULT_IDS).nullable().optional(),
  }),
});
export type ActionChange = z.infer<typeof actionChangeSchema>;
