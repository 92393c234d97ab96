import { type Clock, instantFrom } from '#domain/clock.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { isCoeId } from '#domain/ids.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { JsonPatch } from '#domain/merge/json-patch.ts';
import type { RecoveredCoe, RecoveredWriting } from '#ipc/journal.ts';
import { createKeyedMutex } from '#main/disk/keyed-mutex.ts';

import {
  addToEntry,
  hasSameContent,
  type JournalEntry,
  parseAddition,
  parseEntry,
  writeAddition,
  writeEntry,
} from './journal-entry.ts';
import { JOURNAL_SUBFOLDERS, type JournalFolder } from './journal-folder.ts';

/** Reads a COE as its file has it; null if the file is missing or unreadable. */
export type ReadCurrent = (coeId: string) => Promise<{ coe: Coe; revision: string } | null>;

/**
 * `entry` is the number by which the page names an entry in later additions. `isAhead`: it has text that the next save
 * will not have, so a save leaves it in the journal.
 */
export type EntryLabel = { readonly entry: number; readonly isAhead: boolean };

/** Unsaved text, stored outside the library until it is saved. */
export type Journal = {
  /**
   * Stores the unsaved text of a COE, replacing its earlier entry. It survives a kill within milliseconds, and a power
   * cut once this succeeds.
   */
  readonly write: (coe: Coe, base: string, since: string, as?: EntryLabel) => Promise<Result<null, AppError>>;
  /**
   * Stores what was typed since an entry, all of it each time. Once this succeeds, the text survives a kill; a quarter
   * of a second later, also a power cut. Fails with `not-found` if that entry is no longer the newest.
   */
  readonly append: (coeId: string, patch: JsonPatch, to: EntryLabel) => Promise<Result<null, AppError>>;
  /** Removes the entry of a COE, which has no unsaved text any more. */
  readonly remove: (coeId: string) => Promise<void>;
  /**
   * Call when a save begins. Returns what to call once it has succeeded: that removes the entry, unless something was
   * written to the journal since.
   */
  readonly noteSave: (coeId: string) => () => Promise<void>;
  /**
   * Unsaved text of earlier windows and sessions, newest first. Removes entries whose content has since been saved.
   * `typing` is the id of a COE whose text another window of this session is still writing; null for none.
   */
  readonly listRecovered: (typing?: string | null) => Promise<RecoveredWriting[]>;
  readonly read: (id: string) => Promise<Result<RecoveredCoe, AppError>>;
  readonly discard: (id: string) => Promise<Result<null, AppError>>;
  /** Removes every entry of a COE, discarded ones too, when the COE is deleted permanently. */
  readonly forget: (coeId: string) => Promise<void>;
  readonly undoDiscard: (id: string) => Promise<Result<null, AppError>>;
};

/** How long discarded entries are stored, in milliseconds: 30 days. */
const DISCARDED_FOR = 30 * 86_400_000;
const FOR_EVER = Number.POSITIVE_INFINITY;
/** How long an addition may wait for its flush, in milliseconds. */
const FLUSH_AFTER = 250;

/**
 * What this session has in `current` for one COE. Each write is a new file, and older ones are removed only once a
 * newer one is flushed, so that neither a kill nor a power cut finds the journal without its newest text.
 */
type Stored = {
  /** File names, oldest first. */
  names: string[];
  /** The newest entry, which additions refer to. */
  entry: { readonly name: string; readonly number: number | null } | null;
  isAhead: boolean;
  flushTimer: ReturnType<typeof setTimeout> | null;
};

