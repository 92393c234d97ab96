import type { Result } from '#domain/result.ts';

import type { AppError } from './app-error.ts';
import type { Channel, EventName } from './channels.ts';
import type { Answers, EventPayloads, RequestOf } from './contract.ts';

/** What the preload puts on `window.once`: one function to ask, one to listen. Both refuse names that are not in the list. */
export type Bridge = {
  ask<Name extends Channel>(channel: Name, request: RequestOf<Name>): Promise<Result<Answers[Name], AppError>>;
  /** Calls back on each event until the returned function is called. */
  on<Name extends EventName>(event: Name, listener: (payload: EventPayloads[Name]) => void): () => void;
};
