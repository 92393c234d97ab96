/** One stretch of inline text. A run of delimiters loses the characters that form emphasis or strikethrough. */
type Piece = { text: string };

/** A run of `*`, `_` or `~~` that may open or close; the list is linked, so that matched runs drop out. */
type Delimiter = {
  readonly piece: Piece;
  readonly character: string;
  readonly opens: boolean;
  readonly closes: boolean;
  left: number;
  previous: Delimiter | null;
  next: Delimiter | null;
};

/** A `[` that may begin a link, and the last delimiter before it. */
type Bracket = {
  readonly piece: Piece;
  readonly isImage: boolean;
  readonly before: Delimiter;
  readonly start: number;
  /** The number of pieces up to and including the bracket. */
  readonly pieces: number;
  isActive: boolean;
};

/** ASCII punctuation, which a backslash makes literal. */
const ESCAPABLE = /[!-/:-@[-`{-~]/;
/** Text without any character of inline syntax. */
const PLAIN_RUN = /[^\\`*_~[\]!<&\n]+/y;
const AUTOLINK = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*)>/iy;
const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos|nbsp));/y;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
/** The address and title of a link, after `](`. Bounded, so that a hostile text takes linear time. */
const DESTINATION =
  /\([ \t]*\n?[ \t]*(?:<(?:[^<>\n\\]|\\.){0,2000}>|(?!<)(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.|\([^\s()\\]{0,500}\)){0,500}\)){0,2000})(?:[ \t]*\n?[ \t]*(?:"(?:[^"\\]|\\[^]){0,1000}"|'(?:[^'\\]|\\[^]){0,1000}'|\((?:[^()\\]|\\[^]){0,1000}\)))?[ \t]*\n?[ \t]*\)/y;

/** The text of inline Markdown as it is shown: without marks, escapes and the addresses of links. Takes linear time. */
export function plainInline(source: string): string {
  const pieces: Piece[] = [];
  const brackets: Bracket[] = [];
  const ticks = backtickRuns(source);
  const head: Delimiter = {
    piece: { text: '' },
    character: '',
    opens: false,
    closes: false,
    left: 0,
    previous: null,
    next: null,
  };
  let last = head;
  let at = 0;
  const push = (text: string): Piece => {
    const piece = { text };
    pieces.push(piece);
    return piece;
  };
  const matched = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };

  while (at < source.length) {
    const plain = matched(PLAIN_RUN);
    if (plain !== null) {
      push(plain[0]);
      at += plain[0].length;
      continue;
    }
    const character = source.charAt(at);
    switch (character) {
      case '\\': {
        const next = source.charAt(at + 1);
        push(next === '\n' ? '\n' : ESCAPABLE.test(next) ? next : '\\');
        at += next !== '' && (next === '\n' || ESCAPABLE.test(next)) ? 2 : 1;
        break;
      }
      case '\n': {
        const before = pieces.at(-1);
        if (before !== undefined) before.text = before.text.replace(/[ \t]+$/, '');
        push('\n');
        at += 1;
        while (/[ \t]/.test(source.charAt(at))) at += 1;
        break;
      }
      case '`': {
        const length = runLength(source, at);
        const end = ticks.next(length, at + length);
        if (end === null) push('`'.repeat(length));
        else push(codeText(source.slice(at + length, end)));
        at = end === null ? at + length : end + length;
        break;
      }
      case '<':
      case '&': {
        const found = matched(character === '<' ? AUTOLINK : ENTITY);
        push(found === null ? character : character === '<' ? (found[1] ?? '') : entityText(found));
        at += found?.[0].length ?? 1;
        break;
      }
      case '*':
      case '_':
      case '~': {
        const length = runLength(source, at);
        const piece = push(character.repeat(length));
        if (character !== '~' || length === 2) {
          const delimiter: Delimiter = {
            piece,
            character,
            ...flanks(character, codePointBefore(source, at), codePointAt(source, at + length)),
            left: length,
            previous: last,
            next: null,
          };
          last.next = delimiter;
          last = delimiter;
        }
        at += length;
        break;
      }
      case '!':
      case '[': {
        const isImage = character === '!' && source.charAt(at + 1) === '[';
        const piece = push(isImage ? '![' : character);
        if (isImage || character === '[')
          brackets.push({ piece, isImage, before: last, start: at, pieces: pieces.length, isActive: true });
        at += isImage ? 2 : 1;
        break;
      }
      default: {
        // A closing bracket.
        const open = brackets.pop();
        at += 1;
        const target = open?.isActive === true ? matched(DESTINATION) : null;
        if (open === undefined || target === null) {
          push(']');
          break;
        }
        at += target[0].length;
        const inside = pieces.slice(open.pieces);
        // A picture of the library is shown by its description. Any other image, and a link that has no text, are shown
        // as they are written.
        if (open.isImage && /^\(\s*<?attachments\//.test(target[0])) {
          open.piece.text = '';
        } else if (open.isImage || inside.every(({ text }) => text.trim() === '')) {
          for (const piece of inside) piece.text = '';
          open.piece.text = source.slice(open.start, at);
        } else {
          open.piece.text = '';
          removeDelimiters(open.before, null);
          for (const other of brackets) if (!other.isImage) other.isActive = false;
        }
        last = open.before;
        last.next = null;
      }
    }
  }
  const isEmphasisFirst = head.next !== null && kindOf(head.next) === 'emphasis';
  removeDelimiters(head, null, isEmphasisFirst ? EMPHASIS_FIRST : WITHIN_SPAN);
  return pieces.map(({ text }) => text).join('');
}

