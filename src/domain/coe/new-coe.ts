import { type Clock, instantFrom } from '../clock.ts';
import type { Moment } from '../time/moment.ts';
import { COE_FORMAT, type Coe, CURRENT_SCHEMA_VERSION, coeSchema } from './coe.ts';
import type { DepthId, KindId } from './vocabulary.ts';

/** What New COE asks for; depth and author come from the settings. */
export type NewCoe = {
  kind: KindId;
  title: string;
  happened: Moment;
  depth?: DepthId | undefined;
  author?: string | undefined;
};

/** Makes an empty COE of a kind. The id must be a fresh ULID. */
export function newCoe(request: NewCoe, id: string, clock: Clock): Coe {
  const now = instantFrom(clock);
  return coeSchema.parse({
    format: COE_FORMAT,
    schemaVersion: CURRENT_SCHEMA_VERSION,
    id,
    kind: request.kind,
    title: request.title.trim(),
    happened: request.happened,
    ...(request.depth === undefined ? {} : { depth: request.depth }),
    ...(request.author === undefined ? {} : { author: request.author }),
    createdAt: now,
    updatedAt: now,
  });
}
