/**
 * Makes a function that runs `read` and passes its result to `apply`, unless a run that began later was faster: then the
 * result is outdated.
 */
export function applyLatest<Value>(read: () => Promise<Value>, apply: (value: Value) => void): () => Promise<void> {
  let begun = 0;
  let applied = 0;
  return async () => {
    begun += 1;
    const own = begun;
    const value = await read();
    if (own < applied) return;
    applied = own;
    apply(value);
  };
}
