/** Loads the spelling checker when the first letter is typed, so that it does not delay the start. */
export function loadSpellingOnFirstInput(): void {
  document.addEventListener('beforeinput', ({ target }) => void load(target), { once: true, capture: true });
}

async function load(target: EventTarget | null): Promise<void> {
  const { markMisspellings } = await import('../spelling/mark-misspellings.ts');
  markMisspellings(target instanceof Element ? target : null, (range, word) => void replace(range, word));
}

async function replace(range: Range, word: string): Promise<void> {
  const { replaceInProse } = await import('../rich-text/editing/replace-in-prose.ts');
  replaceInProse(range, word);
}
