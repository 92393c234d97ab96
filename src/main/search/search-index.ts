import type { Needles } from '#domain/search/search-query.ts';
import { needleParts } from '#domain/search/tokens.ts';

import { DocumentTable } from './document-table.ts';
import { mergeSegments } from './merge-segments.ts';
import { createNearestWord } from './nearest-word.ts';
import { scoreOf, type Weight } from './posting-bytes.ts';
import {
  buildSegment,
  type DocumentTokens,
  eachTokenContaining,
  eachTokenStartingWith,
  eachPostingOf,
  type Segment,
  tokenAt,
} from './segment.ts';

/**
 * A COE that may match. If `unsure`, the caller must check its text: for phrases and for words split into several
 * tokens.
 */
export type Candidate = { readonly id: string; readonly score: number; readonly unsure: boolean };

/** The maximum number of recent documents outside segments. Scanning them takes about a millisecond. */
const MAX_RECENT = 128;

/** The factor of a score, by where in the token the wanted part occurs. */
const MATCH_FACTORS = { whole: 1, start: 0.8, inside: 0.6 } as const;

/**
 * The inverted index. A changed document gets a new number at the end, and its old number becomes dead. Merging
 * segments of similar size removes dead documents.
 */
export class SearchIndex {
  #documents: DocumentTable;
  #segments: Segment[];
  #recent = new Map<number, DocumentTokens>();

  constructor(documents: DocumentTable = new DocumentTable(), segments: readonly Segment[] = []) {
    this.#documents = documents;
    this.#segments = [...segments];
  }

  /** The number of indexed COEs. */
  get size(): number {
    return this.#documents.size;
  }

  /** The indexed revision of a COE; null if it is not indexed. */
  revisionOf(id: string): string | null {
    return this.#documents.revisionOf(id);
  }

  ids(): IterableIterator<string> {
    return this.#documents.ids();
  }

  /** Adds a COE or replaces its previous version. */
  put(id: string, revision: string, tokens: DocumentTokens): void {
    this.remove(id);
    this.#recent.set(this.#documents.add(id, revision), tokens);
    if (this.#recent.size >= MAX_RECENT) this.#settle();
  }

  remove(id: string): void {
    const number = this.#documents.remove(id);
    if (number !== null) this.#recent.delete(number);
  }

  /**
   * Finds the COEs that may match, with scores, in no particular order. Without wanted needles every COE is a
   * candidate.
   */
  find({ wanted, unwanted }: Needles): Candidate[] {
    const total = new Float32Array(this.#documents.next);
    const unsure = new Uint8Array(this.#documents.next);
    const alive = this.#documents.aliveNumbers();
    let numbers = alive;
    for (const needle of wanted) {
      const { parts, exact } = needleParts(needle);
      for (const part of parts) {
        const scores = this.#score(part);
        numbers = numbers.filter((number) => (scores[number] ?? 0) > 0);
        for (const number of numbers) total[number] = (total[number] ?? 0) + (scores[number] ?? 0) / parts.length;
      }
      if (!exact) for (const number of numbers) unsure[number] = 1;
    }
    for (const needle of unwanted) {
      const { parts, exact } = needleParts(needle);
      const having = parts.map((part) => this.#score(part));
      const all = (number: number): boolean => having.every((scores) => (scores[number] ?? 0) > 0);
      if (exact) numbers = numbers.filter((number) => !all(number));
      else for (const number of numbers) if (all(number)) unsure[number] = 1;
    }
    return numbers.map((number) => ({
      id: this.#documents.idOf(number),
      score: total[number] ?? 0,
      unsure: unsure[number] === 1,
    }));
  }

  /**
   * Calls `take` for each COE and each of its tokens that starts with the prefix and passes `isWanted`. Skips recent
   * documents, which are in no segment yet.
   */
  eachStarting(
    prefix: string,
    isWanted: (token: string) => boolean,
    take: (document: number, weight: Weight) => void,
  ): void {
    const ifAlive = (document: number, weight: Weight): void => {
      if (this.#documents.isAlive(document)) take(document, weight);
    };
    for (const segment of this.#segments) {
      eachTokenStartingWith(segment, prefix, (place, token) => {
        if (isWanted(token)) eachPostingOf(segment, place, ifAlive);
      });
    }
  }

  /**
   * A word of the index that a mistyped word most likely means; null if none is similar, or the word is in the index.
   */
  nearestWord(typed: string): string | null {
    const nearest = createNearestWord(typed);
    for (const segment of this.#segments) {
      for (let place = 0; place < segment.starts.length - 1; place += 1) {
        nearest.add(tokenAt(segment, place), () => {
          let count = 0;
          eachPostingOf(segment, place, (document) => (count += Number(this.#documents.isAlive(document))));
          return count;
        });
      }
    }
    for (const tokens of this.#recent.values()) for (const token of tokens.keys()) nearest.add(token, () => 1);
    return nearest.best();
  }

  /** The tokens of recent documents, which are in no segment yet. */
  recent(): ReadonlyMap<number, DocumentTokens> {
    return this.#recent;
  }

  idOf(document: number): string {
    return this.#documents.idOf(document);
  }

  /** The number of the next document. */
  get next(): number {
    return this.#documents.next;
  }

  /** Merges everything into one segment and renumbers the documents from 0 without gaps, to store the index. */
  compact(): { documents: DocumentTable; segment: Segment } {
    this.#settle();
    const { table, renumber } = this.#documents.renumbered();
    const segment = mergeSegments(this.#segments, renumber);
    this.#documents = table;
    this.#segments = segment.starts.length > 1 ? [segment] : [];
    return { documents: table, segment };
  }

  /** The best score for each document of a token that contains the part; 0 if there is none. */
  #score(part: string): Float32Array {
    const scores = new Float32Array(this.#documents.next);
    for (const segment of this.#segments) {
      eachTokenContaining(segment, part, (place, how) => {
        const factor = MATCH_FACTORS[how];
        eachPostingOf(segment, place, (document, weight) => {
          const score = SCORES[weight] ?? 0;
          if (score * factor > (scores[document] ?? 0)) scores[document] = score * factor;
        });
      });
    }
    for (const [document, tokens] of this.#recent) {
      for (const [token, weight] of tokens) {
        if (!token.includes(part)) continue;
        const how = token === part ? 'whole' : token.startsWith(part) ? 'start' : 'inside';
        scores[document] = Math.max(scores[document] ?? 0, (SCORES[weight] ?? 0) * MATCH_FACTORS[how]);
      }
    }
    return scores;
  }

  /**
   * Turns the recent documents into a segment, then merges the last two while the last is at least half the size of the
   * other.
   */
  #settle(): void {
    if (this.#recent.size === 0) return;
    this.#segments.push(buildSegment([...this.#recent]));
    this.#recent.clear();
    const alive: (number: number) => number = (number) => (this.#documents.isAlive(number) ? number : -1);
    for (;;) {
      const last = this.#segments.at(-1);
      const before = this.#segments.at(-2);
      if (last === undefined || before === undefined || before.postings.length > last.postings.length * 2) return;
      this.#segments.splice(-2, 2, mergeSegments([before, last], alive));
    }
  }
}

const SCORES = Float32Array.from({ length: 64 }, (_, weight) => scoreOf(weight));
