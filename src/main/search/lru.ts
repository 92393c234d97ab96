/** A cache of the most recently used values, by COE id. */
export type Lru<Value> = {
  readonly has: (id: string) => boolean;
  /** Returns the stored value, or loads and stores it. Null if `load` returns null, which is not stored. */
  readonly get: (id: string, load: () => Value | null) => Value | null;
  readonly delete: (id: string) => void;
  readonly clear: () => void;
};

/** Creates an empty cache of at most `max` values. Drops the least recently used one first. */
export function createLru<Value>(max: number): Lru<Value> {
  const values = new Map<string, Value>();
  return {
    has: (id) => values.has(id),
    get: (id, load) => {
      const value = values.get(id) ?? load();
      values.delete(id);
      if (value === null) return null;
      values.set(id, value);
      const [oldest] = values.keys();
      if (values.size > max && oldest !== undefined) values.delete(oldest);
      return value;
    },
    delete: (id) => void values.delete(id),
    clear: () => values.clear(),
  };
}
