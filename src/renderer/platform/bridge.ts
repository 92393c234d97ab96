import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Bridge } from '#ipc/bridge.ts';
import type { Channel, EventName } from '#ipc/channels.ts';
import type { Answers, EventPayloads, RequestOf } from '#ipc/contract.ts';

declare global {
  interface Window {
    /** Set by the preload. Only this file reads it. */
    readonly once: Bridge;
  }
}

/** Sends a request to the main process. Expected failures are values; a rejected promise is a bug. */
export const invoke = <Name extends Channel>(
  channel: Name,
  request: RequestOf<Name>,
): Promise<Result<Answers[Name], AppError>> => window.once.ask(channel, request);

/**
 * The same for a request that holds a COE: as text it reaches main in one piece, while an object is copied value by value
 * on the way through the preload, which a key would have to wait for.
 */
export const invokeAsText = <Name extends Channel>(
  channel: Name,
  request: RequestOf<Name>,
): Promise<Result<Answers[Name], AppError>> => window.once.ask(channel, JSON.stringify(request));

/** Listens to an event of the main process. Returns a function that stops listening. */
export const listen = <Name extends EventName>(
  event: Name,
  listener: (payload: EventPayloads[Name]) => void,
): (() => void) => window.once.on(event, listener);
