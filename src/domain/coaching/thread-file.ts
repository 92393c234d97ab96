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
 * key. `news` is what replies brought since the writer put it away last: ids of events, and how many others of the reader
 * were known before. It is null when there was no reply since.
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

/**
 * What is new to the writer after a reply by `reader`: its new events after those that were not put away yet, and how many
 * others of the reader there are.
 */
export function withNews(
  { events, news }: ThreadFile,
  added: readonly CoachingEvent[],
  reader: string,
): ThreadFile['news'] {
  const fresh = new Set([...(news?.added ?? []), ...added.map(({ id }) => id)]);
  const known = events.filter(({ id, by }) => by === reader && !fresh.has(id)).length;
  return { added: [...fresh], known };
}
