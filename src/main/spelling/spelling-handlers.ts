import { ok } from '#domain/result.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { WordChoice } from '#main/menu/text-menu.ts';

import type { Spelling } from './spelling.ts';

/** How long the menu waits for suggestions before it opens without them, in milliseconds. */
const SUGGESTION_LIMIT_MS = 3000;

/**
 * Creates the handlers of the `spelling:` channels. `askAboutWord` shows the menu and returns the choice, or null if
 * the person closes it. It gets null for suggestions that are not there yet, as while a dictionary loads.
 */
export function spellingHandlers(
  spelling: Spelling,
  askAboutWord: (suggestions: readonly string[] | null) => Promise<WordChoice | null>,
): Pick<Handlers, 'spelling:check' | 'spelling:menu'> {
  return {
    'spelling:check': async ({ words }) => ok(await spelling.check(words)),
    'spelling:menu': async ({ word }) => {
      const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), SUGGESTION_LIMIT_MS));
      const choice = await askAboutWord(await Promise.race([spelling.suggest(word), late]));
      if (choice === null || typeof choice === 'object') return ok(choice);
      if (choice === 'learn') spelling.learn(word);
      else spelling.ignore(word);
      return ok({ known: true });
    },
  };
}
