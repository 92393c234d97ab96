import { useCallback, useEffect, useRef } from 'react';

/**
 * Runs the last function it was given: at once, or, while the pointer is down, once its click is over. What is being
 * pressed must not move. A press also ends when it opens a menu, which may take its release.
 */
export function useAfterPress(): (run: () => void) => void {
  const isDown = useRef(false);
  const waiting = useRef<(() => void) | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const press = (): void => void (isDown.current = true);
    const release = (): void => {
      clearTimeout(timer);
      // The click follows in the same task.
      timer = setTimeout(() => {
        isDown.current = false;
        const run = waiting.current;
        waiting.current = null;
        run?.();
      });
    };
    window.addEventListener('pointerdown', press, true);
    window.addEventListener('pointerup', release, true);
    window.addEventListener('pointercancel', release, true);
    window.addEventListener('contextmenu', release, true);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointerdown', press, true);
      window.removeEventListener('pointerup', release, true);
      window.removeEventListener('pointercancel', release, true);
      window.removeEventListener('contextmenu', release, true);
    };
  }, []);
  return useCallback((run) => {
    if (isDown.current) waiting.current = run;
    else run();
  }, []);
}
