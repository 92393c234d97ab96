import type { HeadingTarget, ImportOptions } from '../imported-report.ts';
import type { ReportZone } from '../typed-zones.ts';
import { countWords } from '../word-bag.ts';
import { type ActionRow, isActionTable, readActions } from './action-rows.ts';
import { repeatedTargets, type Section } from './group-sections.ts';
import { readLists, readWhys, type WhyRow } from './list-rows.ts';
import type { Part } from './outline.ts';
import { dayInText, firstDayIn } from './report-day.ts';
import { sectionZone } from './report-zone.ts';
import { looksLikeTimeline } from './timeline-items.ts';
import { readTimeline, type TimelineRow } from './timeline-rows.ts';

/** The lists of what was learned, by section. */
export type LearnedLists = Readonly<Record<'lessons' | 'wentWell' | 'wentBadly' | 'lucky', readonly string[]>>;

/**
 * What the sections of a report hold: rows, and the prose of each section. `written` are words that became structure,
 * as they are written in the file; `doubts` are sentences for the person.
 */
export type SectionContents = {
  readonly timeline: readonly TimelineRow[];
  readonly actions: readonly ActionRow[];
  readonly whys: readonly WhyRow[];
  readonly learned: LearnedLists;
  readonly prose: ProseBySection;
  readonly written: readonly string[];
  readonly doubts: readonly string[];
  /** The day that the report or its text names; null when none is named. */
  readonly day: string | null;
  readonly usedPageDay: boolean;
  /** Whether a time was read in the default zone, because the report names none. */
  readonly usedDefaultZone: boolean;
};

/**
 * What the sections are read with. `startDay` is the day of the report, `published` when it was published, and `summary`
 * that of its front matter. `pageDay` is the day for times without one when the text names none.
 */
type ReadingOptions = {
  readonly body: string;
  readonly summary: string;
  readonly startDay: string | null;
  readonly published: string | null;
  readonly pageDay: string | null;
  readonly zone: ReportZone;
  readonly options: ImportOptions;
};

