import { z } from 'zod';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { coeIdSchema } from '#domain/ids.ts';
import { COPY_TIMES_IDS } from '#domain/sharing/copy-times.ts';
import { nameDecisionSchema } from '#domain/sharing/name-replacer.ts';
import type { LeftOut } from '#domain/sharing/share-file.ts';

import { type Contracts, typeOf } from './channel-contract.ts';
import { inLibrary, libraryHandleSchema } from './ids.ts';

/**
 * What would be published, and what stays. `copy` names it to `publishing:publish`. `attachments` are the names of its
 * pictures and files; each is read from its own address only when it is shown.
 */
export type PublishPreview = {
  readonly copy: string;
  readonly coe: Coe;
  readonly attachments: readonly string[];
  readonly left: LeftOut;
};

/**
 * A COE of the open library that was published: the team library, the COE's id there, and the day. `takenBackOn` is the
 * day on which it was taken back; null if it was not. `isThere` is whether the team library on this computer has it, null
 * if that library is not connected or its disk is away: a COE that was taken back is there again if somebody had changed
 * it meanwhile.
 */
export type Published = {
  readonly to: string;
  readonly name: string;
  readonly coeId: string;
  readonly on: string;
  readonly takenBackOn: string | null;
  readonly isThere: boolean | null;
};

const copyIdSchema = z.string().regex(/^[0-9a-f]{32}$/);

/** The channels that publish a COE of a private library to a team library on this computer. */
export const PUBLISHING_CHANNELS = {
  /** Makes the copy, without writing it. */
  'publishing:preview': {
    request: z.strictObject({
      coe: coeSchema,
      times: z.enum(COPY_TIMES_IDS),
      names: z.array(nameDecisionSchema).max(2_000),
    }),
    answer: typeOf<PublishPreview>(),
  },
  /** Adds the COE of the last preview to a team library. Fails with `not-found` for an older one. */
  'publishing:publish': {
    request: z.strictObject({ ...inLibrary, copy: copyIdSchema, to: libraryHandleSchema }),
    answer: typeOf<Published>(),
  },
  /** Where a COE was published to, the last one first, also if it was taken back. Only this computer knows. */
  'publishing:list': { request: z.strictObject({ coeId: coeIdSchema }), answer: typeOf<Published[]>() },
  /**
   * Moves a published COE to the trash of the team library. The next exchange deletes it for everyone, with the pictures
   * and files that nothing else there names, unless somebody changed it meanwhile. The history of the repository and the
   * folders of the members' computers keep what they have.
   */
  'publishing:take-back': {
    request: z.strictObject({ ...inLibrary, coeId: coeIdSchema, published: coeIdSchema }),
    answer: typeOf<null>(),
  },
} as const satisfies Contracts;
