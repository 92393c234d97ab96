import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { z } from 'zod';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import {
  type DictionaryRefusal,
  MAX_DICTIONARIES,
  type OwnDictionary,
  ownDictionarySchema,
} from '#ipc/dictionaries.ts';
import { diskError } from '#main/disk/disk-error.ts';
import type { SettingsStore } from '#main/settings/settings-store.ts';
import { answerWithin } from '#main/worker/answer-within.ts';
import { createWorkerClient } from '#main/worker/worker-client.ts';

import type { DictionaryText } from './convert-dictionary.ts';
import type { SpellingTasks, SpellingWorkerData } from './spelling-tasks.ts';

/** The list of the dictionaries that the person added, in a file beside the settings. */
export const ownDictionariesSchema = z.object({ dictionaries: z.array(ownDictionarySchema).max(MAX_DICTIONARIES) });
export type OwnDictionaryList = z.infer<typeof ownDictionariesSchema>;

/** The value before the person adds a dictionary. */
export const NO_OWN_DICTIONARIES: OwnDictionaryList = { dictionaries: [] };

/** What adding and removing dictionaries needs. */
export type OwnDictionariesDeps = {
  /** The folder of the copies, `<id>.aff` and `<id>.dic`. It is created when needed. */
  readonly folder: string;
  readonly list: SettingsStore<OwnDictionaryList>;
  readonly workerUrl: URL;
  /** Milliseconds of processor time that testing a dictionary may take. */
  readonly limit?: number;
};

/** Dictionaries that the person added from two files. */
export type OwnDictionaries = {
  readonly list: () => readonly OwnDictionary[];
  /**
   * Tests and copies a dictionary. `files` are what the person chose: both files, or one that has the other beside it.
   * Fails with a disk error. Nothing is kept unless it was added.
   */
  readonly add: (
    files: readonly string[],
  ) => Promise<Result<{ added: OwnDictionary } | { refused: DictionaryRefusal }, AppError>>;
  /** Removes a dictionary and its files. Does nothing for an unknown id. */
  readonly remove: (id: string) => Promise<Result<null, AppError>>;
};

/** Processor time to test a dictionary, in milliseconds. The largest known ones take three seconds. */
const LIMIT_MS = 30_000;

/** Creates the dictionaries that the person added. */
export function createOwnDictionaries(deps: OwnDictionariesDeps): OwnDictionaries {
  const { folder, list, limit = LIMIT_MS } = deps;
  const fileOf = (id: string, ending: 'aff' | 'dic'): string => path.join(folder, `${id}.${ending}`);
  const removeFiles = async (id: string): Promise<void> => {
    await Promise.all([rm(fileOf(id, 'aff'), { force: true }), rm(fileOf(id, 'dic'), { force: true })]);
  };
  /** Runs the test in a worker of its own, because a hostile file may never end or may crash it. */
  const test = async (aff: string, dic: string): Promise<DictionaryText | DictionaryRefusal> => {
    const workerData: SpellingWorkerData = { folder, ownFolder: folder };
    const worker = createWorkerClient<SpellingTasks>({ name: 'dictionary', url: deps.workerUrl, workerData });
    const tried = await answerWithin(limit, worker.request('try', { aff, dic }));
    await worker.close();
    return tried?.ok === true ? tried.value : 'too-slow';
  };
  const copy = async (text: DictionaryText, name: string): Promise<Result<{ added: OwnDictionary }, AppError>> => {
    const added: OwnDictionary = { id: randomBytes(6).toString('hex'), name };
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(fileOf(added.id, 'aff'), text.affixes, { flag: 'wx', flush: true });
      await writeFile(fileOf(added.id, 'dic'), text.words, { flag: 'wx', flush: true });
    } catch (error) {
      await removeFiles(added.id).catch(() => undefined);
      return fail(diskError(error));
    }
    const changed = list.change({ dictionaries: [...list.value().dictionaries, added] });
    if (changed.ok) return ok({ added });
    await removeFiles(added.id).catch(() => undefined);
    return changed;
  };
  return {
    list: () => list.value().dictionaries,
    add: async (files) => {
      if (list.value().dictionaries.length >= MAX_DICTIONARIES) return ok({ refused: 'too-many' });
      try {
        const pair = await pairOf(files);
        if (pair === null) return ok({ refused: 'no-pair' });
        await Promise.all([access(pair.aff, constants.R_OK), access(pair.dic, constants.R_OK)]);
        const tried = await test(pair.aff, pair.dic);
        return typeof tried === 'string' ? ok({ refused: tried }) : await copy(tried, nameOf(pair.dic));
      } catch (error) {
        return fail(diskError(error));
      }
    },
    remove: async (id) => {
      const dictionaries = list.value().dictionaries.filter((each) => each.id !== id);
      const changed = list.change({ dictionaries });
      if (!changed.ok) return changed;
      try {
        await removeFiles(id);
      } catch (error) {
        return fail(diskError(error));
      }
      return ok(null);
    },
  };
}

/** The .aff and .dic file among those chosen; the second may lie beside the first under the same name. */
async function pairOf(files: readonly string[]): Promise<{ aff: string; dic: string } | null> {
  const find = (ending: string): string | undefined =>
    files.find((file) => path.extname(file).toLowerCase() === ending);
  const aff = find('.aff');
  const dic = find('.dic');
  if (files.length > 2) return null;
  if (aff !== undefined && dic !== undefined) return { aff, dic };
  if (files.length !== 1) return null;
  const other = async (file: string, ending: string): Promise<string | null> => {
    const wanted = `${path.parse(file).name}${ending}`.toLowerCase();
    const name = (await readdir(path.dirname(file))).find((each) => each.toLowerCase() === wanted);
    return name === undefined ? null : path.join(path.dirname(file), name);
  };
  if (aff !== undefined) {
    const found = await other(aff, '.dic');
    return found === null ? null : { aff, dic: found };
  }
  if (dic === undefined) return null;
  const found = await other(dic, '.aff');
  return found === null ? null : { aff: found, dic };
}

/** The file's name without the ending, for display. */
const nameOf = (file: string): string =>
  path
    .parse(file)
    .name.replaceAll(/[\p{C}]/gu, '')
    .trim()
    .slice(0, 80) || 'Dictionary';
