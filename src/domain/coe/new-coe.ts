import { type Clock, instantFrom } from '../clock.ts';
import type { Moment } from '../time/moment.ts';
import { COE_FORMAT, type Coe, CURRENT_SCHEMA_VERSION, coeSchema } from './coe.ts';
import type { DepthId, KindId } from './vocabulary.ts';

/**
 * The answers of the New COE dialog or the quick capture window. Depth and author come from the settings; without a
 * depth it is standard. `prose` is Markdown for the first section.
 */
export type NewCoe = {
  kind: KindId;
  title: string;
  happened: Moment;
  depth?: DepthId | undefined;
  author?: string | undefined;
  prose?: string | undefined;
  captured?: boolean | undefined;
};

/** Creates an empty COE with a trimmed title. Throws when `id` is not a ULID. */
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
    ...(request.captured === undefined ? {} : { captured: request.captured }),
    ...(request.prose === undefined ? {} : { sections: { context: { prose: request.prose } } }),
    createdAt: now,
    updatedAt: now,
  });
}
