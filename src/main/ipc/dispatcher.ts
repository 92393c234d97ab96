import { fail, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { type Channel, CHANNELS } from '#ipc/channels.ts';
import { CONTRACT } from '#ipc/contract.ts';

import type { Handlers } from './handlers.ts';
import { mayUse, type PageWindow } from './page-window.ts';
import { readPayload } from './plain-payload.ts';

/** Handles a request. The promise never rejects: errors are returned as values. */
export type Dispatch = (from: PageWindow, channel: string, request: unknown) => Promise<Result<unknown, AppError>>;

/** Logs an unexpected error and returns the reference under which the log has it. */
export type LogUnexpected = (channel: string, error: unknown) => string;

type AnyHandler = (request: unknown) => Promise<Result<unknown, AppError>>;

const known: ReadonlySet<string> = new Set(CHANNELS);
const isChannel = (name: string): name is Channel => known.has(name);

/**
 * Creates a dispatcher between a transport and the handlers: refuses channels that the sending window may not use,
 * validates each request, and turns every error into a value. Fails with `invalid-request` or, when a handler throws,
 * `unexpected`.
 */
export function createDispatcher(handlers: Handlers, logUnexpected: LogUnexpected): Dispatch {
  return async (from, channel, request) => {
    try {
      if (!isChannel(channel)) return refuse('no such channel');
      if (!mayUse(from, channel)) return refuse('not for this window');
      const payload = readPayload(request);
      if (!payload.ok) return refuse(payload.error);
      const checked = CONTRACT[channel].request.safeParse(payload.value);
      if (!checked.success) return refuse(describeIssues(checked.error.issues));
      // The compiler cannot see that the schema and the handler belong to the same channel; the types of the two
      // records ensure it.
      const handler = handlers[channel] as AnyHandler;
      return await handler(checked.data);
    } catch (error) {
      return fail({ kind: 'unexpected', reference: logUnexpected(channel, error) });
    }
  };
}

const refuse = (detail: string): Result<never, AppError> => fail({ kind: 'invalid-request', detail });

type Issue = { readonly code?: string; readonly path: readonly PropertyKey[] };

/** Describes where a request is invalid, but never quotes a value: it may be a person's text. */
const describeIssues = (issues: readonly Issue[]): string =>
  issues
    .slice(0, 5)
    .map((issue) => `${issue.path.slice(0, 6).map(pathPart).join('.') || 'request'}: ${issue.code ?? 'invalid'}`)
    .join('; ');

/** Our keys are short words; any other key came from the sender and is not quoted. */
const pathPart = (part: PropertyKey): string =>
  typeof part === 'number' ? String(part) : /^[A-Za-z]{1,40}$/.test(String(part)) ? String(part) : '?';