type DelimiterKind = 'emphasis' | 'strikethrough';

/** The order in which the parser of the editor matches the delimiters within a span. */
const WITHIN_SPAN: readonly DelimiterKind[] = ['strikethrough', 'emphasis'];

const EMPHASIS_FIRST: readonly DelimiterKind[] = ['emphasis', 'strikethrough'];

const kindOf = ({ character }: Delimiter): DelimiterKind => (character === '~' ? 'strikethrough' : 'emphasis');

/**
 * Matches the delimiters between two others, or up to the end (null), one kind after the other, and shortens those that
 * form a span. Delimiters inside a span match only among themselves.
 */
function removeDelimiters(bottom: Delimiter, top: Delimiter | null, kinds = WITHIN_SPAN): void {
  for (const kind of kinds) {
    const lowest = new Map<string, Delimiter | null>();
    let closer = bottom.next;
    while (closer !== null && closer !== top) {
      if (!closer.closes || kindOf(closer) !== kind) {
        closer = closer.next;
        continue;
      }
      const key = `${closer.character}${closer.opens}${closer.left % 3}`;
      const floor = lowest.get(key) ?? bottom;
      let opener = closer.previous;
      while (opener !== null && opener !== floor && opener !== bottom && !isPair(opener, closer)) {
        opener = opener.previous;
      }
      if (opener === null || opener === floor || opener === bottom) {
        lowest.set(key, closer.previous);
        closer = closer.next;
        continue;
      }
      const used = closer.left >= 2 && opener.left >= 2 ? 2 : 1;
      shorten(opener, used);
      shorten(closer, used);
      if (opener.next !== closer) removeDelimiters(opener, closer);
      opener.next = closer;
      closer.previous = opener;
      if (opener.left === 0) unlink(opener);
      if (closer.left === 0) {
        const next: Delimiter | null = closer.next;
        unlink(closer);
        closer = next;
      }
    }
  }
}

function isPair(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.character !== closer.character || !opener.opens) return false;
  if (closer.character === '~' || !(opener.closes || closer.opens)) return true;
  return closer.left % 3 === 0 || (opener.left + closer.left) % 3 !== 0;
}

function shorten(delimiter: Delimiter, by: number): void {
  delimiter.left -= by;
  delimiter.piece.text = delimiter.character.repeat(delimiter.left);
}

function unlink({ previous, next }: Delimiter): void {
  if (previous !== null) previous.next = next;
  if (next !== null) next.previous = previous;
}

const isSpace = (character: string): boolean => character === '' || /\s/u.test(character);
const isPunctuation = (character: string): boolean => /[\p{P}\p{S}]/u.test(character);

/**
 * Whether a run of delimiters may open and close, from the characters around it. As in the parser of the editor
 * (micromark with its strikethrough extension), a tilde beside `*` and `_` counts like a letter.
 */
function flanks(character: string, before: string, after: string): { opens: boolean; closes: boolean } {
  const isLoose = character !== '~';
  const left =
    (!isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before))) ||
    (isLoose && after === '~');
  const right =
    (!isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after))) ||
    (isLoose && before === '~');
  if (character !== '_') return { opens: left, closes: right };
  return {
    opens: left && (!right || isSpace(before) || isPunctuation(before)),
    closes: right && (!left || isSpace(after) || isPunctuation(after)),
  };
}

const codePointAt = (source: string, at: number): string => {
  const code = source.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
};

const codePointBefore = (source: string, at: number): string =>
  /[\udc00-\udfff]/.test(source.charAt(at - 1)) ? codePointAt(source, at - 2) : source.charAt(at - 1);

function runLength(source: string, at: number): number {
  let end = at;
  while (source.charAt(end) === source.charAt(at) && end < source.length) end += 1;
  return end - at;
}

/** The text of a code span: line breaks are spaces, and one space at both ends is dropped. */
function codeText(raw: string): string {
  const text = raw.replaceAll('\n', ' ');
  return text.startsWith(' ') && text.endsWith(' ') && text.trim() !== '' ? text.slice(1, -1) : text;
}

function entityText([, decimal, hex, name = '']: RegExpExecArray): string {
  if (decimal === undefined && hex === undefined) return NAMED[name] ?? '';
  const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code);
}

/** Finds runs of backticks by length. Both arguments of `next` only grow for one length, so it never looks back. */
function backtickRuns(source: string): { next: (length: number, from: number) => number | null } {
  const starts = new Map<number, number[]>();
  for (const { 0: run, index } of source.matchAll(/`+/g)) {
    const list = starts.get(run.length);
    if (list === undefined) starts.set(run.length, [index]);
    else list.push(index);
  }
  const indexes = new Map<number, number>();
  return {
    next: (length, from) => {
      const list = starts.get(length) ?? [];
      let index = indexes.get(length) ?? 0;
      while (index < list.length && (list[index] ?? 0) < from) index += 1;
      indexes.set(length, index);
      return list[index] ?? null;
    },
  };
}
