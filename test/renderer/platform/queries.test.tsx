// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';

import { invalidateOnEvents, queryClient, useIpcQuery } from '#renderer/platform/queries.ts';

type Listener = (payload: unknown) => void;

/** Shows the titles in the trash. `answer` answers a request that is waiting, `send` sends an event of main. */
function showTrash(channel: 'trash:list' | 'questions:read' = 'trash:list') {
  const listeners = new Map<string, Listener>();
  const waiting: ((value: unknown) => void)[] = [];
  Object.assign(window, {
    once: {
      ask: () => new Promise((resolve) => waiting.push(resolve)),
      on: (event: string, listener: Listener) => {
        listeners.set(event, listener);
        return () => undefined;
      },
    },
  });
  queryClient.clear();
  queryClient.setQueryData(['library:state', {}], { handle: 'one', folder: '/one', status: 'ready' });
  onTestFinished(invalidateOnEvents());
  render(
    <QueryClientProvider client={queryClient}>
      <Titles channel={channel} />
    </QueryClientProvider>,
  );
  return {
    /** Answers the request that has waited longest, or the one at a place. */
    answer: (title: string, at = 0) => act(async () => waiting.splice(at, 1)[0]?.({ ok: true, value: [{ title }] })),
    /** How many requests main has not answered. */
    waiting: () => waiting.length,
    send: (event: string, payload: object) => act(async () => listeners.get(event)?.(payload)),
  };
}

function Titles({
  channel = 'trash:list',
  request = {},
}: {
  channel?: 'trash:list' | 'questions:read';
  request?: object;
}) {
  const shown = useIpcQuery(channel, request as never).data as { title: string }[] | undefined;
  return <p>{shown === undefined ? 'Loading' : shown.map(({ title }) => title).join()}</p>;
}

afterEach(cleanup);

describe('lists after an event of main', () => {
  it('no longer show the previous library while the new one is read', async () => {
    const { answer, send } = showTrash();
    await answer('From one');
    expect(await screen.findByText('From one')).toBeDefined();
    await send('library:changed', { handle: 'two', folder: '/two', status: 'ready' });
    expect(await screen.findByText('Loading')).toBeDefined();
    await answer('From two');
    expect(await screen.findByText('From two')).toBeDefined();
  });

  it('stay on screen while they are read again from the same library', async () => {
    const { answer, send } = showTrash();
    await answer('Before');
    expect(await screen.findByText('Before')).toBeDefined();
    await send('coes:changed', { ids: 'many' });
    expect(screen.getByText('Before')).toBeDefined();
    await answer('After');
    expect(await screen.findByText('After')).toBeDefined();
  });

  it('are requested once more after an answer, however often they changed meanwhile', async () => {
    const { answer, send, waiting } = showTrash();
    await answer('First');
    for (let time = 0; time < 50; time += 1) await send('coes:changed', { ids: 'many' });
    expect(waiting()).toBe(1);
    await answer('In between');
    expect(await screen.findByText('In between')).toBeDefined();
    await expect.poll(waiting).toBe(1);
    await answer('Last');
    expect(await screen.findByText('Last')).toBeDefined();
    expect(waiting()).toBe(0);
  });

  it('are requested again if they changed before the first answer', async () => {
    const { answer, send, waiting } = showTrash();
    await send('coes:changed', { ids: 'many' });
    expect(waiting()).toBe(1);
    await answer('Older than the change');
    await expect.poll(waiting).toBe(1);
    await answer('After it');
    expect(await screen.findByText('After it')).toBeDefined();
  });

  it('are requested again if they changed while nothing on screen waited for the answer', async () => {
    const { answer, send, waiting } = showTrash();
    cleanup();
    await send('coes:changed', { ids: 'many' });
    await answer('Older than the change');
    await expect.poll(() => queryClient.getQueryState(['trash:list', {}])?.isInvalidated).toBe(true);
    expect(waiting()).toBe(0);
    render(
      <QueryClientProvider client={queryClient}>
        <Titles />
      </QueryClientProvider>,
    );
    await answer('After it');
    expect(await screen.findByText('After it')).toBeDefined();
  });

  it('are requested again while another answer of the same channel is late', async () => {
    const { answer, send, waiting } = showTrash();
    await answer('Before');
    render(
      <QueryClientProvider client={queryClient}>
        <Titles request={{ late: true }} />
      </QueryClientProvider>,
    );
    for (const title of ['Once', 'Twice']) {
      await send('coes:changed', { ids: 'many' });
      expect(waiting()).toBe(2);
      await answer(title, 1);
      expect(await screen.findByText(title)).toBeDefined();
    }
  });

  it('are requested anew if main does not answer, and later each time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const { answer, send, waiting } = showTrash();
    await answer('Before');
    await send('coes:changed', { ids: 'many' });
    await send('coes:changed', { ids: 'many' });
    await act(() => vi.advanceTimersByTimeAsync(29_000));
    expect(waiting()).toBe(1);
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(waiting()).toBe(2);
    await send('coes:changed', { ids: 'many' });
    await act(() => vi.advanceTimersByTimeAsync(59_000));
    expect(waiting()).toBe(2);
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(waiting()).toBe(3);
    await answer('Given up');
    await answer('Given up');
    await answer('After');
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(screen.getByText('After')).toBeDefined();
    expect(waiting()).toBe(0);
  });

  it('never show what the previous library answers late', async () => {
    const { answer, send, waiting } = showTrash('questions:read');
    await answer('From one');
    await send('questions:changed', {});
    await send('library:changed', { handle: 'two', folder: '/two', status: 'ready' });
    expect(waiting()).toBe(2);
    await answer('Late from one');
    expect(screen.queryByText('Late from one')).toBeNull();
    await answer('From two');
    expect(await screen.findByText('From two')).toBeDefined();
    expect(waiting()).toBe(0);
  });
});
