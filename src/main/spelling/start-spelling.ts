import path from 'node:path';

import type { BrowserWindow } from 'electron';

import type { Settings } from '#ipc/settings.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import { pastePlain } from '#main/ipc/paste-plain.ts';
import type { EventLog } from '#main/logging/event-log.ts';
import { showSpellingMenu } from '#main/menu/show-menus.ts';
import type { WordChoice } from '#main/menu/text-menu.ts';
import { openStore } from '#main/settings/open-store.ts';
import type { SettingsStore } from '#main/settings/settings-store.ts';

import { NO_OWN_WORDS, ownWordsSchema } from './own-words.ts';
import { createOwnDictionaries, NO_OWN_DICTIONARIES, ownDictionariesSchema } from './own-dictionaries.ts';
import { type SpellingChannel, spellingHandlers } from './spelling-handlers.ts';
import { createSpelling, type Spelling } from './spelling.ts';

/** What the spell check needs from the app. */
export type StartSpellingDeps = {
  readonly settings: SettingsStore<Settings>;
  /** The folder of the settings, where the person's own words and dictionaries are stored too. */
  readonly userData: string;
  readonly workerUrl: URL;
  /** The folder of the dictionaries. */
  readonly dictionaries: string;
  /** Asks for the files of a dictionary; null when the person cancelled. */
  readonly askForDictionary: () => Promise<readonly string[] | null>;
  /** The window in use, where the spelling menu opens; null when there is none. */
  readonly window: () => BrowserWindow | null;
  readonly logError: EventLog['logError'];
};

/** The spell check of the app: the handlers of its channels, and looking up words for others. */
export type StartedSpelling = {
  readonly handlers: Pick<Handlers, SpellingChannel>;
  readonly lookUp: Spelling['lookUp'];
};

/** Starts the spell check. Dictionaries are loaded when the first word is checked. */
export function startSpelling(deps: StartSpellingDeps): StartedSpelling {
  const { settings } = deps;
  const ownWords = openStore(deps.userData, 'dictionary', ownWordsSchema, NO_OWN_WORDS, deps.logError);
  const own = createOwnDictionaries({
    folder: path.join(deps.userData, 'dictionaries'),
    list: openStore(deps.userData, 'dictionaries', ownDictionariesSchema, NO_OWN_DICTIONARIES, deps.logError),
    workerUrl: deps.workerUrl,
  });
  const spelling = createSpelling({
    languages: () => (settings.value().spellCheck ? settings.value().spellLanguages : []),
    ownDictionaries: () => {
      const { spellCheck, ownDictionaries } = settings.value();
      return spellCheck ? ownDictionaries.filter((id) => own.list().some((each) => each.id === id)) : [];
    },
    ownWords: () => ownWords.value().words,
    addOwnWord: (word) => void ownWords.change({ words: [...ownWords.value().words, word] }),
    workerUrl: deps.workerUrl,
    folder: deps.dictionaries,
    ownFolder: path.join(deps.userData, 'dictionaries'),
  });
  const askAboutWord = async (suggestions: readonly string[] | null): Promise<WordChoice | null> => {
    const window = deps.window();
    return window === null ? null : showSpellingMenu(window, suggestions, pastePlain);
  };
  const handlers = spellingHandlers({ spelling, own, askAboutWord, askForDictionary: deps.askForDictionary });
  return { handlers, lookUp: spelling.lookUp };
}
