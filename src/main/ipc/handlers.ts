import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Channel } from '#ipc/channels.ts';
import type { Answers, CheckedRequestOf, EventName, EventPayloads } from '#ipc/contract.ts';

/** Answers one channel. It gets a request that is already validated, and fails with a value, never by throwing. */
export type Handler<Name extends Channel> = (
  request: CheckedRequestOf<Name>,
) => Promise<Result<Answers[Name], AppError>>;

/** One handler for every channel. */
export type Handlers = { readonly [Name in Channel]: Handler<Name> };

/** Tells every window something. */
export type Announce = <Name extends EventName>(event: Name, payload: EventPayloads[Name]) => void;
