import { useEffect, useState } from 'react';

/**
 * The data that each of several figures shows now; null for one whose turn has not come yet. The first figure gets new
 * data at once, each of the others after the one before has been painted, so that what is on the screen stays
 * responsive while the rest is drawn. Until its turn, a figure keeps what it showed.
 */
export function useInTurn<Data>(data: Data, figures: number): readonly (Data | null)[] {
  const [shown, setShown] = useState<readonly (Data | null)[]>(() => Array.from({ length: figures }, () => null));
  const now = shown[0] === data ? shown : shown.with(0, data);
  if (now !== shown) setShown(now);
  const next = now.findIndex((each) => each !== data);
  useEffect(
    () => (next < 0 ? undefined : afterPaint(() => setShown((before) => before.with(next, data)))),
    [data, next],
  );
  return now;
}

/** Calls back when the next frame is on the screen. Returns a function that cancels it. */
function afterPaint(callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(callback, 0);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
