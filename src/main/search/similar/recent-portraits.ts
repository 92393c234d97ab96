import type { Portrait } from '#domain/similar/portrait.ts';

/** A pause in writing asks of much the same COEs as the pause before. */
const MOST = 400;

/** The portraits that were drawn last. */
export type RecentPortraits = {
  readonly has: (id: string) => boolean;
  readonly of: (id: string, draw: () => Portrait | null) => Portrait | null;
  readonly forget: (id: string) => void;
};

/** Makes an empty keep; the one that was asked for longest ago goes first. */
export function createRecentPortraits(most = MOST): RecentPortraits {
  const kept = new Map<string, Portrait>();
  return {
    has: (id) => kept.has(id),
    of: (id, draw) => {
      const portrait = kept.get(id) ?? draw();
      kept.delete(id);
      if (portrait === null) return null;
      kept.set(id, portrait);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return portrait;
    },
    forget: (id) => void kept.delete(id),
  };
}
