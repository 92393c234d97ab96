import type { BrowserWindow } from 'electron';

import type { Settings } from '#ipc/settings.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import { showSpellingMenu } from '#main/menu/show-menus.ts';
import { openStore } from '#main/settings/open-store.ts';
import type { SettingsStore } from '#main/settings/settings-store.ts';

import { NO_OWN_WORDS, ownWordsSchema } from './own-words.ts';
import { spellingHandlers } from './spelling-handlers.ts';
import { createSpelling } from './spelling.ts';

/** What the spell check needs from the app. */
export type StartSpellingDeps = {
  readonly settings: SettingsStore<Settings>;
  /** The folder of the settings, where the person's own words are stored too. */
  readonly userData: string;
  readonly workerUrl: URL;
  /** The folder of the dictionaries. */
  readonly dictionaries: string;
  /** Where the spelling menu opens; null when there is no window. */
  readonly window: () => BrowserWindow | null;
};

/** Returns the handlers of the `spelling:` channels. Dictionaries are loaded when the first word is checked. */
export function startSpelling(deps: StartSpellingDeps): Pick<Handlers, 'spelling:check' | 'spelling:menu'> {
  const { settings } = deps;
  const ownWords = openStore(deps.userData, 'dictionary', ownWordsSchema, NO_OWN_WORDS);
  const spelling = createSpelling({
    languages: () => (settings.value().spellCheck ? settings.value().spellLanguages : []),
    ownWords: () => ownWords.value().words,
    addOwnWord: (word) => void ownWords.change({ words: [...ownWords.value().words, word] }),
    workerUrl: deps.workerUrl,
    folder: deps.dictionaries,
  });
  return spellingHandlers(spelling, async (suggestions) => {
    const window = deps.window();
    return window === null ? null : showSpellingMenu(window, suggestions);
  });
}
