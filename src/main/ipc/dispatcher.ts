import { fail, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { type Channel, CHANNELS } from '#ipc/channels.ts';
import { REQUESTS } from '#ipc/contract.ts';

import type { Handlers } from './handlers.ts';
import { payloadFault } from './plain-payload.ts';

/** Answers a request. Whatever comes in, the promise is kept and never broken. */
export type Dispatch = (channel: string, request: unknown) => Promise<Result<unknown, AppError>>;

/** Takes down an error that nobody expected, and answers the reference under which it is found in the log. */
export type TakeDown = (channel: string, error: unknown) => string;

type AnyHandler = (request: unknown) => Promise<Result<unknown, AppError>>;

const known: ReadonlySet<string> = new Set(CHANNELS);
const isChannel = (name: string): name is Channel => known.has(name);

/** Stands between a transport and the handlers: checks what was sent, and turns every failure into a value. */
export function createDispatcher(handlers: Handlers, takeDown: TakeDown): Dispatch {
  return async (channel, request) => {
    try {
      if (!isChannel(channel)) return refuse('no such channel');
      const fault = payloadFault(request);
      if (fault !== null) return refuse(fault);
      const checked = REQUESTS[channel].safeParse(request);
      if (!checked.success) return refuse(describeIssues(checked.error.issues));
      // The compiler cannot see that the schema and the handler are of the same channel; the two records are typed by it.
      const handler = handlers[channel] as AnyHandler;
      return await handler(checked.data);
    } catch (error) {
      return fail({ kind: 'unexpected', reference: takeDown(channel, error) });
    }
  };
}

const refuse = (detail: string): Result<never, AppError> => fail({ kind: 'invalid-request', detail });

type Issue = { readonly code?: string; readonly path: readonly PropertyKey[] };

/** Where and what, never the value: it may be somebody's text. */
const describeIssues = (issues: readonly Issue[]): string =>
  issues
    .slice(0, 5)
    .map((issue) => `${issue.path.slice(0, 6).map(pathPart).join('.') || 'request'}: ${issue.code ?? 'invalid'}`)
    .join('; ');

/** Our own keys are short words; anything else was made up by the sender. */
const pathPart = (part: PropertyKey): string =>
  typeof part === 'number' ? String(part) : /^[A-Za-z]{1,40}$/.test(String(part)) ? String(part) : '?';
