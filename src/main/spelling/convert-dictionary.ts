import type { DictionaryRefusal } from '#ipc/dictionaries.ts';

/** The text of a dictionary's two files, as UTF-8: the .aff file and the .dic file. */
export type DictionaryText = { readonly affixes: string; readonly words: string };

/** Hunspell's names of encodings that `TextDecoder` knows under another name. */
const ENCODINGS: Readonly<Record<string, string>> = {
  'microsoft-cp1251': 'windows-1251',
  cp1251: 'windows-1251',
  'tis620-2533': 'windows-874',
};

/**
 * Decodes the two files of a Hunspell dictionary by the encoding that the .aff file names, and converts them to UTF-8.
 * Returns a refusal for bytes that are not such text, and for files that are no dictionary at first sight.
 */
export function convertDictionary(aff: Uint8Array, dic: Uint8Array): DictionaryText | DictionaryRefusal {
  // The names of encodings are ASCII, and so are the commands, in every encoding that Hunspell supports.
  const commands = new TextDecoder('latin1').decode(aff);
  const named = /^(?:\xef\xbb\xbf)?SET[ \t]+(\S+)/m.exec(commands)?.[1] ?? 'ISO8859-1';
  const decoder = decoderOf(named);
  if (decoder === null) return 'not-text';
  let affixes: string;
  let words: string;
  try {
    affixes = decoder.decode(aff);
    words = decoder.decode(dic);
  } catch {
    return 'not-text';
  }
  if (affixes.includes('\0') || words.includes('\0')) return 'not-text';
  // The first line of a .dic file is the approximate number of its entries.
  if (!/^\s*\d+/.test(words)) return 'not-a-dictionary';
  if (/^utf-?8$/i.test(named)) return { affixes, words };
  // Flags were one byte each. As UTF-8 a letter beyond ASCII has more.
  const flags = /^FLAG[ \t]/m.test(affixes) ? '' : 'FLAG UTF-8\n';
  const rest = affixes.replace(/^SET[ \t].*$/m, '');
  return { affixes: `SET UTF-8\n${flags}${rest}`, words };
}

function decoderOf(name: string): InstanceType<typeof TextDecoder> | null {
  const lower = name.toLowerCase();
  const label = ENCODINGS[lower] ?? lower.replace(/^iso-?8859/, 'iso-8859');
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return null;
  }
}

/** How many entries are tried. The first ones of a file may be forms that stand only within other words. */
const SAMPLE = 400;

/** Entries of a .dic file without their flags, spread over the whole file. */
export function sampleWords(words: string): string[] {
  const lines = words.split(/\r?\n/).slice(1);
  const step = Math.max(1, Math.floor(lines.length / SAMPLE));
  return lines
    .filter((_line, at) => at % step === 0)
    .map((line) => line.replace(/[/\t].*$/, '').trim())
    .filter((word) => word !== '' && word.length <= 100);
}
