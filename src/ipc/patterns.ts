import { z } from 'zod';

import { coeSchema } from '#domain/coe/coe.ts';
import type { PatternHistory } from '#domain/patterns/pattern-history.ts';
import { type Pattern, type PatternFault, patternSchema } from '#domain/patterns/pattern.ts';
import { coeIdSchema, patternIdSchema } from '#domain/ids.ts';

import { type Contracts, typeOf } from './channel-contract.ts';
import { inLibrary } from './ids.ts';

/** A file in the folder of patterns that cannot be read. It is left unchanged. `fileName` is its plain name. */
export type UnreadablePattern = { readonly fileName: string } & PatternFault;

/** The patterns of the open library, oldest first, merged and retired ones included. */
export type PatternsState = { patterns: Pattern[]; unreadable: UnreadablePattern[]; readOnly: boolean };

/** A pattern as the question offers it: its id, its sentence, and the ids of the COEs that have it, newest first. */
export type RankedPattern = { id: string; words: string; coes: string[] };

/** Where the question is asked: at the cause, and when a COE is ready. */
export const QUESTION_PLACES = ['cause', 'ready'] as const;
export type QuestionPlace = (typeof QUESTION_PLACES)[number];

/** The channels of patterns. */
export const PATTERN_CHANNELS = {
  'patterns:read': { request: z.strictObject({}), answer: typeOf<PatternsState>() },
  /** What happened with each pattern so far, the one that came up last first. */
  'patterns:histories': { request: z.strictObject({}), answer: typeOf<PatternHistory[]>() },
  /** Where the question was answered or put off for a COE, on this computer. */
  'patterns:asked': { request: z.strictObject({ coeId: coeIdSchema }), answer: typeOf<QuestionPlace[]>() },
  /** Remembers on this computer that the question need not be asked again at a place. */
  'patterns:mark-asked': {
    request: z.strictObject({ coeId: coeIdSchema, place: z.enum(QUESTION_PLACES) }),
    answer: typeOf<null>(),
  },
  /** The patterns in the order in which the question offers them for a COE, as it is on the screen. */
  'patterns:rank': { request: z.strictObject({ coe: coeSchema }), answer: typeOf<RankedPattern[]>() },
  /**
   * Saves a pattern that comes from `base`, null for a new one. Merges it with the file if that has changed since.
   * Answers with the pattern as saved.
   */
  'patterns:change': {
    request: z.strictObject({ ...inLibrary, base: patternSchema.nullable(), pattern: patternSchema }),
    answer: typeOf<Pattern>(),
  },
  /**
   * Moves the file of a pattern to `set-aside`. The COEs keep its id, so that restoring the pattern restores
   * everything.
   */
  'patterns:remove': { request: z.strictObject({ ...inLibrary, id: patternIdSchema }), answer: typeOf<null>() },
  /** Adds the pattern `add` to a COE and takes the pattern `remove` away from it; null for neither. */
  'patterns:mark': {
    request: z.strictObject({
      ...inLibrary,
      coeId: coeIdSchema,
      add: patternIdSchema.nullable(),
      remove: patternIdSchema.nullable(),
    }),
    answer: typeOf<{ revision: string }>(),
  },
} as const satisfies Contracts;
