import { z } from 'zod';

import { coeIdSchema } from '../ids.ts';
import { fail, ok, type Result } from '../result.ts';
import { type CoachingEvent, eventSchema, signingKeySchema } from './event.ts';
import { MAX_EVENTS } from './threads.ts';

const THREAD_FORMAT = 'once-thread';
const THREAD_VERSION = 1;

const eventId = eventSchema.shape.id;

/**
 * The threads of one share, beside the record of what was sent and never in the COE. `writer` is the writer's signing
 * key. `news` is what the last reply brought that the writer has not put away yet: ids of events, and how many events
 * in it were known.
 */
const threadFileSchema = z.looseObject({
  format: z.literal(THREAD_FORMAT),
  version: z.number().int().min(1),
  coeId: coeIdSchema,
  writer: signingKeySchema,
  events: z.array(eventSchema).max(MAX_EVENTS),
  news: z
    .object({ added: z.array(eventId).max(MAX_EVENTS), known: z.number().int().min(0) })
    .nullable()
    .default(null),
});
export type ThreadFile = z.infer<typeof threadFileSchema>;

/** The file of a share that has no events yet. */
export const emptyThreadFile = (coeId: string, writer: string): ThreadFile => ({
  format: THREAD_FORMAT,
  version: THREAD_VERSION,
  coeId,
  writer,
  events: [],
  news: null,
});

/** Why a thread file cannot be read. */
export type ThreadFileFault = 'broken' | 'newer';

/** Reads the text of a thread file. */
export function readThreadFile(text: string): Result<ThreadFile, ThreadFileFault> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail('broken');
  }
  const file = threadFileSchema.safeParse(json);
  if (!file.success) return fail('broken');
  return file.data.version > THREAD_VERSION ? fail('newer') : ok(file.data);
}

/** The text of a thread file. */
export const writeThreadFile = (file: ThreadFile): string => `${JSON.stringify(file, null, 2)}\n`;

/** The ids of events that are new to the writer, those of the last reply after the earlier ones. */
export const withNews = (file: ThreadFile, added: readonly CoachingEvent[], known: number): ThreadFile['news'] => ({
  added: [...new Set([...(file.news?.added ?? []), ...added.map(({ id }) => id)])],
  known,
});
