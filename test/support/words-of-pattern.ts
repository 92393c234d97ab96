/** What a pattern consists of, as far as its words go. `gap` is any character, `edge` takes none. */
type Part =
  | { readonly is: 'letter'; readonly letter: string }
  | { readonly is: 'gap' }
  | { readonly is: 'edge' }
  | { readonly is: 'row'; readonly parts: readonly Part[] }
  | { readonly is: 'choice'; readonly parts: readonly Part[] }
  | { readonly is: 'often'; readonly least: number; readonly most: number; readonly part: Part };

/** More texts than this are not spelt out. */
const MOST_TEXTS = 600;

/**
 * Whether every text in which a pattern is found has one of the words, so far as its source proves it. It knows what the
 * patterns in the domain are made of, throws at anything else, and takes white space for one space.
 */
export function needsOneOf(source: string, words: readonly string[]): boolean {
  const hasWord = (text: string): boolean => words.some((word) => text.includes(word));
  const proves = (part: Part): boolean => {
    if (textsOf(part)?.every(hasWord) === true) return true;
    if (part.is === 'choice') return part.parts.every(proves);
    if (part.is === 'often') return part.least > 0 && proves(part.part);
    return part.is === 'row' && (part.parts.some(proves) || stretchesOf(part.parts).some((all) => all.every(hasWord)));
  };
  return proves(parse(source));
}

/** The texts of all stretches of neighbours that can be spelt out. */
function stretchesOf(parts: readonly Part[]): readonly (readonly string[])[] {
  return parts.flatMap((_, from) => {
    const found: (readonly string[])[] = [];
    for (let to = from + 1; to <= parts.length; to += 1) {
      const texts = textsOf({ is: 'row', parts: parts.slice(from, to) });
      if (texts === null) break;
      found.push(texts);
    }
    return found;
  });
}

/** All texts that a part matches; null for too many. */
function textsOf(part: Part): readonly string[] | null {
  if (part.is === 'letter') return [part.letter];
  if (part.is === 'edge') return [''];
  if (part.is === 'gap') return null;
  if (part.is === 'often') {
    const isSpace = part.part.is === 'letter' && part.part.letter === ' ';
    if (part.most > 1 && !isSpace) return null;
    const texts = textsOf(part.part);
    return texts === null || part.least > 0 ? texts : ['', ...texts];
  }
  let all: readonly string[] = part.is === 'row' ? [''] : [];
  for (const each of part.parts) {
    const texts = textsOf(each);
    if (texts === null) return null;
    all =
      part.is === 'row'
        ? all.flatMap((before) => texts.map((text) => before + text))
        : [...new Set([...all, ...texts])];
    if (all.length > MOST_TEXTS) return null;
  }
  return all;
}

const OFTEN = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/;

function parse(source: string): Part {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(source.slice(at));
    at += found?.[0].length ?? 0;
    return found;
  };
  const choice = (): Part => {
    const parts = [row()];
    while (take(/^\|/) !== null) parts.push(row());
    return { is: 'choice', parts };
  };
  const row = (): Part => {
    const parts: Part[] = [];
    while (at < source.length && !/[|)]/.test(source[at] ?? '')) parts.push(repeated(one()));
    return { is: 'row', parts };
  };
  const repeated = (part: Part): Part => {
    const found = take(OFTEN);
    if (found === null) return part;
    const [sign = '', least, comma, most] = found;
    if (least === undefined) {
      return { is: 'often', least: Number(sign.startsWith('+')), most: sign.startsWith('?') ? 1 : Infinity, part };
    }
    return {
      is: 'often',
      least: Number(least),
      most: comma === '' ? Number(least) : Number(most || Infinity),
      part,
    };
  };
  const one = (): Part => {
    const group = take(/^\((\?:|\?=|\?!|\?<=|\?<!)?/);
    if (group !== null) {
      const inner = choice();
      if (take(/^\)/) === null) throw new Error(`A group does not end in ${source}`);
      return group[1] === undefined || group[1] === '?:' ? inner : { is: 'edge' };
    }
    if (take(/^(?:\^|\$|\\b)/) !== null) return { is: 'edge' };
    if (take(/^\\s/) !== null) return { is: 'letter', letter: ' ' };
    if (take(/^(?:\[(?:\\.|[^\]])*\]|\\w|\.)/) !== null) return { is: 'gap' };
    const letter = take(/^[^\\[\](){}*+?]/);
    if (letter === null) throw new Error(`Not known: ${source.slice(at, at + 10)}`);
    return { is: 'letter', letter: letter[0] };
  };
  const parsed = choice();
  if (at < source.length) throw new Error(`Left over: ${source.slice(at, at + 10)}`);
  return parsed;
}
