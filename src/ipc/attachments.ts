import { z } from 'zod';

import { isAttachmentName, MAX_ATTACHMENT_BYTES } from '#domain/attachments/attachment-name.ts';

import { type Contracts, typeOf } from './channel-contract.ts';
import { fileNameSchema, libraryHandleSchema } from './ids.ts';

/** A picture or file that was added: its name, and its size in bytes. */
export type Attachment = { name: string; bytes: number };

const attachmentName = z.string().refine(isAttachmentName);

/** The channels of pictures and files. A picture is shown from `app://once/attachments/NAME`. */
export const ATTACHMENT_CHANNELS = {
  /** Keeps a file, given in base64. Fails with `attachment-too-large`. */
  'attachments:add': {
    request: z.strictObject({
      library: libraryHandleSchema,
      fileName: fileNameSchema,
      base64: z.base64().max(Math.ceil((MAX_ATTACHMENT_BYTES + 3) / 3) * 4 + 8),
    }),
    answer: typeOf<Attachment>(),
  },
  /** The size of each attachment in bytes; null for a missing one. */
  'attachments:find': {
    request: z.strictObject({ names: z.array(attachmentName).max(1000) }),
    answer: typeOf<{ name: string; bytes: number | null }[]>(),
  },
  /** Saves an attachment where the person chooses. Fails with `cancelled`, or `not-found` if it is missing. */
  'attachments:save-as': {
    request: z.strictObject({ name: attachmentName, fileName: fileNameSchema }),
    answer: typeOf<{ fileName: string }>(),
  },
} as const satisfies Contracts;
