import type { Page } from '@playwright/test';

/**
 * Saves a COE many times, changed a little each time. Answers the milliseconds of each round trip, and how large the
 * file is.
 */
export const timeSaves = (page: Page, count: number): Promise<{ times: number[]; bytes: number }> =>
  page.evaluate(async (times) => {
    type Opened = { coe: { sections: { context: { prose: string } } }; revision: string; library: string };
    type Answer<Value> = { ok: true; value: Value } | { ok: false; error: { kind: string } };
    type Ask = <Value>(channel: string, request: unknown) => Promise<Answer<Value>>;
    const bridge = (window as unknown as { once: { ask: Ask } }).once;
    const ask = async <Value>(channel: string, request: unknown): Promise<Value> => {
      const answer = await bridge.ask<Value>(channel, request);
      if (!answer.ok) throw new Error(`${channel}: ${answer.error.kind}`);
      return answer.value;
    };
    const list = { filter: {}, text: '', order: 'happened-oldest', offset: 0, limit: 1 };
    const [row] = (await ask<{ rows: { id: string }[] }>('coes:list', list)).rows;
    const opened = await ask<Opened>('coe:open', { id: row?.id });
    const { coe, library } = opened;
    let base = opened.revision;
    const taken: number[] = [];
    for (let saved = 0; saved < times; saved += 1) {
      coe.sections.context.prose = `${coe.sections.context.prose.slice(0, 500)} ${saved}`;
      const begun = performance.now();
      // As text, as the app sends it.
      base = (await ask<{ revision: string }>('coe:save', JSON.stringify({ library, coe, base }))).revision;
      taken.push(performance.now() - begun);
    }
    return { times: taken, bytes: new TextEncoder().encode(JSON.stringify(coe, null, 2)).length };
  }, count);
