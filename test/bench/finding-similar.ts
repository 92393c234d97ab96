import type { Page } from '@playwright/test';

/**
 * Milliseconds of each round trip from the page: the first question about a COE, and those after each pause in writing
 * it.
 */
export type SimilarTimes = { readonly first: readonly number[]; readonly later: readonly number[] };

/** Asks for the COEs like each of some, and again each time a few more words were written in it. */
export const timeSimilar = (page: Page, coes: number, pauses: number): Promise<SimilarTimes> =>
  page.evaluate(
    async ({ limit, times }) => {
      type Coe = { sections: { cause: { prose: string } } };
      type Answer<Value> = { ok: true; value: Value } | { ok: false; error: { kind: string } };
      type Ask = <Value>(channel: string, request: unknown) => Promise<Answer<Value>>;
      const bridge = (window as unknown as { once: { ask: Ask } }).once;
      const ask = async <Value>(channel: string, request: unknown): Promise<Value> => {
        const answer = await bridge.ask<Value>(channel, request);
        if (!answer.ok) throw new Error(`${channel}: ${answer.error.kind}`);
        return answer.value;
      };
      const words = 'the certificate expired and nobody had read the reminder in the calendar'.split(' ');
      const first: number[] = [];
      const later: number[] = [];
      const list = { filter: {}, text: '', order: 'happened-oldest', offset: 0, limit };
      for (const { id } of (await ask<{ rows: { id: string }[] }>('coes:list', list)).rows) {
        const { coe } = await ask<{ coe: Coe }>('coe:open', { id });
        for (let pause = 0; pause <= times; pause += 1) {
          coe.sections.cause.prose += ` ${words[pause % words.length]}`;
          const begun = performance.now();
          await ask('similar:find', { coe });
          (pause === 0 ? first : later).push(performance.now() - begun);
        }
      }
      return { first, later };
    },
    { limit: coes, times: pauses },
  );
