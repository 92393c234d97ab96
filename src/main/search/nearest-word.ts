/** The longest word to look for a similar one for; longer ones are not words. */
const LONGEST = 40;
const SHORTEST = 4;

/** The number of letters that may be wrong. */
const mistakesAllowed = (length: number): number => (length < SHORTEST ? 0 : length < 8 ? 1 : 2);

/**
 * Finds the word of an index that a mistyped word most likely means: with the fewest wrong letters, then the same first
 * letter, then in the most COEs. `add` offers a word; `best` is null when none is similar enough. All words are folded.
 */
export function createNearestWord(typed: string) {
  const most = typed.length > LONGEST ? 0 : mistakesAllowed(typed.length);
  let best: string | null = null;
  let bestRank: readonly [mistakes: number, otherStart: number, rarity: number] | null = null;
  return {
    add: (word: string, count: () => number): void => {
      if (most === 0 || Math.abs(word.length - typed.length) > most || /[\d ]/.test(word)) return;
      const mistakes = wrongLetters(typed, word, Math.min(most, bestRank?.[0] ?? most));
      if (mistakes === null || mistakes === 0) return;
      const documents = count();
      if (documents === 0) return;
      const rank = [mistakes, Number(word.charAt(0) !== typed.charAt(0)), -documents] as const;
      if (bestRank !== null && !isBefore(rank, bestRank)) return;
      best = word;
      bestRank = rank;
    },
    best: (): string | null => best,
  };
}

function isBefore(first: readonly number[], second: readonly number[]): boolean {
  for (const [index, value] of first.entries()) {
    const other = second[index] ?? 0;
    if (value !== other) return value < other;
  }
  return false;
}

/**
 * The number of letters to insert, remove, replace or swap with their neighbour to make one word the other; null for
 * more than `most`.
 */
export function wrongLetters(one: string, other: string, most: number): number | null {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return null;
    beforeLast = last;
    last = current;
  }
  const found = last[other.length] ?? 0;
  return found <= most ? found : null;
}
