import { describe, expect, it, onTestFinished } from 'vitest';

import { createWorkerClient, type WorkerClient, type WorkerOptions } from '#main/worker/worker-client.ts';

import type { TestTasks } from '../../../support/task-worker.ts';

function clientOf(options: Partial<WorkerOptions<TestTasks>> = {}): WorkerClient<TestTasks> {
  const url = new URL('../../../support/task-worker.ts', import.meta.url);
  const client = createWorkerClient<TestTasks>({ name: 'test', url, ...options });
  onTestFinished(() => client.close());
  return client;
}

describe('a worker client', () => {
  it('returns the answer of a task after its progress', async () => {
    const client = clientOf();
    const steps: number[] = [];
    const answered = await client.request('count', { steps: 3 }, ({ done }) => steps.push(done));
    expect(answered).toEqual({ ok: true, value: 'done' });
    expect(steps).toEqual([1, 2, 3]);
    expect(client.generation()).toBe(1);
  });

  it('returns the stack of an error in a task, without its message', async () => {
    const client = clientOf();
    const answered = await client.request('throw', null);
    if (answered.ok) throw new Error('answered');
    expect(answered.error.stack).toMatch(/TypeError\n.*task-worker/);
    expect(`${answered.error.message}${answered.error.stack}`).not.toContain('private');
    expect(await client.request('recall', null)).toEqual({ ok: true, value: '' });
    expect(client.generation()).toBe(1);
  });

  it('fails pending requests when the worker dies, and starts a new worker for the next request', async () => {
    const client = clientOf({ firstRequest: { task: 'remember', request: { text: 'key' } } });
    const [died, waited] = await Promise.all([client.request('die', null), client.request('recall', null)]);
    expect(died).toMatchObject({ ok: false, error: { message: 'The test worker has ended' } });
    expect(waited.ok).toBe(false);
    expect(await client.request('recall', null)).toEqual({ ok: true, value: 'key' });
    expect(client.generation()).toBe(2);
  });

  it('starts no worker after repeated deaths until the pause is over', async () => {
    const client = clientOf();
    for (let death = 0; death < 3; death += 1) await client.request('die', null);
    const refused = await client.request('recall', null);
    expect(refused).toMatchObject({ ok: false, error: { message: 'The test worker keeps dying' } });
    expect(client.generation()).toBe(3);

    const impatient = clientOf({ pauseMs: 0 });
    for (let death = 0; death < 4; death += 1) await impatient.request('die', null);
    expect(await impatient.request('recall', null)).toEqual({ ok: true, value: '' });
  });

  it('limits the memory for new objects where asked to', async () => {
    expect(await clientOf({ newObjectsMb: 6 }).request('limit', null)).toEqual({ ok: true, value: 6 });
    expect(await clientOf().request('limit', null)).not.toEqual({ ok: true, value: 6 });
  });

  it('hears what the worker tells, and that it has ended, after what was pending has failed', async () => {
    const heard: unknown[] = [];
    const client = clientOf({ onEvent: (event) => heard.push(event), onEnd: () => heard.push('ended') });
    await client.request('tell', { event: 'a word' });
    expect(heard).toEqual(['a word']);
    await client.request('die', null);
    expect(heard).toEqual(['a word', 'ended']);
  });

  it('fails if the worker cannot start', async () => {
    const client = clientOf({ url: new URL('no-such-worker.ts', import.meta.url) });
    expect((await client.request('recall', null)).ok).toBe(false);
  });
});
