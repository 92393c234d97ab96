/** Follows which lines of a Markdown text are in a fenced code block. Pass it every line, in order. */
export class Fences {
  #open: string | null = null;

  /** Whether a line belongs to a code block, its fences included. */
  isCode(line: string): boolean {
    if (this.#open !== null) {
      const text = line.trim();
      if (text.startsWith(this.#open) && new Set(text).size === 1) this.#open = null;
      return true;
    }
    const mark = /^[ \t]*(?:>[ \t]?|[-+*][ \t]+|\d{1,9}[.)][ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/u.exec(line)?.[1];
    if (mark === undefined) return false;
    this.#open = mark;
    return true;
  }

  /** The fence that would close the open block; null if none is open. */
  openMark(): string | null {
    return this.#open;
  }
}
