import type { Result } from '#domain/result.ts';

import type { AppError } from './app-error.ts';
import type { Channel, EventName } from './channels.ts';
import type { Answers, EventPayloads, RequestOf } from './contract.ts';

/**
 * The API that the preload exposes as `window.once`. Both functions refuse names that are not in the lists of
 * channels.ts.
 */
export type Bridge = {
  /** The request as it is, or as JSON text. */
  ask<Name extends Channel>(channel: Name, request: RequestOf<Name> | string): Promise<Result<Answers[Name], AppError>>;
  /** Calls the listener on each event until the returned function is called. Throws on an unknown event. */
  on<Name extends EventName>(event: Name, listener: (payload: EventPayloads[Name]) => void): () => void;
};
