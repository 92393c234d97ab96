import { SECTION_IDS, type SectionId } from '../../coe/vocabulary.ts';
import { SECTION_HEADINGS } from '../../guide/sections.ts';
import type { FileContext } from './codecs.ts';
import { unescapeText } from './escape-text.ts';
import { Fences } from './fences.ts';
import { extractProse } from './prose.ts';
import { isSameHeading, readSection, trimmedText } from './read-section.ts';
import type { RawRow } from './section-layout.ts';
import { UNPLACED_HEADING, UNTITLED } from './write-body.ts';

/**
 * What the part of a file below its front matter says, as the keys of a COE. Keys that it does not mention are absent.
 */
export type ReadBody = {
  readonly title: string;
  readonly summary: string;
  readonly sections: Readonly<Partial<Record<SectionId, RawRow>>>;
  readonly unplaced: string;
};

/** Reads what `writeBody` wrote, also after a person edited it. Text under headings that are not ours is unplaced. */
export function readBody(body: string, context: FileContext): ReadBody {
  const { preface, chapters } = chaptersOf(body.replaceAll(/\r\n?/gu, '\n').split('\n'));
  const sections: Partial<Record<SectionId, RawRow>> = {};
  const unplaced: string[] = [];
  for (const { heading, lines } of chapters) {
    const id = SECTION_IDS.find((each) => isSameHeading(SECTION_HEADINGS[each], heading));
    if (id !== undefined && sections[id] === undefined) sections[id] = readSection(id, lines, context);
    else if (isSameHeading(UNPLACED_HEADING, heading)) unplaced.push(extractProse(trimmedText(lines)));
    else unplaced.push(extractProse(trimmedText([`##### ${heading}`, ...lines])));
  }
  const titleAt = preface.findIndex((line) => /^#\s/u.test(line));
  const title = titleAt < 0 ? '' : unescapeText((preface[titleAt] ?? '').slice(1).trim());
  const summary = unescapeText(trimmedText(titleAt < 0 ? preface : preface.toSpliced(titleAt, 1)));
  return {
    title: title === UNTITLED ? '' : title,
    summary,
    sections,
    unplaced: unplaced.filter((text) => text !== '').join('\n\n'),
  };
}

type Chapter = { readonly heading: string; readonly lines: string[] };

/** Splits a body at its headings of the second level. */
function chaptersOf(lines: readonly string[]): { preface: string[]; chapters: Chapter[] } {
  const fences = new Fences();
  const preface: string[] = [];
  const chapters: Chapter[] = [];
  for (const line of lines) {
    const heading = fences.isCode(line) ? undefined : /^##[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/u.exec(line)?.[1];
    if (heading !== undefined) chapters.push({ heading, lines: [] });
    else (chapters.at(-1)?.lines ?? preface).push(line);
  }
  return { preface, chapters };
}
