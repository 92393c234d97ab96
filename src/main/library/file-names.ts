import { isCoeId } from '#domain/ids.ts';

/**
 * What a name in the folder of COEs stands for. `stray` is a JSON file that is not named for an id, such as a copy that
 * a sync service made; `placeholder` a file that a sync service has not fetched yet. Everything else is none of our business.
 */
export type FileName =
  | { readonly is: 'coe'; readonly id: string }
  | { readonly is: 'stray' }
  | { readonly is: 'placeholder' }
  | { readonly is: 'temporary' }
  | { readonly is: 'ignored' };

const TEMPORARY = /^\.once-[0-9A-Za-z-]+\.tmp$/;

/** The name of a COE's file. */
export const coeFileName = (id: string): string => `${id}.json`;

/** The name of a file that is being written; no two are alike, and sync services skip names that begin with a dot. */
export const temporaryName = (unique: string): string => `.once-${unique}.tmp`;

/** Sorts a name. Temporary names of sync services and editors begin with a dot or a tilde. */
export function sortFileName(name: string): FileName {
  if (TEMPORARY.test(name)) return { is: 'temporary' };
  if (name.endsWith('.icloud')) return { is: 'placeholder' };
  if (name.startsWith('.') || name.startsWith('~')) return { is: 'ignored' };
  if (!name.toLowerCase().endsWith('.json')) return { is: 'ignored' };
  const id = name.slice(0, -'.json'.length);
  return isCoeId(id) && name.endsWith('.json') ? { is: 'coe', id } : { is: 'stray' };
}
