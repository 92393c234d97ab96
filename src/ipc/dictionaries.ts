import { z } from 'zod';

import { type Contracts, typeOf } from './channel-contract.ts';

/** The id of a dictionary that the person added, also part of its file names. */
export const dictionaryIdSchema = z.string().regex(/^[0-9a-f]{12}$/);

/** A dictionary that the person added. `name` is the name of its file without the ending. */
export const ownDictionarySchema = z.object({ id: dictionaryIdSchema, name: z.string().min(1).max(80) });
export type OwnDictionary = z.infer<typeof ownDictionarySchema>;

/** How many dictionaries a person can add. */
export const MAX_DICTIONARIES = 10;

/**
 * Why a dictionary was not added. `no-pair`: the .aff or the .dic file is missing. `not-a-dictionary`: Hunspell cannot
 * use the files, or recognises none of their words. `too-slow`: Hunspell did not finish, or crashed.
 */
export type DictionaryRefusal = 'no-pair' | 'too-large' | 'not-text' | 'not-a-dictionary' | 'too-slow' | 'too-many';

/** The channels of the dictionaries that the person added. */
export const DICTIONARY_CHANNELS = {
  'spelling:dictionaries': { request: z.strictObject({}), answer: typeOf<OwnDictionary[]>() },
  /** Asks for the two files, tests them and copies them. Nothing changes when they are refused. */
  'spelling:add-dictionary': {
    request: z.strictObject({}),
    answer: typeOf<{ added: OwnDictionary } | { refused: DictionaryRefusal }>(),
  },
  'spelling:remove-dictionary': { request: z.strictObject({ id: dictionaryIdSchema }), answer: typeOf<null>() },
} as const satisfies Contracts;
