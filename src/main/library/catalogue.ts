import { type CoeOrder, compareBy } from '#domain/catalogue/coe-order.ts';
import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import type { Problem } from '#ipc/library-state.ts';
import { coeFileName, classifyFileName } from '#main/coe-files/file-names.ts';
import type { FileStamp } from '#main/disk/file-stamp.ts';

import { asCopy, type OwnFile } from './conflict-copies.ts';
import { noteChange, type SortedList, withChanges } from './sorted-list.ts';

/** What the catalogue knows about a COE without opening its file. */
export type CatalogueEntry = {
  readonly summary: CoeSummary;
  readonly revision: string;
  readonly stamp: FileStamp;
  /**
   * When the newest version seen was saved, as an ISO instant; set only if the file was rolled back to an earlier one.
   */
  readonly newest?: string;
};

/** A file that could not be read as a COE, with its stamp at that time: it is read again when the stamp changes. */
export type ProblemEntry = { readonly problem: Problem; readonly stamp: FileStamp | null };

/** The summaries of a whole library by id, and its problems by file name, in memory. */
export class Catalogue {
  readonly #entries = new Map<string, CatalogueEntry>();
  readonly #problems = new Map<string, ProblemEntry>();
  readonly #orders = new Map<CoeOrder, SortedList>();
  #copies: { age: number; counts: ReadonlyMap<string, number> } = { age: -1, counts: new Map() };
  #age = 0;
  readonly #rolledBack = new Set<string>();
  /** The ids of the COEs that have links. */
  readonly #linking = new Set<string>();
  readonly #touched = new Map<string, number>();

  get size(): number {
    return this.#entries.size;
  }

  /** Increases with every change, so that a scan can tell what changed since it started. */
  get age(): number {
    return this.#age;
  }

  /**
   * The age at which a scan starts, for `touchedSince`. There is one scan at a time, so what changed before it is
   * forgotten.
   */
  startScan(): number {
    this.#touched.clear();
    return this.#age;
  }

