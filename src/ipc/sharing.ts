import { z } from 'zod';

import { AUDIENCE_IDS, type AudienceId } from '#domain/coe/audience.ts';
import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { signingKeySchema } from '#domain/coaching/event.ts';
import { COPY_TIMES_IDS, type CopyTimesId } from '#domain/sharing/copy-times.ts';
import type { NameCandidate } from '#domain/sharing/name-candidates.ts';
import { type NameDecision, nameDecisionSchema } from '#domain/sharing/name-replacer.ts';
import type { CopyBody } from '#domain/sharing/share-file.ts';
import { calendarDateSchema } from '#domain/time/calendar-date.ts';

import { type Contracts, typeOf } from './channel-contract.ts';
import { inLibrary } from './ids.ts';

/** The formats of a copy for a reader without Once. */
export const COPY_DOCUMENT_IDS = ['pdf', 'docx', 'markdown', 'html'] as const;

/** A card: `words` are what two people read to each other. `key` identifies the person. */
export type CardInfo = { name: string; key: string; words: string[] };

/** One's own card. `isSealed`: the system's keyring protects the private keys. */
export type OwnCard = CardInfo & { isSealed: boolean };

/** Somebody whose card was imported. `hasCompared`: both read the words to each other. */
export type ContactInfo = CardInfo & { addedOn: string; hasCompared: boolean };

/** The names in what goes along, and a decision for each: the one made before for this reader, or a new pseudonym. */
export type FoundNames = { candidates: NameCandidate[]; decisions: NameDecision[] };

/**
 * What is in a finished copy, as it was read back. `copy` names it to `sharing:save`; `coe` is for showing it; `bytes` is
 * the size of the file, and `seq` its number.
 */
export type CopyPreview = {
  copy: string;
  coe: Coe;
  body: Omit<CopyBody, 'coe'>;
  bytes: number;
  seq: number;
  isEncrypted: boolean;
};

/** A share of a COE: with whom, the choices of its last copy, and how many copies were saved. */
export type ShareInfo = {
  share: string;
  to: CardInfo | null;
  audience: AudienceId;
  times: CopyTimesId;
  asks: string;
  copies: number;
  lastOn: string | null;
  withdrawnOn: string | null;
};

const reader = signingKeySchema.nullable();

const choiceSchema = z.strictObject({
  coe: coeSchema,
  /** The key of a contact; null for anyone who has the file. */
  to: reader,
  audience: z.enum(AUDIENCE_IDS),
  times: z.enum(COPY_TIMES_IDS),
  names: z.array(nameDecisionSchema).max(2_000),
  asks: z.string().max(4_000),
  notForRatings: z.boolean(),
  deleteAfter: calendarDateSchema.nullable(),
});

const nothing = z.strictObject({});
const copyIdSchema = z.string().regex(/^[0-9a-f]{32}$/);

/** The channels of sharing a COE. Those about cards work while the library is locked. */
export const SHARING_CHANNELS = {
  /** One's own card; null before the first use. */
  'sharing:own-card': { request: nothing, answer: typeOf<OwnCard | null>(), whileLocked: true },
  /** Makes the card, or gives it another name. */
  'sharing:name-card': {
    request: z.strictObject({ name: z.string().trim().min(1).max(200) }),
    answer: typeOf<OwnCard>(),
    whileLocked: true,
  },
  /** Asks where to save one's own card. Fails with `cancelled`. */
  'sharing:save-card': { request: nothing, answer: typeOf<{ fileName: string }>(), whileLocked: true },
  'sharing:contacts': { request: nothing, answer: typeOf<ContactInfo[]>(), whileLocked: true },
  /** Asks for a card and adds its person. Fails with `cancelled`. */
  'sharing:import-card': { request: nothing, answer: typeOf<ContactInfo>(), whileLocked: true },
  'sharing:set-compared': {
    request: z.strictObject({ key: signingKeySchema, hasCompared: z.boolean() }),
    answer: typeOf<ContactInfo>(),
    whileLocked: true,
  },
  'sharing:remove-contact': {
    request: z.strictObject({ key: signingKeySchema }),
    answer: typeOf<null>(),
    whileLocked: true,
  },
  'sharing:shares': { request: z.strictObject({ coeId: coeSchema.shape.id }), answer: typeOf<ShareInfo[]>() },
  'sharing:find-names': {
    request: z.strictObject({ coe: coeSchema, to: reader, audience: z.enum(AUDIENCE_IDS) }),
    answer: typeOf<FoundNames>(),
  },
  /** Makes the file, without saving it, and reads it back. */
  'sharing:preview': { request: choiceSchema, answer: typeOf<CopyPreview>() },
  /** Asks where to save the file of the last preview, byte for byte. Fails with `cancelled`. */
  'sharing:save': {
    request: z.strictObject({ ...inLibrary, copy: copyIdSchema }),
    answer: typeOf<{ fileName: string }>(),
  },
  /** Asks where to save what is in the last preview as a document. Fails with `cancelled`. */
  'sharing:save-document': {
    request: z.strictObject({ copy: copyIdSchema, format: z.enum(COPY_DOCUMENT_IDS) }),
    answer: typeOf<{ fileName: string }>(),
  },
  /**
   * Asks where to save a file that asks the reader's app to remove all copies of a share. It is a request: what was
   * copied elsewhere stays. Fails with `cancelled`.
   */
  'sharing:withdraw': {
    request: z.strictObject({ ...inLibrary, coeId: coeSchema.shape.id, share: copyIdSchema }),
    answer: typeOf<{ fileName: string }>(),
  },
} as const satisfies Contracts;
