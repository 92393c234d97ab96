// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';

import { invalidateOnEvents, queryClient, useIpcQuery } from '#renderer/platform/queries.ts';

type Listener = (payload: unknown) => void;

/** Shows the titles in the trash. `answer` answers a request that is waiting, `send` sends an event of main. */
function showTrash() {
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
      <Titles />
    </QueryClientProvider>,
  );
  return {
    answer: (title: string) => act(async () => waiting.shift()?.({ ok: true, value: [{ title }] })),
    /** How many requests main has not answered. */
    waiting: () => waiting.length,
    send: (event: string, payload: object) => act(async () => listeners.get(event)?.(payload)),
  };
}

function Titles() {
  const trash = useIpcQuery('trash:list', {});
  return <p>{trash.data === undefined ? 'Loading' : trash.data.map(({ title }) => title).join()}</p>;
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
});
