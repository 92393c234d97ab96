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
  firstWord,
  raiseScoresOf,
  type Segment,
  tokenAt,
} from './segment.ts';

/** The documents that may match a search. */
export type Matches = {
  /** The score of each document, by its number; NO_MATCH if it does not match. */
  readonly scores: Float32Array;
  /** The matching documents whose text must be checked: for phrases and for words split into several tokens. */
  readonly unsure: Uint32Array;
};

/** The score of a document that does not match. */
export const NO_MATCH = -1;

/** The maximum number of recent documents outside segments. Scanning them takes about a millisecond. */
const MAX_RECENT = 128;

/** More would leave more segments to search while a library is read; fewer would merge more often. */
const MERGED_AT_ONCE = 4;

/** As many as the parts of a long query. Each takes four bytes a COE. */
const MAX_SCORED = 12;

/**
 * The inverted index. A changed document gets a new number at the end, and its old number becomes dead. Merging
 * segments of similar size removes dead documents.
 */
export class SearchIndex {
  #documents: DocumentTable;
  #segments: Segment[];
  #recent = new Map<number, DocumentTokens>();
  /** The scores of the last parts, until a document changes: each letter typed into the last word repeats the others. */
  #scored = new Map<string, Float32Array>();

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

  /** Identifies the numbering of the documents. Within one, a number never gets another COE. */
  get numbering(): string {
    return this.#documents.numbering;
  }

  /** The COE ids of all document numbers from `first` on, dead ones included. */
  idsFrom(first: number): string[] {
    return this.#documents.idsFrom(first);
  }

  /** Adds a COE or replaces its previous version. */
  put(id: string, revision: string, tokens: DocumentTokens): void {
    this.remove(id);
    this.#scored.clear();
    this.#recent.set(this.#documents.add(id, revision), tokens);
    if (this.#recent.size >= MAX_RECENT) this.#settle();
  }

  remove(id: string): void {
    this.#scored.clear();
    const number = this.#documents.remove(id);
    if (number !== null) this.#recent.delete(number);
  }

  /** Finds the documents that may match. Without wanted needles every document may. */
  match({ wanted, unwanted }: Needles): Matches {
    const { next } = this.#documents;
    const scores = new Float32Array(next);
    const isUnsure = new Uint8Array(next);
    for (let number = 0; number < next; number += 1) if (!this.#documents.isAlive(number)) scores[number] = NO_MATCH;
    for (const needle of wanted) {
      const { parts, exact } = needleParts(needle);
      for (const part of parts) {
        const having = this.#score(part);
        for (let number = 0; number < next; number += 1) {
          if (scores[number] === NO_MATCH) continue;
          const score = having[number] ?? 0;
          scores[number] = score > 0 ? (scores[number] ?? 0) + score / parts.length : NO_MATCH;
        }
      }
      if (!exact) isUnsure.fill(1);
    }
    for (const needle of unwanted) {
      const { parts, exact } = needleParts(needle);
      const having = parts.map((part) => this.#score(part));
      for (let number = 0; number < next; number += 1) {
        if (!having.every((each) => (each[number] ?? 0) > 0)) continue;
        if (exact) scores[number] = NO_MATCH;
        else isUnsure[number] = 1;
      }
    }
    const unsure: number[] = [];
    for (let number = 0; number < next; number += 1) {
      if (isUnsure[number] === 1 && scores[number] !== NO_MATCH) unsure.push(number);
    }
    return { scores, unsure: Uint32Array.from(unsure) };
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
      eachTokenStartingWith(segment, prefix, (at, token) => {
        if (isWanted(token)) eachPostingOf(segment, at, ifAlive);
      });
    }
  }

  /**
   * A word of the index that a mistyped word most likely means; null if none is similar, or the word is in the index.
   */
  nearestWord(typed: string): string | null {
    const nearest = createNearestWord(typed);
    for (const segment of this.#segments) {
      for (let at = firstWord(segment); at < segment.starts.length - 1; at += 1) {
        nearest.add(tokenAt(segment, at), () => {
          let count = 0;
          eachPostingOf(segment, at, (document) => (count += Number(this.#documents.isAlive(document))));
          return count;
        });
      }
    }
    for (const tokens of this.#recent.values()) {
      for (const token of tokens.keys()) if (!token.startsWith(' ')) nearest.add(token, () => 1);
    }
    return nearest.best();
  }

  /** The tokens of recent documents, which are in no segment yet. */
  recent(): ReadonlyMap<number, DocumentTokens> {
    return this.#recent;
  }

  /** The number of a document now, after its COE was changed or removed; -1 if it was removed. */
  currentNumber(document: number): number {
    return this.#documents.isAlive(document) ? document : this.#documents.currentNumber(document);
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
    this.#scored.clear();
    const { table, renumber } = this.#documents.renumbered();
    const segment = mergeSegments(this.#segments, renumber);
    this.#documents = table;
    this.#segments = segment.starts.length > 1 ? [segment] : [];
    return { documents: table, segment };
  }

  /** The best score for each document of a token that contains the part; 0 if there is none. Not to be changed. */
  #score(part: string): Float32Array {
    const kept = this.#scored.get(part);
    if (kept !== undefined) return kept;
    const scores = this.#scoreAnew(part);
    const [oldest] = this.#scored.keys();
    if (this.#scored.size >= MAX_SCORED && oldest !== undefined) this.#scored.delete(oldest);
    this.#scored.set(part, scores);
    return scores;
  }

  #scoreAnew(part: string): Float32Array {
    const scores = new Float32Array(this.#documents.next);
    for (const segment of this.#segments) {
      eachTokenContaining(segment, part, (at, how) => raiseScoresOf(segment, at, SCORES[how], scores));
    }
    for (const [document, tokens] of this.#recent) {
      for (const [token, weight] of tokens) {
        if (!token.includes(part)) continue;
        const how = token === part ? 'whole' : token.startsWith(part) ? 'start' : 'inside';
        scores[document] = Math.max(scores[document] ?? 0, SCORES[how][weight] ?? 0);
      }
    }
    return scores;
  }

  /**
   * Turns the recent documents into a segment, then merges the last few while the first of them is at most twice as
   * large as the last. Merging two at a time would write each posting twice as often.
   */
  #settle(): void {
    if (this.#recent.size === 0) return;
    this.#segments.push(buildSegment([...this.#recent]));
    this.#recent.clear();
    const alive: (number: number) => number = (number) => (this.#documents.isAlive(number) ? number : -1);
    for (;;) {
      const last = this.#segments.slice(-MERGED_AT_ONCE);
      if (last.length < MERGED_AT_ONCE || sizeOf(last[0]) > sizeOf(last.at(-1)) * 2) return;
      this.#segments.splice(-MERGED_AT_ONCE, MERGED_AT_ONCE, mergeSegments(last, alive));
    }
  }
}

const sizeOf = (segment: Segment | undefined): number => segment?.postings.length ?? 0;

/** The scores by weight, for each place in the token where the wanted part may occur. */
const SCORES = {
  whole: scoresOf(1),
  start: scoresOf(0.8),
  inside: scoresOf(0.6),
} as const;

function scoresOf(factor: number): Float32Array {
  return Float32Array.from({ length: 64 }, (_, weight) => scoreOf(weight) * factor);
}
