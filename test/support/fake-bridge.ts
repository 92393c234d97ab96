import { fail, ok } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Channel } from '#ipc/channels.ts';
import type { Answers, RequestOf } from '#ipc/contract.ts';

/** The answer of a channel that fails. */
export class Refusal {
  readonly error: AppError;
  constructor(error: AppError) {
    this.error = error;
  }
}

/** Answers for the channels that a screen asks: a value, or a function of the request. Other channels fail. */
export type FakedAnswers = {
  [Name in Channel]?: Answers[Name] | Refusal | ((request: RequestOf<Name>) => Answers[Name] | Promise<Answers[Name]>);
};

/** A bridge without a main process. It records every request and can send events. */
export function fakeBridge(answers: FakedAnswers) {
  const asked: { channel: Channel; request: unknown }[] = [];
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  Object.assign(window, {
    once: {
      ask: async (channel: Channel, sent: unknown) => {
        const request: unknown = typeof sent === 'string' ? JSON.parse(sent) : sent;
        asked.push({ channel, request });
        if (!(channel in answers)) return fail({ kind: 'not-found' });
        const answer = answers[channel] as unknown;
        if (answer instanceof Refusal) return fail(answer.error);
        return ok(await (typeof answer === 'function' ? (answer as (request: unknown) => unknown)(request) : answer));
      },
      on: (event: string, listener: (payload: unknown) => void) => {
        const all = listeners.get(event) ?? new Set();
        listeners.set(event, all.add(listener));
        return () => void all.delete(listener);
      },
    },
  });
  return {
    /** The requests sent to a channel, in order. */
    requests: <Name extends Channel>(channel: Name): RequestOf<Name>[] =>
      asked.filter((each) => each.channel === channel).map(({ request }) => request as RequestOf<Name>),
    send: (event: string, payload: unknown): void => {
      for (const listener of listeners.get(event) ?? []) listener(payload);
    },
  };
}
