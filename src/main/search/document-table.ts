/** Which COE each document number stands for, which version of it, and which numbers are dead. */
export class DocumentTable {
  #ids: string[] = [];
  #revisions: string[] = [];
  #numberOf = new Map<string, number>();

  /** The number the next document gets. */
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

  revisionOf(id: string): string | null {
    const number = this.#numberOf.get(id);
    return number === undefined ? null : (this.#revisions[number] ?? null);
  }

  isAlive(number: number): boolean {
    return this.#numberOf.get(this.idOf(number)) === number;
  }

  /** The numbers that are alive, rising. */
  aliveNumbers(): number[] {
    return [...this.#numberOf.values()]; // a map keeps the order in which keys were added, and numbers only rise
  }

  add(id: string, revision: string): number {
    const number = this.#ids.length;
    this.#ids.push(id);
    this.#revisions.push(revision);
    this.#numberOf.set(id, number);
    return number;
  }

  /** Takes a COE out; the number it had, or null when it was not there. */
  remove(id: string): number | null {
    const number = this.#numberOf.get(id);
    if (number === undefined) return null;
    this.#numberOf.delete(id);
    this.#revisions[number] = '';
    return number;
  }

  /** The same COEs numbered from 0 without gaps, in the same order. */
  renumbered(): { table: DocumentTable; renumber: (number: number) => number } {
    const table = new DocumentTable();
    const numbers = new Int32Array(this.#ids.length).fill(-1);
    for (const number of this.aliveNumbers()) {
      numbers[number] = table.add(this.idOf(number), this.#revisions[number] ?? '');
    }
    return { table, renumber: (number) => numbers[number] ?? -1 };
  }
}
