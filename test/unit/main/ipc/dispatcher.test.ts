import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ok } from '#domain/result.ts';
import { CHANNELS } from '#ipc/channels.ts';
import { createDispatcher } from '#main/ipc/dispatcher.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import { testId } from '#test/support/test-ids.ts';

/** Handlers that record their calls. */
function watched(): { handlers: Handlers; reached: string[] } {
  const reached: string[] = [];
  const handlers = Object.fromEntries(
    CHANNELS.map((channel) => [
      channel,
      async () => {
        reached.push(channel);
        return ok(null);
      },
    ]),
  ) as unknown as Handlers;
  return { handlers, reached };
}

describe('the dispatcher', () => {
  it('passes a valid request to its handler', async () => {
    const { handlers, reached } = watched();
    expect(await createDispatcher(handlers, () => 'r')('main', 'library:state', {})).toEqual({ ok: true, value: null });
    expect(reached).toEqual(['library:state']);
  });

  it('takes a request as JSON text, and checks it as any other', async () => {
    const { handlers, reached } = watched();
    const dispatch = createDispatcher(handlers, () => 'r');
    const refused = (detail: string) => ({ ok: false, error: { kind: 'invalid-request', detail } });
    expect(await dispatch('main', 'coe:open', `{"id":"${testId(1)}"}`)).toEqual({ ok: true, value: null });
    expect(await dispatch('main', 'coe:open', '{"id":"../x"}')).toEqual(refused('id: invalid_format'));
    expect(await dispatch('main', 'coe:open', '{"id":')).toEqual(refused('not-json'));
    expect(await dispatch('main', 'coe:open', `${'['.repeat(5000)}${']'.repeat(5000)}`)).toEqual(refused('too-deep'));
    expect(await dispatch('main', 'coe:open', `"${'x'.repeat(25_000_000)}"`)).toEqual(refused('too-large'));
    expect(reached).toEqual(['coe:open']);
  });

  it('rejects an unknown channel, whatever its name', async () => {
    const { handlers } = watched();
    const dispatch = createDispatcher(handlers, () => 'r');
    for (const name of ['', 'toString', '__proto__', 'constructor', 'coe:open ', 'COE:OPEN']) {
      expect(await dispatch('main', name, {})).toEqual({
        ok: false,
        error: { kind: 'invalid-request', detail: 'no such channel' },
      });
    }
  });

  it('reports where a request is invalid, without quoting it', async () => {
    const { handlers, reached } = watched();
    const answer = await createDispatcher(handlers, () => 'r')('main', 'coe:open', {
      id: 'my secret',
      'my other secret': 1,
    });
    expect(answer).toMatchObject({ ok: false, error: { kind: 'invalid-request' } });
    expect(JSON.stringify(answer)).toContain('id');
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(reached).toEqual([]);
  });

  it('turns a thrown error into a log reference, without its message', async () => {
    const taken: unknown[] = [];
    const { handlers } = watched();
    const broken: Handlers = {
      ...handlers,
      'app:info': () => Promise.reject(new Error('about /home/me/Once/secret.json')),
      'library:state': () => {
        throw new TypeError('at once');
      },
    };
    const dispatch = createDispatcher(broken, (channel, error) => {
      taken.push([channel, error instanceof Error ? error.name : null]);
      return 'ref-1';
    });
    const refusal = { ok: false, error: { kind: 'unexpected', reference: 'ref-1' } };
    expect(await dispatch('main', 'app:info', {})).toEqual(refusal);
    expect(await dispatch('main', 'library:state', {})).toEqual(refusal);
    expect(taken).toEqual([
      ['app:info', 'Error'],
      ['library:state', 'TypeError'],
    ]);
  });

  it('answers any input', async () => {
    const { handlers } = watched();
    const bugs: string[] = [];
    const dispatch = createDispatcher(handlers, (channel) => {
      bugs.push(channel);
      return 'r';
    });
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CHANNELS), anything, async (channel, request) => {
        const answer = await dispatch('main', channel, request);
        expect(answer.ok || answer.error.kind === 'invalid-request').toBe(true);
      }),
      { numRuns: 10_000 },
    );
    expect(bugs).toEqual([]);
  });
});
