import { isCharacter } from './is-character.ts';

/** Keys that are held down with another, which says what is meant. */
const HELD = new Set(['Shift', 'AltGraph', 'Control', 'Alt', 'Meta', 'CapsLock', 'NumLock', 'Fn']);

/** Keys that begin a character which later keys, or an input method, complete. */
const BEGINNINGS = new Set(['Dead', 'Compose', 'Process']);

/** For so many frames, a dialog that goes away may still return the focus to something that is going away too. */
const FRAMES = 60;

/**
 * Focuses an element as soon as nothing has the focus, for a second of frames at most: call it when what had the focus
 * goes away, at the end of a dialog or with it. What has the focus meanwhile keeps it, and what the person does next ends
 * it. A letter that is typed before the next frame gives the focus to the element first, so that it meets the same as
 * a frame later, and so does a key that begins one. Other keys do not: Enter and Space would press a button that
 * the person has not seen in focus yet, and Tab goes on from where the focus was.
 */
export function focusWhenLost(find: () => HTMLElement | null): void {
  const end = new AbortController();
  const onKey = (event: KeyboardEvent): void => {
    if (HELD.has(event.key)) return;
    end.abort();
    if ((isCharacter(event) && event.key !== ' ') || BEGINNINGS.has(event.key)) focusIfLost(find);
  };
  document.addEventListener('keydown', onKey, { capture: true, signal: end.signal });
  document.addEventListener('pointerdown', () => end.abort(), { capture: true, signal: end.signal });
  lookFor(find, end, FRAMES);
}

function lookFor(find: () => HTMLElement | null, end: AbortController, frames: number): void {
  requestAnimationFrame(() => {
    if (end.signal.aborted) return;
    if (focusIfLost(find) || frames === 0) end.abort();
    else lookFor(find, end, frames - 1);
  });
}

/** Focuses the element if nothing has the focus. False if it did not, or behind a dialog, where nothing takes it. */
function focusIfLost(find: () => HTMLElement | null): boolean {
  const { activeElement } = document;
  if (activeElement !== null && activeElement !== document.body) return false;
  const target = find();
  target?.focus({ preventScroll: true });
  return target !== null && document.activeElement === target;
}
