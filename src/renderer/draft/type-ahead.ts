import { hasModifier, isCharacter } from '../ui/is-character.ts';

/** What was typed since typing is held; null when it is not held. */
let held: string | null = null;

/**
 * Longest time to hold, in milliseconds, so that a screen that never comes cannot leave the keyboard without effect.
 */
const MAX_HOLD_MS = 20_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Holds what is typed from now on, because the text it is meant for is not on the page yet. Without this, a sentence
 * typed right after Start or Next would press buttons or be lost. Shortcuts and Tab still work.
 */
export function holdTyping(): void {
  if (held !== null) return;
  held = '';
  timer = setTimeout(releaseTyping, MAX_HOLD_MS);
  window.addEventListener('keydown', hold, true);
}

/** Whether keys wait for a text that is not on the page yet. */
export const isTypingHeld = (): boolean => held !== null;

/** Ends {@link holdTyping} and returns what was typed, with `\n` for Enter. */
export function releaseTyping(): string {
  const typed = held ?? '';
  held = null;
  clearTimeout(timer);
  window.removeEventListener('keydown', hold, true);
  return typed;
}

function hold(event: KeyboardEvent): void {
  if (held === null || event.isComposing || !isTyping(event)) return;
  if (event.key === 'Backspace') held = held.slice(0, -1);
  // A key that is held down since it pressed the button is not typing.
  else if (event.key === 'Enter') held += event.repeat ? '' : '\n';
  else held += event.key;
  event.preventDefault();
  event.stopPropagation();
}

const isTyping = (event: KeyboardEvent): boolean =>
  isCharacter(event) || (!hasModifier(event) && (event.key === 'Enter' || event.key === 'Backspace'));
