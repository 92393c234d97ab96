import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import type { Draft } from '#renderer/draft/draft-state.ts';
import { type MemoryDisk, memoryDisk } from '#test/support/memory-disk.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

/** The bridge that the preload puts there, with two COEs behind it, and a way to tell the page of events. */
async function openPage() {
  const disks = new Map<string, MemoryDisk>([1, 2].map((number) => [testId(number), memoryDisk(someCoe({}, number))]));
  const copies: Coe[] = [];
  const listeners = new Map<string, (payload: unknown) => void>();
  const answers: Record<string, (request: { id: string; coe: Coe; base: string }) => unknown> = {
    'coe:open': ({ id }) => disks.get(id)?.open(id),
    'coe:save': ({ coe, base }) => disks.get(coe.id)?.save(coe, base),
    'journal:keep': () => ({ ok: true, value: null }),
    'journal:drop': () => ({ ok: true, value: null }),
    'coe:save-copy': ({ coe }) => (copies.push(coe), { ok: true, value: { fileName: 'copy.json' } }),
  };
  vi.stubGlobal('window', {
    once: {
      ask: async (channel: string, request: { id: string; coe: Coe; base: string }) => answers[channel]?.(request),
      on: (event: string, listener: (payload: unknown) => void) => {
        listeners.set(event, listener);
        return () => listeners.delete(event);
      },
    },
  });
  vi.resetModules();
  const drafts = await import('#renderer/draft/open-drafts.ts');
  const soon = async <Value>(promise: Promise<Value>): Promise<Value> => {
    await vi.advanceTimersByTimeAsync(50);
    return promise;
  };
  return {
    ...drafts,
    copies,
    listeners,
    soon,
    tell: (event: string, payload: unknown) => listeners.get(event)?.(payload),
    disk: (number: number): MemoryDisk => {
      const disk = disks.get(testId(number));
      if (disk === undefined) throw new Error('no such disk');
      return disk;
    },
    open: async (number: number): Promise<Draft> => {
      const opened = await soon(drafts.openDraft(testId(number)));
      if (!opened.ok) throw new Error(opened.error.kind);
      return opened.value;
    },
  };
}

const type = (draft: Draft, summary: string): void =>
  draft.change((coe) => ({ ...coe, summary }), { place: 'context', key: 'summary' });
const full = { error: { kind: 'disk', reason: 'full', code: 'ENOSPC' } } as const;

describe('the drafts of a page', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('keep their history when a person goes elsewhere and comes back', async () => {
    const page = await openPage();
    const first = await page.open(1);
    type(first, 'typed in the first');
    const second = await page.open(2);
    expect(second.undo()).toBe(false);
    const again = await page.open(1);
    expect(again).toBe(first);
    expect(again.undo()).toBe(true);
    expect(again.store.getState().coe.summary).toBe('');
  });

  it('are one for each COE, even when two ask at once', async () => {
    const page = await openPage();
    const [one, other] = await page.soon(Promise.all([page.openDraft(testId(1)), page.openDraft(testId(1))]));
    expect(one.ok && other.ok && one.value === other.value).toBe(true);
  });

  it('are not made of a COE that cannot be opened', async () => {
    const page = await openPage();
    page.disk(1).writeOutside(null);
    expect(await page.soon(page.openDraft(testId(1)))).toEqual({ ok: false, error: { kind: 'not-found' } });
  });

  it('may only be read while another window has the library, and are open to writing after it', async () => {
    const page = await openPage();
    const draft = await page.open(1);
    page.watchOutsideChanges();
    const here = { place: '/here', status: 'ready' };
    page.tell('library:changed', { ...here, writable: false, isOpenElsewhere: true });
    expect(draft.store.getState().readOnly).toBe(true);
    page.tell('library:changed', { ...here, writable: true, isOpenElsewhere: false });
    expect(draft.store.getState().readOnly).toBe(false);
  });

  it('stay open to writing in a folder that may not be written just now', async () => {
    const page = await openPage();
    const draft = await page.open(1);
    page.watchOutsideChanges();
    page.tell('library:changed', { place: '/here', status: 'ready', writable: false, isOpenElsewhere: false });
    expect(draft.store.getState().readOnly).toBe(false);
  });

  it('are read anew once they are forgotten', async () => {
    const page = await openPage();
    const first = await page.open(1);
    page.forgetDraft(testId(1));
    expect(await page.open(1)).not.toBe(first);
  });

  it('are all saved before leaving, and those that could not be are counted and offered a copy', async () => {
    const page = await openPage();
    type(await page.open(1), 'goes to disk');
    type(await page.open(2), 'has no room');
    page.disk(2).fault = full;
    expect(await page.soon(page.flushAllDrafts())).toEqual({ unsaved: 1, kept: 1 });
    expect(page.disk(1).file()?.coe.summary).toBe('goes to disk');
    await page.saveCopiesOfUnsaved();
    expect(page.copies.map(({ summary }) => summary)).toEqual(['has no room']);
  });

  it('hear of the change of their own file', async () => {
    const page = await openPage();
    page.watchOutsideChanges();
    const [first, second] = [await page.open(1), await page.open(2)];
    const revision = page.disk(1).writeOutside(someCoe({ summary: 'theirs' }, 1));
    page.tell('coe:changed-outside', { id: testId(1), revision });
    await vi.advanceTimersByTimeAsync(50);
    expect(first.store.getState().coe.summary).toBe('theirs');
    expect(second.store.getState().coe.summary).toBe('');
  });

  it('save what failed as soon as the library is back', async () => {
    const page = await openPage();
    page.watchOutsideChanges();
    const draft = await page.open(1);
    page.disk(1).away = true;
    type(draft, 'waits');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(draft.store.getState().saveState.kind).toBe('failed');
    page.disk(1).away = false;
    page.tell('library:changed', { place: '/here', status: 'ready' });
    await vi.advanceTimersByTimeAsync(50);
    expect(page.disk(1).file()?.coe.summary).toBe('waits');
  });

  it('belong to one library', async () => {
    const page = await openPage();
    page.watchOutsideChanges();
    page.tell('library:changed', { place: '/here', status: 'ready' });
    const draft = await page.open(1);
    page.tell('library:changed', { place: '/here', status: 'ready' });
    expect(await page.open(1)).toBe(draft);
    page.tell('library:changed', { place: '/elsewhere', status: 'ready' });
    expect(await page.open(1)).not.toBe(draft);
  });

  it('hear nothing more once the page stops listening', async () => {
    const page = await openPage();
    page.watchOutsideChanges()();
    expect(page.listeners.size).toBe(0);
  });
});
