import { type Clock, instantFrom } from '#domain/clock.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { isCoeId } from '#domain/ids.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { RecoveredCoe, RecoveredWriting } from '#ipc/journal.ts';
import { createKeyedMutex } from '#main/disk/keyed-mutex.ts';

import { type JournalEntry, parseEntry, hasSameContent, writeEntry } from './journal-entry.ts';
import type { JournalFolder } from './journal-folder.ts';

/** Reads a COE as its file has it; null if the file is missing or unreadable. */
export type ReadCurrent = (coeId: string) => Promise<{ coe: Coe; revision: string } | null>;

/** Unsaved text, stored outside the library until it is saved. */
export type Journal = {
  /**
   * Stores the unsaved text of a COE, replacing its earlier entry. Once this succeeds, the text survives a power cut.
   */
  readonly write: (coe: Coe, base: string, since: string) => Promise<Result<null, AppError>>;
  /** Removes the entry of a COE, which has no unsaved text any more. */
  readonly remove: (coeId: string) => Promise<void>;
  /** Wraps a save. If it succeeds and nothing was written to the journal in the meantime, removes the entry. */
  readonly whileSaving: <Value>(
    coeId: string,
    save: () => Promise<Result<Value, AppError>>,
  ) => Promise<Result<Value, AppError>>;
  /** Unsaved text of earlier windows and sessions, newest first. Removes entries whose content has since been saved. */
  readonly listRecovered: () => Promise<RecoveredWriting[]>;
  readonly read: (id: string) => Promise<Result<RecoveredCoe, AppError>>;
  readonly discard: (id: string) => Promise<Result<null, AppError>>;
  readonly undoDiscard: (id: string) => Promise<Result<null, AppError>>;
};

/** How long discarded entries are stored, in milliseconds: 30 days. */
const DISCARDED_FOR = 30 * 86_400_000;
const FOR_EVER = Number.POSITIVE_INFINITY;

/** Opens the journal of one library. */
export function openJournal(folder: JournalFolder, readNow: ReadCurrent, clock: Clock): Journal {
  const turns = createKeyedMutex();
  /** The number of writes of each COE in this session, to detect a write during a save. */
  const times = new Map<string, number>();
  /** The version each COE is based on, read once for each revision. */
  const bases = new Map<string, { revision: string; coe: Coe | null }>();

  const baseOf = async (coeId: string, revision: string): Promise<Coe | null> => {
    const known = bases.get(coeId);
    if (known?.revision === revision) return known.coe;
    const now = await readNow(coeId);
    const coe = now?.revision === revision ? now.coe : null;
    bases.set(coeId, { revision, coe });
    return coe;
  };
  const drop = (coeId: string): Promise<void> => turns.run(coeId, () => folder.remove('current', `${coeId}.json`));
  const entryOf = async (name: string): Promise<JournalEntry | null> => {
    const bytes = await folder.read('recovered', name);
    return bytes === null ? null : parseEntry(bytes);
  };
  const byId = (id: string): string => `${id}.json`;

  /** Moves the entries of earlier sessions to where new ones cannot replace them. */
  const moveToRecovered = async (): Promise<void> => {
    for (const name of await folder.names('current')) {
      const as = `${instantFrom(clock).replaceAll(/[-:.]/g, '')}-${name}`;
      // oxlint-disable-next-line no-await-in-loop -- a handful of files
      await folder.move(name, 'current', 'recovered', as);
    }
    await folder.clear('current', FOR_EVER, clock());
    await folder.clear('recovered', FOR_EVER, clock());
    await folder.clear('discarded', DISCARDED_FOR, clock());
  };

  return {
    write: (coe, base, since) => {
      times.set(coe.id, (times.get(coe.id) ?? 0) + 1);
      return turns.run(coe.id, async () => {
        const baseCoe = base === 'none' ? null : await baseOf(coe.id, base);
        const entry = writeEntry({ base, since, keptAt: instantFrom(clock), coe, baseCoe });
        return folder.write('current', `${coe.id}.json`, Buffer.from(entry));
      });
    },
    remove: drop,
    whileSaving: async (coeId, save) => {
      const before = times.get(coeId) ?? 0;
      const saved = await save();
      if (saved.ok && (times.get(coeId) ?? 0) === before && before > 0) await drop(coeId);
      return saved;
    },
    listRecovered: async () => {
      await moveToRecovered();
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
    undoDiscard: (id) => folder.move(byId(id), 'discarded', 'recovered'),
  };
}
