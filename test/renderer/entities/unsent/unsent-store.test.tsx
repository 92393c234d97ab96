// @vitest-environment happy-dom
import { act, cleanup, render, renderHook, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import type { UnsentItem } from '#domain/coaching/unsent-file.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { UnsentStatus } from '#renderer/entities/unsent/unsent-status.tsx';
import { createUnsentStore, type UnsentPlace } from '#renderer/entities/unsent/unsent-store.ts';
import { flushUnsavedText } from '#renderer/platform/unsaved-text.ts';

const PLACE: UnsentPlace = ['a library', 'a COE'];
const DISK_FULL: AppError = { kind: 'disk', reason: 'full', code: 'ENOSPC' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** A store on a disk in memory, which takes what is typed until `disk.error` is set. */
function storeOn(there: readonly UnsentItem<string>[] = [], answer?: Promise<unknown>) {
  const disk = {
    words: new Map(there.map(({ about, words }) => [about, words])),
    error: null as AppError | null,
    writes: 0,
  };
  const store = createUnsentStore<string>({
    read: async (place): Promise<Result<readonly UnsentItem<string>[], AppError>> => {
      await answer;
      if (disk.error !== null) return fail(disk.error);
      const isHere = place.join() === PLACE.join();
      return ok(isHere ? [...disk.words].map(([about, words]) => ({ about, words })) : []);
    },
    save: async (_place, about, words) => {
      if (disk.error !== null) return fail(disk.error);
      disk.writes += 1;
      if (words === null) disk.words.delete(about);
      else disk.words.set(about, words);
      return ok(null);
    },
    isTyped: (words) => words.trim() !== '',
  });
  return { store, disk };
}

const settle = (milliseconds: number): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(milliseconds);
  });

it('what is typed is stored within 200 ms of the first change, however long one goes on typing', async () => {
  const { store, disk } = storeOn();
  for (const words of ['W', 'Wh', 'Wha', 'What']) {
    store.set(PLACE, 'a question', words);
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await settle(40);
  }
  await settle(40);
  expect(disk.words.get('a question')).toBe('What');
  expect(disk.writes).toBe(1);
});

it('what is sent or given up is forgotten on the disk at once', async () => {
  const { store, disk } = storeOn();
  store.set(PLACE, 'a question', 'What');
  await settle(200);
  store.set(PLACE, 'a question', null);
  await settle(0);
  expect([...disk.words]).toEqual([]);
});

it('what was typed is stored before the page goes away', async () => {
  const { store, disk } = storeOn();
  store.set(PLACE, 'a question', 'What');
  expect(await flushUnsavedText()).toBe(0);
  expect(disk.words.get('a question')).toBe('What');
});

it('what was typed before a restart is there, and does not replace what is typed meanwhile', async () => {
  let answer: () => void = () => undefined;
  const waiting = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { store } = storeOn(
    [
      { about: 'a question', words: 'Typed before' },
      { about: 'another', words: 'Also before' },
      { about: 'a third', words: 'Given up meanwhile' },
    ],
    waiting,
  );
  const { result } = renderHook(() => store.useUnsent(PLACE));
  expect(result.current.isRead).toBe(false);
  act(() => {
    store.set(PLACE, 'a question', 'Typed now');
    store.set(PLACE, 'a third', null);
  });
  answer();
  await settle(0);
  expect(result.current).toMatchObject({
    isRead: true,
    words: { 'a question': 'Typed now', another: 'Also before' },
    earlier: ['another'],
  });
  expect(Object.keys(result.current.words)).toHaveLength(2);
});

it('a write that failed is reported, tried again with the next change, and counted before the page goes away', async () => {
  const { store, disk } = storeOn();
  const { result } = renderHook(() => store.useUnsent(PLACE));
  await settle(0);
  disk.error = DISK_FULL;
  store.set(PLACE, 'a question', 'What');
  await settle(200);
  expect(result.current.failure).toEqual({ during: 'saving', error: DISK_FULL });
  expect(await act(flushUnsavedText)).toBe(1);
  disk.error = null;
  store.set(PLACE, 'another', 'How');
  await settle(200);
  expect(result.current.failure).toBeNull();
  expect(new Map(disk.words)).toEqual(
    new Map([
      ['a question', 'What'],
      ['another', 'How'],
    ]),
  );
});

it('what was removed with its share or its COE does not come back when that is shown again', async () => {
  const { store, disk } = storeOn();
  const first = renderHook(() => store.useUnsent(PLACE));
  store.set(PLACE, 'a question', 'What');
  await settle(200);
  first.unmount();
  disk.words.clear();
  const again = renderHook(() => store.useUnsent(PLACE));
  await settle(0);
  expect(again.result.current.words).toEqual({});
});

it('what cannot be removed holds nothing up', async () => {
  const { store, disk } = storeOn();
  store.set(PLACE, 'a question', 'What');
  await settle(200);
  disk.error = DISK_FULL;
  store.set(PLACE, 'a question', null);
  expect(await flushUnsavedText()).toBe(0);
});

it('a form that is merely open is not on the disk', async () => {
  const { store, disk } = storeOn();
  store.set(PLACE, 'a question', ' ');
  await settle(200);
  expect(store.get(PLACE, 'a question')).toBe(' ');
  expect([...disk.words]).toEqual([]);
});

it('words whose place is gone hold nothing up', async () => {
  const { store, disk } = storeOn();
  disk.error = { kind: 'library-switched' };
  store.set(PLACE, 'a question', 'What');
  expect(await flushUnsavedText()).toBe(0);
});

it('the words of one place are not shown in another', async () => {
  const { store } = storeOn();
  store.set(PLACE, 'a question', 'What');
  const { result } = renderHook(() => store.useUnsent(['another library', 'a COE']));
  await settle(0);
  expect(result.current.words).toEqual({});
});

it('a form says what could not be stored, and what could not be read', () => {
  render(<UnsentStatus failure={{ during: 'saving', error: DISK_FULL }} earlier="You typed this earlier." />);
  expect(screen.getByRole('status').textContent).toMatch(/^Not saved: .+\.$/);
  cleanup();
  render(<UnsentStatus failure={{ during: 'reading', error: DISK_FULL }} earlier={null} />);
  expect(screen.getByRole('status').textContent).toMatch(/could not be read: .+\. It is still on the disk\.$/);
});
