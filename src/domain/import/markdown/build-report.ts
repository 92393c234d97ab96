import { factOf } from '../header-facts.ts';
import {
  foldHeading,
  type HeadingTarget,
  importedCoe,
  type ImportedReport,
  type ImportOptions,
  type PlacedHeading,
} from '../imported-report.ts';
import { isSectionName, placeHeading } from '../place-sections.ts';
import { type ReportZone, zoneNamedIn } from '../read-times.ts';
import { countWords, wordsMissing } from '../word-bag.ts';
import { isKnownZone, type Moment, unknownMoment } from '../../time/moment.ts';
import { parseLine } from '../../time/parse-line.ts';
import { isActionTable, readActions } from './action-rows.ts';
import { attachmentsIn } from './attachments.ts';
import type { FrontMatter } from './front-matter.ts';
import { readLists, readWhys } from './list-rows.ts';
import { LABEL_LEVEL, outline, type Part } from './outline.ts';
import { dayInText } from './report-day.ts';
import { createFactCollector, type FactCollector } from './report-facts.ts';
import { bareName, folderName } from './skip-reason.ts';
import { looksLikeTimeline, readTimeline, type TimelineRow } from './timeline-rows.ts';
import { titleOf } from './title.ts';

/** One report before it is placed. `others` are parts of the file that belong to no report. */
export type ReportText = {
  readonly path: string;
  readonly frontMatter: FrontMatter;
  readonly parts: readonly Part[];
  readonly others: readonly Part[];
  readonly body: string;
  readonly options: ImportOptions;
};

/** A heading and the parts below it. `lead` is the text before the first heading. */
type Section = {
  readonly target: HeadingTarget | 'lead';
  readonly heading: Extract<Part, { is: 'heading' }> | null;
  /** Whether the heading must stay as text, because it says more than the name of the section. */
  readonly keepsHeading: boolean;
  readonly level: number;
  readonly parts: Part[];
};

const LISTS: readonly string[] = ['lessons', 'wentWell', 'wentBadly', 'lucky', 'learned'];
/** Sections in which a deeper heading groups rows, and the sections that it may open all the same. */
const GROUPED: Readonly<Partial<Record<HeadingTarget | 'lead', readonly HeadingTarget[]>>> = {
  timeline: ['actions', 'cause', 'whys', 'lessons', 'wentWell', 'wentBadly', 'lucky', 'summary', 'customerImpact'],
  actions: ['timeline', 'lessons', 'wentWell', 'wentBadly', 'lucky', 'whys'],
  whys: ['timeline', 'actions', 'lessons', 'wentWell', 'wentBadly', 'lucky'],
};
const NO_FACTS: readonly string[] = ['timeline', 'actions', 'whys', ...LISTS];
const PLAIN_ROW_WORDS = 200;
const MARKDOWN_MARKS = /^[\s>#*_`|-]+$/;
const LIST_MARK = /^(?:[ \t>]*(?:\d{1,9}[.)]|[-*+](?:[ \t]+\[[ xX]\])?)(?=\s))+/gm;
const ZONE_LINE = /\btimes?\b|\btime ?zone\b|\btimestamps?\b/i;

