/** What was used last, by the id of a COE. */
export type Lru<Value> = {
  readonly has: (id: string) => boolean;
  /** The stored value, or else what `load` makes, which is then stored. Null, which is not stored, when `load` makes nothing. */
  readonly get: (id: string, load: () => Value | null) => Value | null;
  readonly delete: (id: string) => void;
};

/** Makes an empty cache of at most `max` values. The one used longest ago is dropped first. */
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
  };
}
