/** Calls `run` after the next frame is drawn; soon in a window that nobody sees, which draws none. Returns what cancels it. */
export function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    timer = setTimeout(run);
  };
  let frame: number | undefined;
  if (document.visibilityState === 'hidden') soon();
  else frame = requestAnimationFrame(soon);
  return () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
