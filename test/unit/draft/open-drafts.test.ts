import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import type { Draft } from '#renderer/draft/draft-state.ts';
import { type MemoryDisk, memoryDisk } from '#test/support/memory-disk.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

type Request = { library: string; id: string; coe: Coe; base: string };

/** A page with a bridge to two libraries of two COEs each, and a way to send it events. */
async function openPage() {
  const disksOf = (): Map<string, MemoryDisk> =>
    new Map([1, 2].map((number) => [testId(number), memoryDisk(someCoe({}, number))]));
  // Two libraries that hold the same COEs under the same ids and revisions, as a library and its unpacked backup do.
  const libraries: Record<string, Map<string, MemoryDisk>> = { here: disksOf(), elsewhere: disksOf() };
  let opened = 'here';
  const journal: { library: string; summary: string }[] = [];
  const disksIn = (library: string): Map<string, MemoryDisk> => libraries[library] ?? new Map();
  const copies: Coe[] = [];
  let cannotKeep = false;
  const listeners = new Map<string, (payload: unknown) => void>();
  // Main's own check of the library is left out, so that the drafts have to do without it.
  const answers: Record<string, (request: Request) => unknown> = {
    'coe:open': async ({ id }) => {
      const library = opened;
      const answer = await disksIn(library).get(id)?.open(id);
      return answer?.ok === true ? { ok: true, value: { ...answer.value, library } } : answer;
    },
    'coe:save': ({ coe, base }) => disksIn(opened).get(coe.id)?.save(coe, base),
    'journal:write': ({ coe, library }) => (
      journal.push({ library, summary: coe.summary }),
      { ok: !cannotKeep, value: null }
    ),
    'journal:clear': () => ({ ok: true, value: null }),
    'coe:save-copy': ({ coe }) => (copies.push(coe), { ok: true, value: { fileName: 'copy.json' } }),
  };
  vi.stubGlobal('window', {
    once: {
      ask: async (channel: string, sent: Request | string) =>
        answers[channel]?.(typeof sent === 'string' ? (JSON.parse(sent) as Request) : sent),
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
    journal,
    onLost: vi.fn<(coe: Coe) => void>(),
    journalFails: () => {
      cannotKeep = true;
    },
    /** Has main open the other library, and tell the page when `isTold`. */
    switchLibrary: (isTold = true): void => {
      opened = 'elsewhere';
      if (isTold) listeners.get('library:changed')?.({ handle: 'elsewhere', status: 'ready', writable: true });
    },
    disk: (number: number, library = 'here'): MemoryDisk => {
      const disk = disksIn(library).get(testId(number));
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
  draft.change((coe) => ({ ...coe, summary }), { location: 'context', key: 'summary' });
const full = { error: { kind: 'disk', reason: 'full', code: 'ENOSPC' } } as const;

describe('the drafts of a page', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('keep their undo history when the person leaves the editor and comes back', async () => {
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

  it('are one per COE, even for concurrent calls', async () => {
    const page = await openPage();
    const [one, other] = await page.soon(Promise.all([page.openDraft(testId(1)), page.openDraft(testId(1))]));
    expect(one.ok && other.ok && one.value === other.value).toBe(true);
  });

  it('are not created for a COE that cannot be opened', async () => {
    const page = await openPage();
    page.disk(1).writeOutside(null);
    expect(await page.soon(page.openDraft(testId(1)))).toEqual({ ok: false, error: { kind: 'not-found' } });
  });

  it('look once for what editors hold back, however many COEs are open', async () => {
    const page = await openPage();
    const written = await page.open(1);
    await page.open(2);
    const { registerPendingEditor } = await import('#renderer/draft/pending-edits.ts');
    const peek = vi.fn<() => void>();
    registerPendingEditor({ flush: () => undefined, peek });
    written.noteKeystroke();
    await page.soon(Promise.resolve());
    await page.soon(Promise.resolve());
    expect(peek).toHaveBeenCalledTimes(1);
  });

  it('are read-only while another window has the library open', async () => {
    const page = await openPage();
    const draft = await page.open(1);
    page.watchLibrary(page.onLost);
    const here = { handle: 'here', status: 'ready' };
    page.tell('library:changed', { ...here, writable: false, isOpenElsewhere: true });
    expect(draft.store.getState().readOnly).toBe(true);
    page.tell('library:changed', { ...here, writable: true, isOpenElsewhere: false });
    expect(draft.store.getState().readOnly).toBe(false);
  });

  it('stay editable while the folder is not writable', async () => {
    const page = await openPage();
    const draft = await page.open(1);
    page.watchLibrary(page.onLost);
    page.tell('library:changed', { handle: 'here', status: 'ready', writable: false, isOpenElsewhere: false });
    expect(draft.store.getState().readOnly).toBe(false);
  });

  it('are read from disk again after closeDraft', async () => {
    const page = await openPage();
    const first = await page.open(1);
    page.closeDraft(testId(1));
    expect(await page.open(1)).not.toBe(first);
  });

  it('are saved by flushAllDrafts, which counts those that failed; a copy of each can be saved', async () => {
    const page = await openPage();
    type(await page.open(1), 'goes to disk');
    type(await page.open(2), 'has no room');
    page.disk(2).fault = full;
    expect(await page.soon(page.flushAllDrafts())).toEqual({ unsaved: 1, kept: 1 });
    expect(page.disk(1).file()?.coe.summary).toBe('goes to disk');
    await page.saveCopiesOfUnsaved();
    expect(page.copies.map(({ summary }) => summary)).toEqual(['has no room']);
  });

  it('get the external changes of their own file only', async () => {
    const page = await openPage();
    page.watchLibrary(page.onLost);
    const [first, second] = [await page.open(1), await page.open(2)];
    const revision = page.disk(1).writeOutside(someCoe({ summary: 'theirs' }, 1));
    page.tell('coe:changed-outside', { id: testId(1), revision });
    await vi.advanceTimersByTimeAsync(50);
    expect(first.store.getState().coe.summary).toBe('theirs');
    expect(second.store.getState().coe.summary).toBe('');
  });

  it('retry a failed save as soon as the library is back', async () => {
    const page = await openPage();
    page.watchLibrary(page.onLost);
    const draft = await page.open(1);
    page.disk(1).away = true;
    type(draft, 'waits');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(draft.store.getState().saveState.kind).toBe('failed');
    page.disk(1).away = false;
    page.tell('library:changed', { handle: 'here', status: 'ready' });
    await vi.advanceTimersByTimeAsync(50);
    expect(page.disk(1).file()?.coe.summary).toBe('waits');
  });

  it('stay open while the same library changes its state', async () => {
    const page = await openPage();
    page.watchLibrary(page.onLost);
    const draft = await page.open(1);
    page.tell('library:changed', { handle: 'here', status: 'ready' });
    expect(await page.open(1)).toBe(draft);
  });

  it('save after the library was locked or converted, and not before', async () => {
    const page = await openPage();
    page.watchLibrary(page.onLost);
    const draft = await page.open(1);
    type(draft, 'waits');
    page.tell('library:changed', { handle: 'here', status: 'changing' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(page.disk(1).asked.saves).toBe(0);
    page.tell('library:changed', { handle: 'here', status: 'ready' });
    await vi.advanceTimersByTimeAsync(50);
    expect(page.disk(1).file()?.coe.summary).toBe('waits');
  });

  describe('of a library that was left', () => {
    it('write nothing into the next library, even where it has the same COE at the same revision', async () => {
      const page = await openPage();
      page.watchLibrary(page.onLost);
      const draft = await page.open(1);
      page.disk(1).fault = full;
      type(draft, 'could not be saved');
      await vi.advanceTimersByTimeAsync(1_000);
      expect(draft.store.getState().saveState.kind).toBe('failed');
      page.journal.length = 0;
      page.switchLibrary();
      type(draft, 'typed too late');
      draft.undo();
      void draft.flush();
      void draft.onExternalChange('r2');
      await vi.advanceTimersByTimeAsync(60_000);
      expect(page.disk(1, 'elsewhere').asked.saves).toBe(0);
      expect(page.journal).toEqual([]);
    });

    it('do not recreate a deleted COE in the next library', async () => {
      const page = await openPage();
      page.watchLibrary(page.onLost);
      const draft = await page.open(1);
      page.disk(1, 'elsewhere').writeOutside(null);
      type(draft, 'only here');
      page.disk(1).writeOutside(null);
      await vi.advanceTimersByTimeAsync(1_000);
      page.disk(1).fault = full;
      void draft.resolveConflict('mine');
      await vi.advanceTimersByTimeAsync(1_000);
      page.switchLibrary();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(page.disk(1, 'elsewhere').file()).toBeNull();
    });

    it('do not retry a save that fails after the switch', async () => {
      const page = await openPage();
      page.watchLibrary(page.onLost);
      const draft = await page.open(1);
      page.disk(1).latency = 1_000;
      page.disk(1).fault = full;
      type(draft, 'under way');
      await vi.advanceTimersByTimeAsync(600);
      page.switchLibrary();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(page.disk(1, 'elsewhere').asked.saves).toBe(0);
    });

    it('are read-only, and openDraft does not return them', async () => {
      const page = await openPage();
      page.watchLibrary(page.onLost);
      const draft = await page.open(1);
      page.switchLibrary();
      expect(draft.store.getState().readOnly).toBe(true);
      page.tell('library:changed', { handle: 'elsewhere', status: 'ready', writable: true, isOpenElsewhere: false });
      expect(draft.store.getState().readOnly).toBe(true);
      expect(await page.open(1)).not.toBe(draft);
    });

    it('are ended by the first event too, because main names the library when they are opened', async () => {
      const page = await openPage();
      const draft = await page.open(1);
      page.watchLibrary(page.onLost);
      page.switchLibrary();
      expect(await page.open(1)).not.toBe(draft);
    });

    it('ignore a file with the same id in the next library', async () => {
      const page = await openPage();
      page.watchLibrary(page.onLost);
      const draft = await page.open(1);
      page.disk(1, 'elsewhere').writeOutside(someCoe({ summary: 'of the other library' }, 1));
      page.switchLibrary(false);
      await page.soon(draft.onExternalChange('r2'));
      expect(draft.store.getState().coe.summary).toBe('');
    });

    it('report changes that are neither saved nor in the journal', async () => {
      const page = await openPage();
      page.watchLibrary(page.onLost);
      const draft = await page.open(1);
      page.disk(1).fault = full;
      page.journalFails();
      type(draft, 'nowhere else');
      await vi.advanceTimersByTimeAsync(1_000);
      page.switchLibrary();
      expect(page.onLost.mock.calls.map(([{ summary }]) => summary)).toEqual(['nowhere else']);
    });
  });

  it('are no longer updated after the returned function is called', async () => {
    const page = await openPage();
    page.watchLibrary(page.onLost)();
    expect(page.listeners.size).toBe(0);
  });
});
