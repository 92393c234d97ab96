import { MARKS, type Run } from './prose-block.ts';

type Letter = { text: string; marks: number; link: Run['link'] };

const SPREADING_MARKS = [MARKS.bold, MARKS.italic, MARKS.strike];

/**
 * Normalises a line of prose, from Markdown or from the editor. It drops what Markdown cannot represent (blanks at the
 * ends of a line, empty lines inside a paragraph, a bold space beside plain text), so that what is written parses as
 * the same runs.
 *
 * @param breaks what becomes of line breaks: kept (paragraphs, cells) or turned into spaces (headings)
 */
export function tidyRuns(runs: readonly Run[], breaks: 'keep' | 'space' = 'keep'): Run[] {
  const line = onlyLine(runs);
  if (line !== null) return line;
  const letters = withoutBlankEnds(runs.flatMap((run) => lettersOf(run, breaks)));
  markBreaks(letters);
  for (const mark of SPREADING_MARKS) unmarkOuterBlanks(letters, mark);
  return joined(letters);
}

/**
 * What {@link tidyRuns} makes of one unmarked line, without taking it apart: it is what most paragraphs are, and typing
 * asks again and again. Null for anything else.
 */
function onlyLine([run, ...others]: readonly Run[]): Run[] | null {
  if (run === undefined || others.length > 0 || run.marks !== 0 || /[\0\r\n\uFEFF]/.test(run.text)) return null;
  const { text } = run;
  let start = 0;
  while (text[start] === ' ' || text[start] === '\t') start += 1;
  let end = text.length;
  while (end > start && (text[end - 1] === ' ' || text[end - 1] === '\t')) end -= 1;
  return start === end ? [] : [{ ...run, text: text.slice(start, end) }];
}

/** Joins adjacent runs with the same marks and link. */
function joined(letters: readonly Run[]): Run[] {
  const runs: Run[] = [];
  for (const letter of letters) {
    const last = runs.at(-1);
    if (last && last.marks === letter.marks && sameLink(last.link, letter.link)) last.text += letter.text;
    else if (letter.text !== '') runs.push({ ...letter });
  }
  return runs;
}

function sameLink(a: Run['link'], b: Run['link']): boolean {
  return a === b || (a !== null && b !== null && a.url === b.url && a.title === b.title);
}

/** Replaces line breaks in inline code by spaces, as Markdown does. */
function lettersOf(run: Run, breaks: 'keep' | 'space'): Letter[] {
  const clean = run.text.replaceAll('\0', '\uFFFD').replaceAll(/\r\n?/g, '\n');
  const text = breaks === 'space' || isCode(run) ? clean.replaceAll('\n', ' ') : clean;
  return Array.from({ length: text.length }, (_, at) => ({ text: text.charAt(at), marks: run.marks, link: run.link }));
}

function withoutBlankEnds(letters: readonly Letter[]): Letter[] {
  const kept: Letter[] = [];
  const dropTrailing = () => {
    for (let last = kept.at(-1); last && isLineBlank(last); last = kept.at(-1)) kept.pop();
  };
  for (const letter of letters) {
    const atLineStart = kept.length === 0 || isBreak(kept.at(-1));
    if (isBreak(letter)) {
      dropTrailing();
      if (kept.length > 0 && !isBreak(kept.at(-1))) kept.push(letter);
    } else if (!(atLineStart && (isLineBlank(letter) || letter.text === '\uFEFF'))) {
      kept.push(letter);
    }
  }
  dropTrailing();
  if (isBreak(kept.at(-1))) kept.pop();
  return kept;
}

/** Line breaks in the editor have no marks. One counts as bold when the text on both sides is. */
function markBreaks(letters: Letter[]): void {
  letters.forEach((letter, at) => {
    if (!isBreak(letter)) return;
    letter.marks = (letters[at - 1]?.marks ?? 0) & (letters[at + 1]?.marks ?? 0) & ~MARKS.code;
  });
}

function unmarkOuterBlanks(letters: Letter[], mark: number): void {
  let start = 0;
  while (start < letters.length) {
    if (!has(letters[start], mark)) {
      start += 1;
      continue;
    }
    let end = start;
    while (has(letters[end], mark)) end += 1;
    for (let at = start; at < end && unmark(letters[at], mark); at += 1);
    for (let at = end - 1; at >= start && unmark(letters[at], mark); at -= 1);
    start = end;
  }
}

function unmark(letter: Letter | undefined, mark: number): boolean {
  if (letter === undefined || isCode(letter) || !/\s/.test(letter.text)) return false;
  letter.marks &= ~mark;
  return true;
}

function has(letter: Letter | undefined, mark: number): boolean {
  return letter !== undefined && (letter.marks & mark) !== 0;
}

function isCode(letter: Run): boolean {
  return (letter.marks & MARKS.code) !== 0;
}

function isBreak(letter: Letter | undefined): boolean {
  return letter !== undefined && letter.text === '\n' && !isCode(letter);
}

function isLineBlank(letter: Letter): boolean {
  return !isCode(letter) && (letter.text === ' ' || letter.text === '\t');
}
