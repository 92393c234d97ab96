import { fail, ok } from '#domain/result.ts';
import type { Channel } from '#ipc/channels.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { WordChoice } from '#main/menu/text-menu.ts';

import type { OwnDictionaries } from './own-dictionaries.ts';
import type { Spelling } from './spelling.ts';

/** The channels about spelling. */
export type SpellingChannel = Extract<Channel, `spelling:${string}`>;

/** What the spelling handlers need. */
export type SpellingHandlersDeps = {
  readonly spelling: Spelling;
  readonly own: OwnDictionaries;
  /**
   * Shows the menu of a word and returns the choice, or null if the person closes it. It gets null for suggestions that
   * are not there yet, as while a dictionary loads.
   */
  readonly askAboutWord: (suggestions: readonly string[] | null) => Promise<WordChoice | null>;
  /** Asks for the files of a dictionary; null when the person cancelled. */
  readonly askForDictionary: () => Promise<readonly string[] | null>;
};

/** How long the menu waits for suggestions before it opens without them, in milliseconds. */
const SUGGESTION_LIMIT_MS = 3000;

/** Creates the handlers of the `spelling:` channels. */
export function spellingHandlers(deps: SpellingHandlersDeps): Pick<Handlers, SpellingChannel> {
  const { spelling, own } = deps;
  return {
    'spelling:check': async ({ words }) => ok(await spelling.check(words)),
    'spelling:menu': async ({ word }) => {
      const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), SUGGESTION_LIMIT_MS));
      const choice = await deps.askAboutWord(await Promise.race([spelling.suggest(word), late]));
      if (choice === null || typeof choice === 'object') return ok(choice);
      if (choice === 'learn') spelling.learn(word);
      else spelling.ignore(word);
      return ok({ known: true });
    },
    'spelling:dictionaries': async () => ok([...own.list()]),
    'spelling:add-dictionary': async () => {
      const files = await deps.askForDictionary();
      return files === null ? fail({ kind: 'cancelled' }) : own.add(files);
    },
    'spelling:remove-dictionary': ({ id }) => own.remove(id),
  };
}
