/** How much text a memory may hold before it starts afresh: a long session must not grow without end. */
const MOST_CHARACTERS = 1_000_000;

/**
 * Remembers what a function of a string gave. Every rest in typing writes all blocks edited since the text was read;
 * only the one being typed in is new.
 */
export function remembered(compute: (key: string) => string): (key: string) => string {
  const results = new Map<string, string>();
  let characters = 0;
  return (key) => {
    const known = results.get(key);
    if (known !== undefined) return known;
    const result = compute(key);
    characters += key.length + result.length;
    if (characters > MOST_CHARACTERS) {
      results.clear();
      characters = key.length + result.length;
    }
    results.set(key, result);
    return result;
  };
}
