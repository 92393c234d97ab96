import { getPriority, setPriority } from 'node:os';

/**
 * Lowers the priority of the calling thread to a niceness, unless it is that low already, so that the window comes first
 * where both want a processor. Does nothing on systems other than Linux, where it would be that of the whole app.
 */
export function lowerPriority(niceness: number): void {
  // Raising it back would need rights that nobody has who started the app with a lower priority.
  if (process.platform === 'linux' && getPriority() < niceness) setPriority(niceness);
}
