/** What can be asked to hand over text it still holds back: the prose editors, which gather keystrokes for a moment. */
type Collector = () => void;

const collectors = new Set<Collector>();

/** Registers a holder of pending text until the returned function is called. */
export function registerPending(collector: Collector): () => void {
  collectors.add(collector);
  return () => void collectors.delete(collector);
}

/** Has every holder hand over now, before a save, an undo or a quit. */
export const collectPending = (): void => collectors.forEach((collector) => collector());
