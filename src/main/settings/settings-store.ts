import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';

import type { z } from 'zod';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { replaceFileLater } from '#main/disk/replace-file-later.ts';
import { replaceFileSync } from '#main/disk/replace-file-sync.ts';

import { openLastGoodCopy } from './last-good-copy.ts';
import { readStoredObject, quarantineFile } from './quarantine-file.ts';

/** A file that is written as a whole when `store` is assigned, such as electron-store. */
export type SettingsFile = { store: Record<string, unknown> };

/** Opens `<folder>/<name>.json`. Returns null while that is not possible yet, and then calls back once it is. */
export type OpenSettingsFile = (folder: string, name: string, onPossible: () => void) => SettingsFile | null;

/** What a settings store needs. `folder` is an absolute path. */
export type SettingsStoreOptions<Shape extends z.ZodRawShape> = {
  readonly folder: string;
  /** The file's name without `.json`. */
  readonly name: string;
  readonly schema: z.ZodObject<Shape>;
  readonly defaults: z.output<z.ZodObject<Shape>>;
  readonly openFile: OpenSettingsFile;
  /**
   * Called with what no change can report any more: when what changed before the file could be opened cannot be written,
   * which the next change and `finish` try again, and with a bug.
   */
  readonly onLateError: (error: unknown) => void;
  readonly now: () => Date;
};

/** What to change, or a function that returns it, for what depends on the value so far. */
export type Change<Value> = Partial<Value> | ((value: Value) => Partial<Value>);

/**
 * A small object of settings, held in memory and written as a whole on every change. What another instance has written
 * meanwhile is taken in first: on a drive without symbolic links there can be two. `change` fails with a disk error and
 * then changes nothing. What it changes before the file can be opened, such as the place of a window that is moved while
 * the app starts, is written as soon as it can be, with the next change or by `finish`.
 */
export type SettingsStore<Value> = {
  readonly value: () => Value;
  /** A function is given the value that the changes before have made. */
  readonly change: (change: Change<Value>) => Result<Value, AppError>;
  /**
   * The same without keeping this thread waiting for the disk: the change counts once it is written. Several are made
   * in their order. A function may be called more than once.
   */
  readonly changeLater: (change: Change<Value>) => Promise<Result<Value, AppError>>;
  /** Writes at once whatever is not on the disk yet: for the end of the app. */
  readonly finish: () => void;
  /** The name that a broken file was quarantined under; null when the file was fine. */
  readonly quarantinedAs: string | null;
};

/**
 * Reads the settings and creates a store. A file that is not a JSON object is quarantined before anything else opens
 * it, and its values come from the last good copy. If only some values are invalid, a copy of the file is quarantined
 * and the valid values are kept. Keys unknown to this version are kept.
 */
