import { open } from 'node:fs/promises';

import { createHunspellFromStrings } from 'hunspell-wasm';

import type { DictionaryRefusal } from '#ipc/dictionaries.ts';

import { convertDictionary, type DictionaryText, sampleWords } from './convert-dictionary.ts';

/** The largest files that are read, in bytes. The largest known dictionaries have a third of that. */
const LARGEST_AFF = 10 * 1024 * 1024;
const LARGEST_DIC = 40 * 1024 * 1024;

/**
 * Reads the two files of a dictionary and tests whether Hunspell knows some of its words. Rejects with a disk error.
 * May never return for a hostile file, so it runs in a worker that can be terminated.
 */
export async function tryDictionary(aff: string, dic: string): Promise<DictionaryText | DictionaryRefusal> {
  const affBytes = await readAtMost(aff, LARGEST_AFF);
  const dicBytes = await readAtMost(dic, LARGEST_DIC);
  if (affBytes === null || dicBytes === null) return 'too-large';
  const text = convertDictionary(affBytes, dicBytes);
  if (typeof text === 'string') return text;
  const dictionary = await createHunspellFromStrings(text.affixes, text.words);
  try {
    const isKnown = sampleWords(text.words).some((word) => dictionary.testSpelling(word));
    // A nonsense word that every word list rejects. A dictionary that accepts it would hide all mistakes.
    return isKnown && !dictionary.testSpelling('qxzzvkjwq') ? text : 'not-a-dictionary';
  } finally {
    dictionary.dispose();
  }
}

/** The bytes of a file; null when it has more than `most`, even while it grows, or is not a regular file. */
async function readAtMost(file: string, most: number): Promise<Uint8Array | null> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    if (size > most) return null;
    const buffer = Buffer.alloc(size);
    const { bytesRead } = await handle.read(buffer, 0, size, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
