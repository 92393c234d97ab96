import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Channel } from '#ipc/channels.ts';
import type { Answers, CheckedRequestOf, EventName, EventPayloads } from '#ipc/contract.ts';

/** Handles one channel. It receives a validated request, and returns errors as values instead of throwing. */
export type Handler<Name extends Channel> = (
  request: CheckedRequestOf<Name>,
) => Promise<Result<Answers[Name], AppError>>;

/** One handler for every channel. */
export type Handlers = { readonly [Name in Channel]: Handler<Name> };

/** Sends an event with its payload to every window. */
export type Announce = <Name extends EventName>(event: Name, payload: EventPayloads[Name]) => void;