const PLAIN_ROW_WORDS = 200;
const MARKDOWN_MARKS = /^[\s>#*_`|-]+$/;

/** Collects prose by the section it goes to, and joins it with empty lines. */
export class ProseBySection {
  readonly #texts = new Map<HeadingTarget, string[]>();

  add(target: HeadingTarget, texts: readonly string[]): void {
    const all = this.#texts.get(target) ?? [];
    all.push(...texts.map((text) => text.replaceAll(/^\n+|\s+$/g, '')).filter((text) => text !== ''));
    this.#texts.set(target, all);
  }

  text(target: HeadingTarget): string {
    return (this.#texts.get(target) ?? []).join('\n\n');
  }
}

/** Reads the sections in their order as rows and prose. */
export function readSections(sections: readonly Section[], reading: ReadingOptions): SectionContents {
  const { body, startDay, zone, options } = reading;
  const prose = new ProseBySection();
  if (reading.summary !== '') prose.add('summary', [reading.summary]);
  const doubts: string[] = [];
  const doubt = (line: number, sentence: string): void => void doubts.push(`Line ${line}: ${sentence}`);
  const written: string[] = [];
  const timeline: TimelineRow[] = [];
  const actions: ActionRow[] = [];
  const whys: WhyRow[] = [];
  const learned = {
    lessons: [] as string[],
    wentWell: [] as string[],
    wentBadly: [] as string[],
    lucky: [] as string[],
  };
  let usedDefaultZone = false;

  const day =
    startDay ??
    firstDayIn(
      sections.flatMap(({ target, parts }) => (target === 'actions' ? [] : parts)),
      reading.published,
    );
  const firstDay = day ?? reading.pageDay;
  let usedPageDay = false;
  let lastDay: string | null = null;
  const addTimeline = (parts: readonly Part[], heading: string): void => {
    const own = dayInText(heading) ?? lastDay;
    const read = readTimeline(parts, body, {
      startDay: own ?? firstDay,
      isStartInferred: own === null && startDay === null,
      zone: sectionZone(parts, heading, zone, options),
      dateOrder: options.dateOrder,
      doubt,
    });
    timeline.push(...read.rows);
    lastDay = read.rows.findLast(({ when }) => when?.precision === 'minute')?.when?.value?.slice(0, 10) ?? lastDay;
    written.push(...read.labels, ...read.times);
    usedDefaultZone ||= read.usedDefaultZone;
    if (read.usedInferredDay && day === null) usedPageDay = true;
    else if (read.usedInferredDay)
      doubts.push(`The day of times without one was found in the text: ${firstDay ?? ''}.`);
    prose.add('timeline', read.prose);
  };
  const addActions = (parts: readonly Part[]): void => {
    const read = readActions(parts, options.dateOrder);
    actions.push(...read.rows);
    written.push(...read.labels);
    prose.add('actions', read.prose);
  };

  const hasSection = (wanted: HeadingTarget): boolean => sections.some(({ target }) => target === wanted);
  const hasSummary = reading.summary !== '' || hasSection('summary');
  const [hasTimeline, hasActions] = [hasSection('timeline'), hasSection('actions')];
  /** Adds the timelines and tables of actions among some parts, if no section is for them, and returns the rest. */
  const addRowsIn = (parts: readonly Part[]): Part[] =>
    parts.filter((part) => {
      if (!hasTimeline && looksLikeTimeline(part, body)) {
        addTimeline([part], '');
        return false;
      }
      const isTable = part.is === 'block' && part.node.type === 'table' && isActionTable(part.node, part.source);
      if (hasActions || !isTable) return true;
      addActions([part]);
      return false;
    });

  const repeated = repeatedTargets(sections);
  for (const { target, heading, keepsHeading, parts } of sections) {
    const isKept = heading !== null && (keepsHeading || repeated.has(target));
    const head = isKept ? [heading.source] : [];
    if (heading !== null && !isKept) written.push(heading.text);
    switch (target) {
      case 'timeline':
        prose.add('timeline', keepsHeading ? head : []);
        if (!keepsHeading && isKept) written.push(heading.text);
        addTimeline(parts, heading?.text ?? '');
        break;
      case 'actions':
        prose.add('actions', head);
        addActions(parts);
        break;
      case 'whys': {
        const read = readWhys(parts);
        whys.push(...read.whys);
        prose.add('whys', [...head, ...read.prose]);
        break;
      }
      case 'lessons':
      case 'wentWell':
      case 'wentBadly':
      case 'lucky': {
        const isShort = countWords(sourceOfParts(parts)) < PLAIN_ROW_WORDS;
        const read = readLists(parts, { paragraphs: target !== 'lessons' && isShort });
        learned[target].push(...read.items);
        const needsHeading = keepsHeading || read.prose.length > 0;
        prose.add('learned', [...(needsHeading ? head : []), ...read.prose]);
        if (isKept && !needsHeading) written.push(heading.text);
        break;
      }
      case 'lead':
        placeLead(addRowsIn(parts), hasSummary, prose);
        break;
      case 'summary':
      case 'context':
      case 'unplaced': {
        const rest = addRowsIn(parts);
        prose.add(target, [...head, ...rest.map(({ source }) => source)]);
        break;
      }
      default:
        prose.add(target, [...head, ...parts.map(({ source }) => source)]);
    }
  }
  return { timeline, actions, whys, learned, prose, written, doubts, day, usedPageDay, usedDefaultZone };
}

/**
 * The text before the first heading: the summary, unless there is one already. Of a long text without a summary, the
 * first paragraph is the summary.
 */
function placeLead(parts: readonly Part[], hasSummary: boolean, prose: ProseBySection): void {
  const isLong = countWords(sourceOfParts(parts)) > PLAIN_ROW_WORDS;
  let isOpen = !hasSummary;
  for (const part of parts) {
    const isProse = part.is === 'block' && part.source.trim() !== '' && !MARKDOWN_MARKS.test(part.source);
    prose.add(isOpen && isProse ? 'summary' : 'context', [part.source]);
    if (isOpen && isProse && isLong) isOpen = false;
  }
}

const sourceOfParts = (parts: readonly Part[]): string => parts.map(({ source }) => source).join('\n');
