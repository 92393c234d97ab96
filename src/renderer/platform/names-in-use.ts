import type { Coe } from '#domain/coe/coe.ts';
import { nameFinder } from '#domain/spelling/names-in.ts';

let openCoe: (() => Coe) | null = null;

/** Lets the spell check accept the names in a COE, until the function that it returns is called. */
export function takeNamesFrom(coe: () => Coe): () => void {
  openCoe = coe;
  return () => {
    if (openCoe === coe) openCoe = null;
  };
}

/** Tells whether a word is a name in the open COE. `texts` are being written, and may not be in the COE yet. */
export const namesInUse = (texts: readonly string[]): ((word: string) => boolean) =>
  openCoe === null ? () => false : nameFinder(openCoe(), texts);
