import { existsSync, readdirSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { dayMoment } from '#domain/time/moment.ts';
import type { Capture } from '#ipc/capture.ts';
import { createCaptureDraft } from '#main/capture/capture-draft.ts';
import type { Library } from '#main/library/library-api.ts';
import { filesUnder } from '#test/support/files-under.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { testId } from '#test/support/test-ids.ts';

const capture = (text: string): Capture => ({ text, happened: dayMoment('2026-05-14'), kind: 'missed-event' });

/** A draft for an open library. `current` can be set to null, as when the library is locked, or to another one. */
async function withDraft(options: Parameters<typeof openTestLibrary>[0] = {}) {
  const test = await openTestLibrary(options);
  const open = { current: test.library as Library | null, folder: test.folder };
  let made = 0;
  const draft = createCaptureDraft({
    library: () => open.current,
    folder: () => open.folder,
    settings: () => ({ authorName: 'Ada', newCoeDepth: 'quick' }),
    newId: () => testId(700 + (made += 1)),
    clock: test.time.clock,
    onError: (error) => test.broken.push(error as Error),
  });
  const files = (): string[] => readdirSync(test.coes).filter((name) => name.endsWith('.json'));
  const isOnDisk = (text: string): boolean =>
    existsSync(test.journalFolder) &&
    [...filesUnder(test.journalFolder).values()].some((bytes) => bytes.includes(text));
  return { ...test, open, draft, files, isOnDisk };
}

describe('the draft of a quick capture', () => {
  it('becomes a draft COE with the settings of new COEs, and leaves the journal', async () => {
    const { draft, library, files, isOnDisk } = await withDraft();
    draft.change(capture('Missed'));
    expect(await draft.isSafe()).toBe(true);
    expect(isOnDisk('Missed')).toBe(true);
    expect(await draft.save(capture('Missed the train\nAgain'))).toEqual({ ok: true, value: null });
    expect(draft.current()).toBeNull();
    expect(files()).toEqual([`${testId(701)}.json`]);
    expect(await library.open(testId(701))).toMatchObject({
      value: {
        coe: { title: 'Missed the train', author: 'Ada', depth: 'quick', captured: true, kind: 'missed-event' },
      },
    });
    expect(await library.journal.listRecovered()).toEqual([]);
    expect(draft.kind()).toBe('missed-event');
  });

  it('saves twice in a row as two COEs, and the same text only once', async () => {
    const { draft, files } = await withDraft();
    await draft.save(capture('One'));
    await draft.save(capture('Two'));
    expect(files()).toHaveLength(2);
  });

  it('is not offered as recovered while it is typed, and is after its session has ended', async () => {
    const { draft, library } = await withDraft();
    draft.change(capture('Half a thought'));
    await draft.isSafe();
    expect(await library.journal.listRecovered(draft.coeId())).toEqual([]);
    expect(await library.journal.listRecovered()).toMatchObject([{ title: 'Half a thought' }]);
  });

  it('leaves nothing on disk when it is discarded or emptied', async () => {
    const { draft, library, isOnDisk } = await withDraft();
    for (const remove of [() => draft.discard(), async () => draft.change(capture('  '))]) {
      draft.change(capture('Not for here'));
      expect(await draft.isSafe()).toBe(true);
      await remove();
      expect(await draft.isSafe()).toBe(true);
      expect(draft.current()).toBeNull();
      expect(isOnDisk('Not for here')).toBe(false);
    }
    expect(await library.journal.listRecovered()).toEqual([]);
  });

  it('is only in memory while its library is closed, and is written once it is open', async () => {
    const { draft, open, library, isOnDisk } = await withDraft();
    open.current = null;
    draft.change(capture('Typed while locked'));
    expect(await draft.isSafe()).toBe(false);
    expect(isOnDisk('Typed while locked')).toBe(false);
    expect(await draft.save(capture('Typed while locked'))).toMatchObject({ ok: false });
    expect(draft.current()?.text).toBe('Typed while locked');
    expect(await draft.onLibraryChanged(true)).toBe(false);
    open.current = library;
    expect(await draft.onLibraryChanged(false)).toBe(false);
    expect(await draft.isSafe()).toBe(true);
    expect(isOnDisk('Typed while locked')).toBe(true);
  });

  it('never gets into the journal of another library than the one it was typed for', async () => {
    const first = await withDraft();
    const other = await openTestLibrary();
    first.open.current = null;
    first.draft.change(capture('For the locked one'));
    first.open.current = other.library;
    first.open.folder = other.folder;
    await first.draft.onLibraryChanged(false);
    first.draft.change(capture('For the locked one, still'));
    expect(await first.draft.isSafe()).toBe(false);
    expect(existsSync(other.journalFolder)).toBe(false);
  });

  it('is forgotten when its library is locked, since the journal has it', async () => {
    const { draft, open, library } = await withDraft();
    draft.change(capture('Before the lock'));
    await draft.isSafe();
    open.current = null;
    expect(await draft.onLibraryChanged(true)).toBe(true);
    expect(draft.current()).toBeNull();
    expect(await library.journal.listRecovered(draft.coeId())).toMatchObject([{ title: 'Before the lock' }]);
  });

  it('stays when the library is read-only', async () => {
    const { draft, files } = await withDraft({ readOnly: true });
    expect(await draft.save(capture('Kept'))).toEqual({ ok: false, error: { kind: 'library-read-only' } });
    expect(draft.current()?.text).toBe('Kept');
    expect(files()).toEqual([]);
  });
});
