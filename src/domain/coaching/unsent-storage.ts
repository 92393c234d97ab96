import { fail, ok, type Result } from '../result.ts';
import { readUnsentFile, type UnsentItem, type UnsentUnreadable, withUnsent, writeUnsentFile } from './unsent-file.ts';

/** Where the words of one COE, or of one share, are kept. */
export type UnsentStorage<Failure> = {
  /** The text that is there: null for none, and an empty text if it could not be decrypted. */
  readonly read: () => Promise<Result<string | null, Failure>>;
  readonly write: (text: string) => Promise<Result<null, Failure>>;
  readonly remove: () => Promise<Result<null, Failure>>;
  /** Keeps what is there under another name, so that it can be written anew. */
  readonly setAside: () => Promise<Result<null, Failure>>;
};

/** All words in a place. */
export async function readUnsent<Failure>({
  read,
}: UnsentStorage<Failure>): Promise<Result<readonly UnsentItem[], Failure | UnsentUnreadable>> {
  const text = await read();
  if (!text.ok) return text;
  return text.value === null ? ok([]) : readUnsentFile(text.value);
}

/** There would be more forms in a place than are kept. */
type TooMany = { readonly kind: 'invalid-request'; readonly detail: string };

/**
 * Stores what was typed about something; null takes it out. What is damaged is set aside before anything is written in
 * its place, and what a newer version wrote stays as it is.
 */
export async function saveUnsent<Failure>(
  storage: UnsentStorage<Failure>,
  about: string,
  words: NonNullable<unknown> | null,
): Promise<Result<null, Failure | UnsentUnreadable | TooMany>> {
  const text = await storage.read();
  if (!text.ok) return text;
  const there = text.value === null ? ok([]) : readUnsentFile(text.value);
  if (!there.ok && there.error.reason === 'newer-version') return there;
  const before = there.ok ? there.value : [];
  const items = withUnsent(before, about, words);
  if (items === null) return fail({ kind: 'invalid-request', detail: 'too many' });
  if (items === before) return ok(null);
  if (!there.ok) {
    const aside = await storage.setAside();
    if (!aside.ok) return aside;
  }
  return items.length === 0 ? storage.remove() : storage.write(writeUnsentFile(items));
}

/** Names the file that a damaged one is kept as: its name and when that was. */
export const setAsideName = (name: string, instant: string): string =>
  `${name}-damaged-${instant.replaceAll(/[:.]/g, '-')}`;

/** Whether a file without its ending is one of unsent words with this name, also one that was set aside. */
export const isUnsentName = (file: string, name: string): boolean =>
  file === name || file.startsWith(`${name}-damaged-`);
