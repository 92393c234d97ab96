import { NO_MATCH } from '#main/search/search-index.ts';
import type { FoundDocuments, KnownDocuments } from '#main/search/worker-tasks.ts';

/** The score of a COE by its id; null if it does not match. */
export type ScoreOf = (id: string) => number | null;

/** One numbering of the worker's documents. A changed COE gets a new number; `before` has the one it had until then. */
type Numbering = {
  readonly name: string;
  readonly numberOf: Map<string, number>;
  readonly before: Map<number, number>;
  count: number;
};

/**
 * The numbers of the documents in the worker's index, learned from its answers. Sending the ids and scores of all COEs
 * found took longer than finding them.
 */
export type DocumentNumbers = {
  /** What to tell the worker, so that it sends only what is new. */
  readonly known: () => KnownDocuments;
  /** The numbers of these COEs, which may have got others since; null if one is not known. */
  readonly numbersOf: (coes: readonly { readonly id: string }[]) => Uint32Array | null;
  /** Learns the ids of an answer. Returns its scores by id. */
  readonly learn: (found: FoundDocuments) => ScoreOf;
};

const newNumbering = (name: string): Numbering => ({ name, numberOf: new Map(), before: new Map(), count: 0 });

/** Creates numbers of a worker that nothing is known of. */
export function createDocumentNumbers(): DocumentNumbers {
  let current = newNumbering('');
  return {
    known: () => ({ numbering: current.name, count: current.count }),
    numbersOf: (coes) => {
      const numbers = new Uint32Array(coes.length);
      for (const [place, { id }] of coes.entries()) {
        const number = current.numberOf.get(id);
        if (number === undefined) return null;
        numbers[place] = number;
      }
      return numbers;
    },
    learn: ({ numbering, first, ids, scores }) => {
      if (numbering !== current.name) current = newNumbering(numbering);
      const { numberOf, before } = current;
      // Two answers may bring the same ids.
      for (let number = current.count; number < first + ids.length; number += 1) {
        const id = ids[number - first] ?? '';
        const earlier = numberOf.get(id);
        if (earlier !== undefined) before.set(number, earlier);
        numberOf.set(id, number);
      }
      current.count = Math.max(current.count, first + ids.length);
      return (id) => {
        let number = numberOf.get(id);
        // The COE may have got a new number since this answer.
        while (number !== undefined && number >= scores.length) number = before.get(number);
        const score = number === undefined ? NO_MATCH : (scores[number] ?? NO_MATCH);
        return score === NO_MATCH ? null : score;
      };
    },
  };
}