  /** Whether the entry of a file has changed since the scan that runs started, at that age. */
  touchedSince(fileName: string, age: number): boolean {
    return (this.#touched.get(fileName) ?? 0) > age;
  }

  get(id: string): CatalogueEntry | undefined {
    return this.#entries.get(id);
  }

  entries(): IterableIterator<CatalogueEntry> {
    return this.#entries.values();
  }

  /** Every problem by file name, with conflict copies classified by the current entries. */
  problems(): Problem[] {
    return [...this.#problems]
      .map(([name, { problem }]) =>
        withOwnId(
          asCopy(problem, name, (id) => this.#ownFile(id)),
          name,
        ),
      )
      .sort((first, second) => (first.fileName < second.fileName ? -1 : 1));
  }

  /** The number of conflict copies of each COE that has any, by id. */
  copies(): ReadonlyMap<string, number> {
    if (this.#copies.age !== this.#age) {
      const counts = new Map<string, number>();
      for (const { reason, coeId } of this.problems()) {
        if (reason === 'conflict-copy' && coeId !== undefined) counts.set(coeId, (counts.get(coeId) ?? 0) + 1);
      }
      this.#copies = { age: this.#age, counts };
    }
    return this.#copies.counts;
  }

  get problemCount(): number {
    return this.#problems.size;
  }

  problemEntries(): IterableIterator<[string, ProblemEntry]> {
    return this.#problems.entries();
  }

  problem(fileName: string): ProblemEntry | undefined {
    return this.#problems.get(fileName);
  }

  /** Fills an empty catalogue with what was kept of it. */
  load(entries: Iterable<CatalogueEntry>): void {
    for (const entry of entries) {
      this.#entries.set(entry.summary.id, entry);
      this.#noteLinks(entry.summary);
      if (entry.newest !== undefined) this.#rolledBack.add(entry.summary.id);
    }
    this.#age += 1;
  }

  put(entry: CatalogueEntry): void {
    const fileName = coeFileName(entry.summary.id);
    this.#noteChange(entry.summary.id);
    this.#entries.set(entry.summary.id, entry);
    this.#noteLinks(entry.summary);
    if (entry.newest === undefined) this.#rolledBack.delete(entry.summary.id);
    else this.#rolledBack.add(entry.summary.id);
    this.#problems.delete(fileName);
    this.#changed(fileName);
  }

  /** Updates the stamp of a file whose content is unchanged. */
  restamp(id: string, stamp: FileStamp): void {
    const entry = this.#entries.get(id);
    if (entry !== undefined) this.#entries.set(id, { ...entry, stamp });
  }

  /** The COEs that were rolled back to an earlier version than one seen before. */
  rolledBack(): CoeSummary[] {
    return [...this.#rolledBack].flatMap((id) => this.#entries.get(id)?.summary ?? []);
  }

  /** Accepts the rolled-back versions: a person said that they are right. */
  acceptRollbacks(): void {
    for (const id of this.#rolledBack) {
      const entry = this.#entries.get(id);
      if (entry === undefined) continue;
      const { newest: _, ...rest } = entry;
      this.put(rest);
    }
    this.#rolledBack.clear();
  }

  /** Records a problem and removes the summary, which no longer describes the file. */
  putProblem(fileName: string, entry: ProblemEntry): void {
    this.#problems.set(fileName, entry);
    this.#noteChange(idIn(fileName));
    this.#entries.delete(idIn(fileName));
    this.#linking.delete(idIn(fileName));
    this.#changed(fileName);
  }

  /** Removes a file; returns whether it was known. */
  remove(fileName: string): boolean {
    this.#noteChange(idIn(fileName));
    const known = this.#problems.delete(fileName) || this.#entries.delete(idIn(fileName));
    if (!this.#entries.has(idIn(fileName))) this.#linking.delete(idIn(fileName));
    if (known) this.#changed(fileName);
    return known;
  }

  /**
   * All that matters to the links of a COE, in no order: it, the COEs that have links, and those that these lead to. Few
   * of a large library, so that reading the links after each save does not take longer there.
   */
  linked(id: string): CoeSummary[] {
    const ids = new Set([id, ...this.#linking]);
    for (const each of this.#linking) {
      for (const { coeId } of this.#entries.get(each)?.summary.links ?? []) ids.add(coeId);
    }
    return [...ids].flatMap((each) => this.#entries.get(each)?.summary ?? []);
  }

  /** Every summary in an order. The list is shared: do not keep or change it. */
  inOrder(order: CoeOrder): readonly CoeSummary[] {
    const sorted = this.#orders.get(order) ?? { list: [], changed: null };
    if (sorted.changed?.size !== 0) {
      const compare = compareBy(order);
      const now = (id: string): CoeSummary | undefined => this.#entries.get(id)?.summary;
      sorted.list =
        (sorted.changed === null ? null : withChanges(sorted.list, sorted.changed, now, compare)) ??
        this.#upToDate(sorted.list).sort(compare);
      sorted.changed = new Map();
      this.#orders.set(order, sorted);
    }
    return sorted.list;
  }

  /**
   * The current summaries in the positions of the old ones, with new ones at the end: nearly sorted, which makes sorting
   * them fast.
   */
  #upToDate(list: readonly CoeSummary[]): CoeSummary[] {
    const kept = new Set<string>();
    const now: CoeSummary[] = [];
    for (const { id } of list) {
      const entry = this.#entries.get(id);
      if (entry === undefined) continue;
      kept.add(id);
      now.push(entry.summary);
    }
    for (const [id, entry] of this.#entries) if (!kept.has(id)) now.push(entry.summary);
    return now;
  }

  /** Call before an entry changes. */
  #noteChange(id: string): void {
    const before = this.#entries.get(id)?.summary;
    for (const sorted of this.#orders.values()) noteChange(sorted, id, before);
  }

  #noteLinks({ id, links }: CoeSummary): void {
    if (links.length > 0) this.#linking.add(id);
    else this.#linking.delete(id);
  }

  #ownFile(id: string): OwnFile {
    if (this.#entries.has(id)) return 'read';
    return this.#problems.has(coeFileName(id)) ? 'unreadable' : 'missing';
  }

  #changed(fileName: string): void {
    this.#age += 1;
    this.#touched.set(fileName, this.#age);
  }
}

const idIn = (fileName: string): string => fileName.replace(/\.json$/, '');

function withOwnId(problem: Problem, name: string): Problem {
  const sorted = classifyFileName(name);
  return sorted.is === 'coe' ? { ...problem, ownId: sorted.id } : problem;
}
