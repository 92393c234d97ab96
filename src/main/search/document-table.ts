import { randomUUID } from 'node:crypto';

/** Maps document numbers to COE ids and revisions. A number is dead once its COE was removed or replaced. */
export class DocumentTable {
  /** Identifies this numbering. Within it, a number never gets another id. */
  readonly numbering = randomUUID();
  #ids: string[] = [];
  #revisions: string[] = [];
  #numberOf = new Map<string, number>();
  /** Whether each number is alive: asked for every posting of a search, where looking up the id would be slow. */
  #alive: boolean[] = [];

  /** The number of the next document. */
  get next(): number {
    return this.#ids.length;
  }

  get size(): number {
    return this.#numberOf.size;
  }

  ids(): IterableIterator<string> {
    return this.#numberOf.keys();
  }

  idOf(number: number): string {
    return this.#ids[number] ?? '';
  }

  /** The ids of all numbers from `first` on, dead ones included. */
  idsFrom(first: number): string[] {
    return this.#ids.slice(first);
  }

  revisionOf(id: string): string | null {
    const number = this.#numberOf.get(id);
    return number === undefined ? null : (this.#revisions[number] ?? null);
  }

  isAlive(number: number): boolean {
    return this.#alive[number] === true;
  }

  /** The number that the COE of a dead number has now; -1 if it has none. */
  currentNumber(number: number): number {
    return this.#numberOf.get(this.idOf(number)) ?? -1;
  }

  /** The numbers of live documents, ascending. */
  aliveNumbers(): number[] {
    return [...this.#numberOf.values()]; // a map keeps insertion order, and numbers only increase
  }

  add(id: string, revision: string): number {
    const number = this.#ids.length;
    this.#ids.push(id);
    this.#revisions.push(revision);
    const before = this.#numberOf.get(id);
    if (before !== undefined) this.#alive[before] = false;
    this.#alive.push(true);
    this.#numberOf.set(id, number);
    return number;
  }

  /** Removes a COE. Returns its number, or null if it is not in the table. */
  remove(id: string): number | null {
    const number = this.#numberOf.get(id);
    if (number === undefined) return null;
    this.#numberOf.delete(id);
    this.#revisions[number] = '';
    this.#alive[number] = false;
    return number;
  }

  /**
   * Returns a copy numbered from 0 without gaps, in the same order, and the mapping from old numbers; -1 for dead ones.
   */
  renumbered(): { table: DocumentTable; renumber: (number: number) => number } {
    const table = new DocumentTable();
    const numbers = new Int32Array(this.#ids.length).fill(-1);
    for (const number of this.aliveNumbers()) {
      numbers[number] = table.add(this.idOf(number), this.#revisions[number] ?? '');
    }
    return { table, renumber: (number) => numbers[number] ?? -1 };
  }
}