/** Makes a report of its parts. Nothing of the text is lost: what fits no section is in `unplaced`. */
export function buildReport(text: ReportText): ImportedReport {
  const { path, frontMatter, parts, others, body, options } = text;
  const doubts: string[] = [];
  const doubt = (line: number, sentence: string): void => void doubts.push(`Line ${line}: ${sentence}`);
  if (frontMatter.problem !== null) doubts.push(frontMatter.problem);
  /** Words that became structure: headings, keys, names of columns and times, as written. */
  const written: string[] = [];
  const raw: Record<string, unknown> = {};

  const title = titleOf(parts, frontMatter.data, path.replace(/#\d+$/, ''));
  const zone = zoneOf(text);
  const namedDay =
    dayInText(title.title) ??
    parts.reduce<string | null>(
      (day, part) => day ?? (part === title.part && part.is === 'heading' ? dayInText(part.text) : null),
      null,
    ) ??
    dayInText(bareName(path)) ??
    dayInText(folderName(path));
  const facts = createFactCollector(zone, options.dateOrder, namedDay);
  const front = readFrontMatter(frontMatter, facts, dayInText(title.title), raw, written);
  const headings: PlacedHeading[] = [];
  const sections = sectionsOf(
    [...front.parts, ...parts.filter((part) => part !== title.part)],
    options,
    facts,
    written,
    headings,
  );
  if (title.part?.is === 'key') written.push(title.part.key);

  const startDay = dayOf(facts, namedDay);
  const placed = new Placed(front.summary);
  const rows: TimelineRow[] = [];
  let actions = 0;
  const learned = {
    lessons: [] as string[],
    wentWell: [] as string[],
    wentBadly: [] as string[],
    lucky: [] as string[],
  };
  const items: ReturnType<typeof readActions>['rows'][number][] = [];
  const whys: ReturnType<typeof readWhys>['whys'][number][] = [];
  let zoneAsked = false;

  const firstDay = startDay ?? dayInProse(sections);
  let lastDay: string | null = null;
  const addTimeline = (timeline: readonly Part[], heading: string): void => {
    const own = dayInText(heading) ?? lastDay;
    const reading = readTimeline(timeline, body, {
      startDay: own ?? startDay ?? firstDay,
      isStartInferred: own === null && startDay === null,
      zone: sectionZone(timeline, heading, zone, options),
      dateOrder: options.dateOrder,
      doubt,
    });
    rows.push(...reading.rows);
    lastDay = reading.rows.findLast(({ when }) => when?.precision === 'minute')?.when?.value?.slice(0, 10) ?? lastDay;
    written.push(...reading.labels, ...reading.times);
    zoneAsked ||= reading.usedDefaultZone;
    if (reading.usedInferredDay) doubts.push(`The day of times without one was found in the text: ${firstDay ?? ''}.`);
    placed.add('timeline', reading.prose);
  };
  const addActions = (list: readonly Part[]): void => {
    const reading = readActions(list, options.dateOrder);
    items.push(...reading.rows);
    actions += reading.rows.length;
    written.push(...reading.labels);
    placed.add('actions', reading.prose);
  };

  const hasSummary = front.summary !== '' || sections.some(({ target }) => target === 'summary');
  const repeated = repeatedTargets(sections);
  for (const { target, heading, keepsHeading, parts: content } of sections) {
    const isKept = heading !== null && (keepsHeading || repeated.has(target));
    const head = heading === null ? [] : isKept ? [heading.source] : [];
    if (heading !== null && !isKept) written.push(heading.text);
    if (target === 'timeline') {
      placed.add('timeline', keepsHeading ? head : []);
      if (!keepsHeading && isKept) written.push(heading.text);
      addTimeline(content, heading?.text ?? '');
    } else if (target === 'actions') {
      placed.add('actions', head);
      addActions(content);
    } else if (target === 'whys') {
      const reading = readWhys(content);
      whys.push(...reading.whys);
      placed.add('whys', [...head, ...reading.prose]);
    } else if (target === 'lessons' || target === 'wentWell' || target === 'wentBadly' || target === 'lucky') {
      const reading = readLists(content, {
        paragraphs: target !== 'lessons' && countWords(sourceOfParts(content)) < PLAIN_ROW_WORDS,
      });
      learned[target].push(...reading.items);
      placed.add('learned', [...(isKept && (keepsHeading || reading.prose.length > 0) ? head : []), ...reading.prose]);
      if (heading !== null && isKept && !keepsHeading && reading.prose.length === 0) written.push(heading.text);
    } else if (target === 'lead' || target === 'summary' || target === 'context' || target === 'unplaced') {
      const rest: Part[] = [];
      const hasTimeline = sections.some((section) => section.target === 'timeline');
      const hasActions = sections.some((section) => section.target === 'actions');
      for (const part of content) {
        if (!hasTimeline && looksLikeTimeline(part, body)) addTimeline([part], '');
        else if (
          !hasActions &&
          part.is === 'block' &&
          part.node.type === 'table' &&
          isActionTable(part.node, part.source)
        ) {
          addActions([part]);
        } else rest.push(part);
      }
      if (target === 'lead') placeLead(rest, hasSummary, placed);
      else placed.add(target, [...head, ...rest.map(({ source }) => source)]);
    } else placed.add(target, [...head, ...content.map(({ source }) => source)]);
  }
  placed.add(
    'unplaced',
    others.map(({ source }) => source),
  );
  if (frontMatter.data === null && frontMatter.problem !== null && frontMatter.text !== '')
    placed.add('unplaced', [frontMatter.text]);

  const { times, author, severity, tags, usedDefaultZone } = facts.facts();
  zoneAsked ||= usedDefaultZone;
  if (zoneAsked && options.zone === null)
    doubts.push(`No time zone is named; times were read as ${options.zoneFallback}.`);
  const { date, ...milestones } = times;
  const prose = (target: HeadingTarget): string => placed.text(target);
  const coe = importedCoe({
    kind: options.kind ?? 'outage',
    title: title.title,
    happened: date ?? milestones.began ?? (namedDay === null ? firstTime(rows) : dayMomentOf(namedDay)),
    summary: prose('summary'),
    severity,
    tags: [...tags],
    author,
    times: milestones,
    sections: {
      context: { prose: prose('context') },
      customerImpact: { prose: prose('customerImpact') },
      impact: { prose: prose('impact') },
      timeline: { prose: prose('timeline'), entries: rows.map((row, index) => ({ ...row, id: `entry-${index + 1}` })) },
      noticed: { prose: prose('noticed') },
      mitigated: { prose: prose('mitigated') },
      cause: { prose: prose('cause') },
      whys: { prose: prose('whys'), happened: withIds(whys) },
      learned: {
        prose: prose('learned'),
        lessons: learned.lessons.map((rule, index) => ({ id: `lesson-${index + 1}`, rule })),
        wentWell: notes('well', learned.wentWell),
        wentBadly: notes('badly', learned.wentBadly),
        lucky: notes('lucky', learned.lucky),
      },
      actions: { prose: prose('actions'), items: items.map((item, index) => ({ ...item, id: `action-${index + 1}` })) },
    },
    unplaced: prose('unplaced'),
  });

  const source = [frontMatter.text, ...[...parts, ...others].map((part) => part.source)].join('\n');
  const found = [...stringsIn(coe), ...stringsIn(raw), front.id, ...written];
  const missing = wordsMissing(source, found);
  // Numbers of list items and marks of tasks are structure; any other word that is missing must be shown.
  const lost = missing.length === 0 ? [] : wordsMissing(source.replaceAll(LIST_MARK, ' '), found);
  written.push(...wordsMissing(missing.join(' '), lost));
  const unplaced = [coe.unplaced, lost.join(' ')].filter((each) => each !== '').join('\n\n');
  const unplacedWords = countWords(unplaced);
  return {
    coe: { ...coe, unplaced },
    source: { path, format: 'markdown', id: front.id, analysed: true, raw, written },
    createdAt: null,
    words: { placed: Math.max(0, countWords(source) - unplacedWords), unplaced: unplacedWords },
    timelineRows: rows.length,
    actions,
    doubts,
    headings,
    attachments: attachmentsIn(source),
    zoneAsked,
  };
}

/** Collects prose by where it goes. */
class Placed {
  readonly #texts = new Map<HeadingTarget, string[]>();

  constructor(summary: string) {
    if (summary !== '') this.add('summary', [summary]);
  }

  add(target: HeadingTarget, texts: readonly string[]): void {
    const all = this.#texts.get(target) ?? [];
    all.push(...texts.map((text) => text.replaceAll(/^\n+|\s+$/g, '')).filter((text) => text !== ''));
    this.#texts.set(target, all);
  }

  text(target: HeadingTarget): string {
    return (this.#texts.get(target) ?? []).join('\n\n');
  }
}

/**
 * The text before the first heading: the summary, unless there is one already. Of a long text without a summary, the
 * first paragraph is the summary.
 */
function placeLead(parts: readonly Part[], hasSummary: boolean, placed: Placed): void {
  const isLong = countWords(sourceOfParts(parts)) > PLAIN_ROW_WORDS;
  let isOpen = !hasSummary;
  for (const part of parts) {
    const isProse = part.is === 'block' && part.source.trim() !== '' && !MARKDOWN_MARKS.test(part.source);
    placed.add(isOpen && isProse ? 'summary' : 'context', [part.source]);
    if (isOpen && isProse && isLong) isOpen = false;
  }
}

/** Groups parts by the headings and labels that open sections. */
function sectionsOf(
  parts: readonly Part[],
  options: ImportOptions,
  facts: FactCollector,
  written: string[],
  headings: PlacedHeading[],
): Section[] {
  const sections: Section[] = [{ target: 'lead', heading: null, keepsHeading: false, level: 0, parts: [] }];
  let open: Section[] = [];
  const mainLevel = mainLevelOf(parts);
  const current = (): Section => open.at(-1) ?? (sections[0] as Section);
  for (const part of parts) {
    if (part.is === 'block') {
      current().parts.push(part);
      continue;
    }
    const level = part.is === 'heading' ? part.level : LABEL_LEVEL + part.depth;
    const text = part.is === 'heading' ? part.text : part.key;
    const parent = open.findLast((section) => section.level < level && section.target !== 'lead') ?? null;
    if (part.is === 'key') {
      const fact = factOf(part.key);
      const here = current().target;
      if (
        fact !== null &&
        !NO_FACTS.includes(here) &&
        !(here !== 'lead' && here !== 'context' && here !== 'summary' && isSectionName(part.key))
      ) {
        const isTaken = facts.take(fact, part.value);
        if (isTaken) {
          written.push(part.source);
          continue;
        }
        if (!isSectionName(part.key)) {
          current().parts.push(part);
          continue;
        }
      }
    }
    const placement = placementOf(
      part,
      text,
      parent !== null && level <= mainLevel ? null : parent,
      current(),
      options,
    );
    if (placement === null) {
      if (part.is === 'key' || (parent !== null && parent.target !== 'unplaced')) {
        current().parts.push(part);
        if (part.is === 'heading') closeLabels(part.level);
        continue;
      }
    }
    if (part.is === 'heading' && placement === null && isTimeHeading(part.text)) {
      // A time is a heading of its own, outside of any timeline.
      const section: Section = {
        target: 'timeline',
        heading: null,
        keepsHeading: false,
        level: level - 1,
        parts: [part],
      };
      open = [...open.filter((each) => each.level < section.level), section];
      sections.push(section);
      continue;
    }
    const target = placement?.target ?? 'unplaced';
    const heading: Extract<Part, { is: 'heading' }> =
      part.is === 'heading'
        ? part
        : {
            is: 'heading',
            level,
            text: part.key,
            source: part.source.slice(0, part.source.length - part.value.length).trimEnd(),
            line: part.line,
          };
    const section: Section = {
      target,
      heading: heading,
      keepsHeading: placement?.isExact !== true,
      level,
      parts: [],
    };
    if (part.is === 'key' && part.value.trim() !== '') {
      if (section.keepsHeading) {
        // The label and its text stand on one line, and stay there.
        sections.push({ ...section, heading: null, parts: [part] });
        headings.push({ heading: text, target });
        continue;
      }
      section.parts.push(...outline(part.value, part.line));
    }
    headings.push({ heading: text, target });
    open = [...open.filter((each) => each.level < level), section];
    sections.push(section);
  }
  return sections;

  function closeLabels(level: number): void {
    open = open.filter((section) => section.level < LABEL_LEVEL || section.level < level);
  }
}

/** The level of most headings that name a section; 0 when none does. */
function mainLevelOf(parts: readonly Part[]): number {
  const counts = new Map<number, number>();
  for (const part of parts) {
    if (part.is === 'heading' && isSectionName(part.text)) counts.set(part.level, (counts.get(part.level) ?? 0) + 1);
  }
  return [...counts].toSorted(([, first], [, second]) => second - first)[0]?.[0] ?? 0;
}

function placementOf(
  part: Exclude<Part, { is: 'block' }>,
  text: string,
  parent: Section | null,
  current: Section,
  options: ImportOptions,
): ReturnType<typeof placeHeading> {
  const placement = placeHeading(text, options);
  if (placement === null) return null;
  const isMapped = options.headings.has(foldHeading(text));
  const around = part.is === 'key' && current.level < LABEL_LEVEL ? current : parent;
  const isNested = around !== null && around.target !== 'lead' && around.target !== 'unplaced';
  if (isMapped) return placement;
  if (part.is === 'key' && !placement.isExact) return null;
  if (!isNested) return !placement.isExact && startsWithTime(text) ? null : placement;
  if (!placement.isExact) return null;
  if (around.target === placement.target) return null;
  const allowed = GROUPED[around.target];
  if (LISTS.includes(around.target))
    return LISTS.includes(placement.target) ||
      (part.is === 'heading' && (placement.target === 'actions' || placement.target === 'timeline'))
      ? placement
      : null;
  if (part.is === 'key' && allowed !== undefined) return null;
  return allowed === undefined || allowed.includes(placement.target) ? placement : null;
}

const startsWithTime = (text: string): boolean =>
  parseLine(text, { referenceDate: '2000-01-01', zone: 'UTC' })?.moment.precision === 'minute';

const isTimeHeading = (text: string): boolean => {
  const parsed = parseLine(text, { referenceDate: '2000-01-01', zone: 'UTC' });
  return parsed?.moment.precision === 'minute' || (parsed?.moment.precision === 'day' && parsed.rest === '');
};

/** The sections that several headings lead to, so that only the headings tell their texts apart. */
function repeatedTargets(sections: readonly Section[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { target, heading } of sections) if (heading !== null) counts.set(target, (counts.get(target) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 1).map(([target]) => target));
}

type Front = { readonly summary: string; readonly parts: readonly Part[]; readonly id: string };

/** Takes the facts of the front matter. What has no key of ours goes to `raw`. */
function readFrontMatter(
  { data }: FrontMatter,
  facts: FactCollector,
  titleDay: string | null,
  raw: Record<string, unknown>,
  written: string[],
): Front {
  let summary = '';
  let id = '';
  const parts: Part[] = [];
  for (const [key, value] of Object.entries(data ?? {})) {
    written.push(key);
    const text = textOf(value);
    const fact = factOf(key);
    if (fact === 'title' && typeof value === 'string') continue;
    // A page is often published days after what its title names.
    const isPublished = fact === 'date' && titleDay !== null && text !== null && dayInText(text) !== titleDay;
    if (isPublished) {
      raw[key] = value;
      continue;
    }
    if (/^(?:uuid|id)$/i.test(key) && text !== null) id = text;
    else if (/^(?:summary|description|excerpt|abstract|tl;?dr)$/i.test(key) && text !== null)
      summary = summary === '' ? text.trim() : `${summary}\n\n${text.trim()}`;
    else if (fact === 'link' && text !== null)
      parts.push(
        ...outline(text, 1).map((part) => ({ ...part, is: 'key' as const, key: 'link', depth: 0, value: text })),
      );
    else if (fact !== null && fact !== 'other' && text !== null && facts.take(fact, text)) {
      written.push(text);
    } else if (fact === null && isSectionName(key) && text !== null && text.trim() !== '') {
      parts.push({ is: 'heading', level: 1, text: key, source: key, line: 1 }, ...outline(text, 1));
    } else if (Object.hasOwn(raw, key) || key === '__proto__') raw[`_${key}`] = value;
    else raw[key] = value;
  }
  return { summary, parts, id };
}

/** A value of the front matter as text: a list has one entry a line; null for objects and nothing. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (!Array.isArray(value)) return null;
  const texts = value.map((each: unknown) =>
    typeof each === 'string' || typeof each === 'number' ? String(each) : null,
  );
  return texts.includes(null) ? null : texts.join('\n');
}

/** The zone of the whole report: said in a fact or a line such as "All times in CET", else chosen or the default. */
function zoneOf({ frontMatter, parts, options }: ReportText): ReportZone {
  const { zone, zoneFallback } = options;
  const own = zone ?? zoneFallback;
  for (const [key, value] of Object.entries(frontMatter.data ?? {})) {
    if (factOf(key) === 'zone' && typeof value === 'string' && isKnownZone(value)) return { zone: value, isSaid: true };
  }
  for (const part of parts) {
    if (part.is === 'key' && factOf(part.key) === 'zone') {
      const named = isKnownZone(part.value.trim())
        ? part.value.trim()
        : zoneNamedIn(`Times in ${part.value.trim()}`, own);
      if (named !== null) return { zone: named, isSaid: true };
    }
    for (const line of part.source.split('\n').slice(0, 20)) {
      if (!/\b(?:all|following|these) times?\b|\btimes? ?(?:stamps? )?(?:are|is|below|in)\b|\btime ?zone\b/i.test(line))
        continue;
      const named = zoneNamedIn(line, own);
      if (named !== null) return { zone: named, isSaid: true };
    }
  }
  return { zone: own, isSaid: zone !== null };
}

/** The zone of one timeline: its heading, its first lines or its column names may name it. */
function sectionZone(parts: readonly Part[], heading: string, zone: ReportZone, options: ImportOptions): ReportZone {
  const own = options.zone ?? options.zoneFallback;
  const texts = [heading, ...parts.slice(0, 4).flatMap(({ source }) => source.split('\n').slice(0, 2))];
  for (const text of texts) {
    const named = ZONE_LINE.test(text) || /timeline|chronology/i.test(text) ? zoneNamedIn(text, own) : null;
    if (named !== null) return { zone: named, isSaid: true };
  }
  return zone;
}

function dayOf(facts: FactCollector, named: string | null): string | null {
  const { date, began, noticed } = facts.facts().times;
  const days = [began, date, noticed].map((moment) => moment?.value.slice(0, 10)).filter((day) => day?.length === 10);
  return days[0] ?? named;
}

/** The first whole date in the text, for times that have none. */
function dayInProse(sections: readonly Section[]): string | null {
  for (const { parts } of sections) {
    for (const part of parts) {
      const day = dayInText(part.source);
      if (day !== null) return day;
    }
  }
  return null;
}

/** The day of the first time of a timeline; unknown when none has a day. */
function firstTime(rows: readonly TimelineRow[]): Moment {
  const first = rows.find(
    ({ when }) => when !== undefined && when.precision !== 'unknown' && (when.value ?? '').length >= 10,
  );
  return first?.when === undefined
    ? unknownMoment()
    : { ...dayMomentOf((first.when.value ?? '').slice(0, 10)), approximate: first.when.approximate ?? false };
}

const dayMomentOf = (value: string): Moment => ({ precision: 'day', value, approximate: false });

const sourceOfParts = (parts: readonly Part[]): string => parts.map(({ source }) => source).join('\n');

const notes = (prefix: string, texts: readonly string[]): { id: string; text: string }[] =>
  texts.map((text, index) => ({ id: `${prefix}-${index + 1}`, text }));

type WhyNode = { readonly text: string; readonly whys: readonly WhyNode[] };
type WhyWithId = { id: string; text: string; evidence: string; control: null; mark: null; whys: WhyWithId[] };

function withIds(whys: readonly WhyNode[]): WhyWithId[] {
  let number = 0;
  const named = (nodes: readonly WhyNode[]): WhyWithId[] =>
    nodes.map((node) => {
      number += 1;
      return { id: `why-${number}`, text: node.text, evidence: '', control: null, mark: null, whys: named(node.whys) };
    });
  return named(whys);
}

/** All strings in a value, for comparing words; also figures, as front matter has them. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === 'id' ? [] : stringsIn(each)));
}
