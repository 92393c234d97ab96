import { ok } from '#domain/result.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { WordChoice } from '#main/menu/text-menu.ts';

import type { Spelling } from './spelling.ts';

/** A menu that is late is worse than one without suggestions, in milliseconds. */
const PATIENCE = 500;

/** Answers the page about words, and what a person chose to do about one. */
export function spellingHandlers(
  spelling: Spelling,
  askAboutWord: (suggestions: readonly string[]) => Promise<WordChoice | null>,
): Pick<Handlers, 'spelling:check' | 'spelling:menu'> {
  return {
    'spelling:check': async ({ words }) => ok(await spelling.check(words)),
    'spelling:menu': async ({ word }) => {
      const late = new Promise<string[]>((resolve) => setTimeout(() => resolve([]), PATIENCE));
      const choice = await askAboutWord(await Promise.race([spelling.suggest(word), late]));
      if (choice === null || typeof choice === 'object') return ok(choice);
      if (choice === 'learn') spelling.learn(word);
      else spelling.ignore(word);
      return ok({ known: true });
    },
  };
}