export function createSettingsStore<Shape extends z.ZodRawShape>(
  options: SettingsStoreOptions<Shape>,
): SettingsStore<z.output<z.ZodObject<Shape>>> {
  type Value = z.output<z.ZodObject<Shape>>;
  const file = path.join(options.folder, `${options.name}.json`);
  const stored = readStoredObject(file);
  const lastGood = openLastGoodCopy(options.folder, options.name);
  const found = stored.is === 'object' ? stored.object : stored.is === 'broken' ? lastGood.read() : {};
  const { good, bad } = validateKeys(options.schema, found);
  let aside: string | null = null;
  if (stored.is === 'broken') aside = quarantineFile(file, options.now());
  else if (stored.is === 'object' && bad.length > 0) aside = quarantineFile(file, options.now(), true);
  // An invalid value is replaced by its last good value, or by its default.
  const spare =
    bad.length > 0 && stored.is === 'object' ? validateKeys(options.schema, pick(lastGood.read(), bad)).good : {};
  let value: Value = { ...options.defaults, ...spare, ...good };
  let written = without(found, bad);
  if (stored.is === 'object' && bad.length === 0) lastGood.write(found);
  let opened: SettingsFile | null = null;
  const open = (): SettingsFile | null => {
    opened ??= options.openFile(options.folder, options.name, writeLate);
    return opened;
  };
  /** What of `written` is only in memory, since the file could not be opened; null for nothing. */
  let unwritten: Partial<Value> | null = null;
  /** What was in the file when this process last read or wrote it. */
  let seen = stored.is === 'object' ? JSON.stringify(found) : null;
  /** Takes in what another instance has written since, but for what is invalid. What is only in memory here stays. */
  const takeIn = (): void => {
    const now = readStoredObject(file);
    if (now.is !== 'object') return;
    const text = JSON.stringify(now.object);
    if (text === seen) return;
    seen = text;
    const valid = validateKeys(options.schema, now.object);
    written = { ...without(now.object, valid.bad), ...pick(written, valid.bad), ...unwritten };
    value = { ...value, ...valid.good, ...unwritten };
  };
  const onWritten = (next: Record<string, unknown>): void => {
    unwritten = null;
    seen = JSON.stringify(next);
  };
  let isEnding = false;
  const write = (next: Record<string, unknown>, asked: Partial<Value>): void => {
    const target = open();
    if (target === null && !isEnding) {
      unwritten = { ...unwritten, ...asked };
      return;
    }
    if (target === null) writeAtOnce(file, next);
    else target.store = next;
    onWritten(next);
  };
  const writeLate = (): void => {
    if (unwritten === null) return;
    try {
      takeIn();
      write(written, {});
    } catch (error) {
      options.onLateError(error);
    }
  };
  const change = (made: Change<Value>): Result<Value, AppError> => {
    takeIn();
    const asked = changeOf(made, value);
    const nextWritten = { ...written, ...asked };
    try {
      write(nextWritten, asked);
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return fail(diskError(error));
    }
    value = { ...value, ...asked };
    written = nextWritten;
    lastGood.write(written);
    return ok(value);
  };

  type Waiting = {
    readonly change: Change<Value>;
    readonly done: (made: Result<Value, AppError>) => void;
    readonly reject: (bug: unknown) => void;
  };
  const waiting: Waiting[] = [];
  const isFirst = (one: Waiting): boolean => waiting[0] === one;
  /** Makes the first of the changes that wait, unless it was made at once meanwhile. */
  const makeFirst = async (first: Waiting): Promise<void> => {
    try {
      const before = written;
      const asked = changeOf(first.change, value);
      const next = { ...before, ...asked };
      await replaceFileLater(file, textOf(next), {
        mode: MODE,
        // What was changed at once meanwhile, or by another instance, is not in it; the next round takes it along.
        isWanted: () => {
          takeIn();
          return isFirst(first) && written === before;
        },
        onReplaced: () => {
          value = { ...value, ...asked };
          written = next;
          onWritten(next);
          finishFirst(ok(value));
        },
      });
      if (written === next) await lastGood.writeLater(next, () => written === next);
    } catch (error) {
      const isBug = errnoOf(error) === null;
      if (!isFirst(first)) {
        if (isBug) options.onLateError(error);
      } else if (isBug) waiting.shift()?.reject(error);
      else finishFirst(fail(diskError(error)));
    }
  };
  const finishFirst = (made: Result<Value, AppError>): void => waiting.shift()?.done(made);
  const finishFirstAtOnce = (first: Waiting): void => {
    try {
      finishFirst(change(first.change));
    } catch (error) {
      waiting.shift()?.reject(error);
    }
  };
  let isMaking = false;
  const makeAll = async (): Promise<void> => {
    if (isMaking) return;
    isMaking = true;
    try {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      for (let first = waiting[0]; first !== undefined; first = waiting[0]) await makeFirst(first);
    } finally {
      isMaking = false;
    }
  };

  return {
    value: () => value,
    quarantinedAs: aside,
    change,
    changeLater: (asked) =>
      new Promise((done, reject) => {
        waiting.push({ change: asked, done, reject });
        void makeAll();
      }),
    finish: () => {
      isEnding = true;
      for (let first = waiting[0]; first !== undefined; first = waiting[0]) finishFirstAtOnce(first);
      writeLate();
    },
  };
}

/** What a change amounts to now. */
export const changeOf = <Value>(change: Change<Value>, value: Value): Partial<Value> =>
  typeof change === 'function' ? change(value) : change;

/** As electron-store writes it. */
const textOf = (stored: Readonly<Record<string, unknown>>): string => JSON.stringify(stored, undefined, '\t');
const MODE = 0o666;

/** Writes the file without electron-store. A link stays one. */
function writeAtOnce(file: string, stored: Readonly<Record<string, unknown>>): void {
  mkdirSync(path.dirname(file), { recursive: true });
  replaceFileSync(existsSync(file) ? realpathSync(file) : file, textOf(stored), { flush: true, mode: MODE });
}

const pick = (object: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).filter(([key]) => keys.includes(key)));

const without = (object: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));

/** The valid values, and the names of the invalid ones. */
function validateKeys<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  found: Readonly<Record<string, unknown>>,
): { good: Partial<z.output<z.ZodObject<Shape>>>; bad: string[] } {
  const good: Record<string, unknown> = {};
  const bad: string[] = [];
  for (const key of Object.keys(schema.shape)) {
    if (!Object.hasOwn(found, key)) continue;
    const one = schema.pick({ [key]: true } as never).safeParse({ [key]: found[key] });
    if (one.success) Object.assign(good, one.data);
    else bad.push(key);
  }
  return { good: good as Partial<z.output<z.ZodObject<Shape>>>, bad };
}
