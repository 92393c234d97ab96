/** How many characters a cache may hold before it is cleared, so that memory does not grow without limit. */
const MAX_CHARACTERS = 1_000_000;

/**
 * Caches the results of a function of a string. Every pause in typing writes all blocks edited since the text was
 * parsed, and only the one being typed in is new.
 */
export function remembered(compute: (key: string) => string): (key: string) => string {
  const results = new Map<string, string>();
  let characters = 0;
  return (key) => {
    const known = results.get(key);
    if (known !== undefined) return known;
    const result = compute(key);
    characters += key.length + result.length;
    if (characters > MAX_CHARACTERS) {
      results.clear();
      characters = key.length + result.length;
    }
    results.set(key, result);
    return result;
  };
}