/** Opens the journal of one library. */
export function openJournal(folder: JournalFolder, readNow: ReadCurrent, clock: Clock): Journal {
  const mutex = createKeyedMutex();
  /** Two moves at once would write the same text twice. */
  const moving = createKeyedMutex();
  /** The number of writes of each COE in this session, to detect a write during a save. */
  const times = new Map<string, number>();
  /** The version each COE is based on, read once for each revision. */
  const bases = new Map<string, { revision: string; coe: Coe | null }>();
  const stored = new Map<string, Stored>();
  let lastNumber = 0;

  const baseOf = async (coeId: string, revision: string): Promise<Coe | null> => {
    const known = bases.get(coeId);
    if (known?.revision === revision) return known.coe;
    const now = await readNow(coeId);
    const coe = now?.revision === revision ? now.coe : null;
    bases.set(coeId, { revision, coe });
    return coe;
  };
  const storedOf = (coeId: string): Stored => {
    const known = stored.get(coeId) ?? { names: [], entry: null, isAhead: false, flushTimer: null };
    stored.set(coeId, known);
    return known;
  };
  const countWrite = (coeId: string): void => void times.set(coeId, (times.get(coeId) ?? 0) + 1);
  /** A new file name; later ones sort after earlier ones. */
  const nextName = (coeId: string): string => {
    lastNumber = Math.max(lastNumber + 1, clock());
    return `${String(lastNumber).padStart(13, '0')}-${coeId}.json`;
  };
  const drop = (coeId: string): Promise<void> =>
    mutex.run(coeId, async () => {
      const known = storedOf(coeId);
      if (known.flushTimer !== null) clearTimeout(known.flushTimer);
      stored.delete(coeId);
      // The oldest first: a kill in between must not leave an older text behind as the newest.
      for (const name of known.names) {
        // oxlint-disable-next-line no-await-in-loop -- in this order
        await folder.remove('current', name);
      }
    });
  /** Removes the files that a flushed one replaces. */
  const removeOlder = (coeId: string, flushed: string): Promise<void> =>
    mutex.run(coeId, async () => {
      const known = storedOf(coeId);
      const isOld = (name: string): boolean => name < flushed && name !== known.entry?.name;
      await Promise.all(known.names.filter(isOld).map((name) => folder.remove('current', name)));
      known.names = known.names.filter((name) => !isOld(name));
    });
  const flush = async (coeId: string, name: string): Promise<Result<null, AppError>> => {
    const flushed = await folder.flush('current', name);
    if (!flushed.ok) return flushed;
    await removeOlder(coeId, name);
    // The removals too: after a power cut, an older text must not come back.
    return folder.flush('current', name);
  };
  const flushSoon = (coeId: string): void => {
    const known = storedOf(coeId);
    known.flushTimer ??= setTimeout(() => {
      known.flushTimer = null;
      const newest = known.names.at(-1);
      if (newest !== undefined && stored.get(coeId) === known) void flush(coeId, newest);
    }, FLUSH_AFTER).unref();
  };
  const entryOf = async (name: string): Promise<JournalEntry | null> => {
    const bytes = await folder.read('recovered', name);
    return bytes === null ? null : parseEntry(bytes);
  };
  const byId = (id: string): string => `${id}.json`;
  const entryIn = async (name: string): Promise<JournalEntry | null> => {
    const bytes = await folder.read('current', name);
    return bytes === null ? null : parseEntry(bytes);
  };
  /** The newest text of some files of one COE, newest first; null if none is readable. */
  const newestOf = async (names: readonly string[]): Promise<{ entry: JournalEntry; name: string | null } | null> => {
    for (const name of names) {
      // oxlint-disable-next-line no-await-in-loop -- until one is readable
      const bytes = await folder.read('current', name);
      if (bytes === null) continue;
      const entry = parseEntry(bytes);
      if (entry !== null) return { entry, name };
      const addition = parseAddition(bytes);
      // oxlint-disable-next-line no-await-in-loop -- as above
      const to = addition === null ? null : await entryIn(addition.to);
      const added = addition === null || to === null ? null : addToEntry(to, addition);
      if (added !== null) return { entry: added, name: null };
    }
    return null;
  };
  const isLeftover = async (name: string): Promise<boolean> => {
    const bytes = await folder.read('current', name);
    const addition = bytes === null ? null : parseAddition(bytes);
    return addition !== null && (await folder.read('current', addition.to)) === null;
  };

  /** Moves the text of one COE from an earlier session to where a new one cannot replace it. */
  const recover = async (coeId: string, names: readonly string[]): Promise<void> => {
    const newest = await newestOf(names);
    const now = instantFrom(clock).replaceAll(/[-:.]/g, '');
    if (newest === null) {
      // Additions without their entry are left by an interrupted removal. Anything else a person may be able to read.
      for (const name of names) {
        // oxlint-disable-next-line no-await-in-loop -- a handful of files
        if (await isLeftover(name)) await folder.remove('current', name);
        // oxlint-disable-next-line no-await-in-loop -- as above
        else await folder.move(name, 'current', 'recovered', `${now}-${name}`);
      }
      return;
    }
    const as = `${now}-${coeId}.json`;
    const moved =
      newest.name === null
        ? await folder.write('recovered', as, Buffer.from(writeEntry(newest.entry)))
        : await folder.move(newest.name, 'current', 'recovered', as);
    if (moved.ok) await Promise.all(names.map((name) => folder.remove('current', name)));
  };

  /** Moves the text of earlier sessions to where new ones cannot replace it. */
  const moveToRecovered = async (typing: string | null): Promise<void> => {
    for (const [coeId, { flushTimer }] of stored) {
      if (coeId === typing) continue;
      if (flushTimer !== null) clearTimeout(flushTimer);
      stored.delete(coeId);
    }
    const newestFirst = (await folder.names('current')).sort().toReversed();
    const byCoe = new Map<string, string[]>();
    for (const name of newestFirst) {
      const coeId = name.replace(/^\d{13}-/, '').replace(/\.json$/, '');
      if (coeId !== typing) byCoe.set(coeId, [...(byCoe.get(coeId) ?? []), name]);
    }
    for (const [coeId, names] of byCoe) {
      // oxlint-disable-next-line no-await-in-loop -- a handful of files
      await recover(coeId, names);
    }
    await folder.clear('current', FOR_EVER, clock());
    await folder.clear('recovered', FOR_EVER, clock());
    await folder.clear('unsent', FOR_EVER, clock());
    await folder.clear('discarded', DISCARDED_FOR, clock());
  };

  return {
    write: async (coe, base, since, as) => {
      countWrite(coe.id);
      const name = nextName(coe.id);
      const created = await mutex.run(coe.id, async () => {
        const baseCoe = base === 'none' ? null : await baseOf(coe.id, base);
        const entry = writeEntry({ base, since, keptAt: instantFrom(clock), coe, baseCoe });
        const result = await folder.create('current', name, Buffer.from(entry));
        if (!result.ok) return result;
        const known = storedOf(coe.id);
        known.names.push(name);
        known.entry = { name, number: as?.entry ?? null };
        known.isAhead = as?.isAhead ?? false;
        return result;
      });
      return created.ok ? flush(coe.id, name) : created;
    },
    append: (coeId, patch, to) => {
      countWrite(coeId);
      return mutex.run(coeId, async () => {
        const known = storedOf(coeId);
        if (known.entry === null || known.entry.number !== to.entry) return fail({ kind: 'not-found' });
        const name = nextName(coeId);
        const addition = writeAddition({ to: known.entry.name, keptAt: instantFrom(clock), coeId, patch });
        const created = await folder.create('current', name, Buffer.from(addition));
        if (!created.ok) return created;
        known.names.push(name);
        known.isAhead = to.isAhead;
        flushSoon(coeId);
        return created;
      });
    },
    remove: drop,
    noteSave: (coeId) => {
      const before = times.get(coeId) ?? 0;
      return async () => {
        const isCovered = (times.get(coeId) ?? 0) === before && stored.get(coeId)?.isAhead === false;
        if (isCovered) await drop(coeId);
      };
    },
    listRecovered: async (typing = null) => {
      await moving.run('', () => moveToRecovered(typing));
      const found: RecoveredWriting[] = [];
      for (const name of await folder.names('recovered')) {
        const entry = await entryOf(name);
        if (entry === null || !isCoeId(entry.coe.id)) continue; // left in place: a person may be able to read it
        const now = await readNow(entry.coe.id);
        if (now !== null && hasSameContent(now.coe, entry.coe)) {
          await folder.remove('recovered', name);
          continue;
        }
        const { since, keptAt, coe } = entry;
        found.push({ id: name.replace(/\.json$/, ''), coeId: coe.id, title: coe.title, from: since, until: keptAt });
      }
      return found.sort((first, second) => (first.until < second.until ? 1 : -1));
    },
    read: async (id) => {
      const entry = await entryOf(byId(id));
      if (entry === null) return fail({ kind: 'not-found' });
      return ok({ coe: entry.coe, base: entry.baseCoe, isInLibrary: (await readNow(entry.coe.id)) !== null });
    },
    discard: (id) => folder.move(byId(id), 'recovered', 'discarded'),
    forget: async (coeId) => {
      await drop(coeId);
      await mutex.run(coeId, async () => {
        for (const subfolder of JOURNAL_SUBFOLDERS) {
          // oxlint-disable-next-line no-await-in-loop -- three folders with a handful of files
          const own = (await folder.names(subfolder)).filter((name) => name.endsWith(`${coeId}.json`));
          // oxlint-disable-next-line no-await-in-loop -- as above
          for (const name of own) await folder.remove(subfolder, name);
        }
      });
    },
    undoDiscard: (id) => folder.move(byId(id), 'discarded', 'recovered'),
  };
}
