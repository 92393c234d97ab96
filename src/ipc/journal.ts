import { z } from 'zod';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { coeIdSchema } from '#domain/ids.ts';
import { patchSchema } from '#domain/merge/json-patch.ts';

import { type Contracts, typeOf } from './channel-contract.ts';
import { baseSchema, inLibrary, recoveredIdSchema } from './ids.ts';

/** Unsaved changes from an earlier page or start. `id` is opaque to the page. */
export type RecoveredWriting = {
  id: string;
  coeId: string;
  title: string;
  /** When the first unsaved change was made, and when the changes were last stored; ISO 8601 in UTC. */
  from: string;
  until: string;
};

/** Unsaved changes in full. `base` is the version they were based on; null when it is unknown. */
export type RecoveredCoe = { coe: Coe; base: Coe | null; isInLibrary: boolean };

const entrySchema = z.int().min(1);

/** The channels of the journal. */
export const JOURNAL_CHANNELS = {
  /**
   * Stores unsaved changes. `base` is the revision they are based on; `since` is the time of the first unsaved change.
   * `entry` is a number of the page's choice for `journal:append`. `isAhead`: the next save will not have all of it.
   */
  'journal:write': {
    request: z.strictObject({
      ...inLibrary,
      coe: coeSchema,
      base: baseSchema,
      since: z.iso.datetime(),
      entry: entrySchema,
      isAhead: z.boolean(),
    }),
    answer: typeOf<null>(),
  },
  /** Stores what changed since an entry, all of it each time. Fails with `not-found` if it is not the newest entry. */
  'journal:append': {
    request: z.strictObject({
      ...inLibrary,
      coeId: coeIdSchema,
      entry: entrySchema,
      patch: patchSchema,
      isAhead: z.boolean(),
    }),
    answer: typeOf<null>(),
  },
  /** Removes the unsaved changes of a COE after they were saved. */
  'journal:clear': {
    request: z.strictObject({ ...inLibrary, coeId: coeIdSchema }),
    answer: typeOf<null>(),
  },
  /** Lists the unsaved changes of earlier pages and starts. Each page sends this once, before it stores any. */
  'journal:recovered': { request: z.strictObject({}), answer: typeOf<RecoveredWriting[]>() },
  'journal:read': { request: z.strictObject({ id: recoveredIdSchema }), answer: typeOf<RecoveredCoe>() },
  /** Discards unsaved changes. They can be restored for a month. */
  'journal:discard': { request: z.strictObject({ ...inLibrary, id: recoveredIdSchema }), answer: typeOf<null>() },
  'journal:undo-discard': { request: z.strictObject({ ...inLibrary, id: recoveredIdSchema }), answer: typeOf<null>() },
} as const satisfies Contracts;
