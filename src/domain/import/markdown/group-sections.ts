import { factOf } from '../header-facts.ts';
import { foldHeading, type HeadingTarget, type ImportOptions, type PlacedHeading } from '../imported-report.ts';
import { isSectionName, placeHeading } from '../place-sections.ts';
import { parseLine } from '../../time/parse-line.ts';
import { LABEL_LEVEL, outline, type Part } from './outline.ts';
import type { FactCollector } from './report-facts.ts';
import { columnsOf } from './table-columns.ts';

type Heading = Extract<Part, { is: 'heading' }>;
type Label = Extract<Part, { is: 'key' }>;

/** A heading and the parts below it. `lead` is the text before the first heading. */
export type Section = {
  readonly target: HeadingTarget | 'lead';
  readonly heading: Heading | null;
  /** Whether the heading must stay as text, because it says more than the name of the section. */
  readonly keepsHeading: boolean;
  readonly level: number;
  readonly parts: Part[];
};

/**
 * The sections in their order, where each heading went, and the text of labels whose facts were taken. `passedOver` are
 * sentences about times that were not taken, as they are those of a commit or a meeting.
 */
type GroupedSections = {
  readonly sections: readonly Section[];
  readonly headings: readonly PlacedHeading[];
  readonly written: readonly string[];
  readonly passedOver: readonly string[];
};

const LISTS: readonly string[] = ['lessons', 'wentWell', 'wentBadly', 'lucky', 'learned'];
/** Sections in which a deeper heading groups rows, and the sections that it may open nevertheless. */
const GROUPED: Readonly<Partial<Record<HeadingTarget | 'lead', readonly HeadingTarget[]>>> = {
  timeline: ['actions', 'cause', 'whys', 'lessons', 'wentWell', 'wentBadly', 'lucky', 'summary', 'customerImpact'],
  actions: ['timeline', 'lessons', 'wentWell', 'wentBadly', 'lucky', 'whys'],
  whys: ['timeline', 'actions', 'lessons', 'wentWell', 'wentBadly', 'lucky'],
};
/** Sections that may hold the header of a report. */
const HEADER_TARGETS: readonly string[] = ['lead', 'summary', 'context', 'unplaced'];
/** Sections in which a label is part of the text, never a fact of the report. */
const NO_FACTS: readonly string[] = ['timeline', 'actions', 'whys', ...LISTS];

/** Headings of what has a date and an author of its own, and of nothing else: "Related commits", "Review meeting". */
const OF_SOMETHING_ELSE =
  /^(?:(?:related|fix|final|peer|code|next|document|pull|and|the|of|sign|off|details?|notes?|info|information|history|log) )*(?:commits?|pull requests?|releases?|revisions?|document history|meetings?|reviews?|approvals?)(?: (?:commits?|requests?|meetings?|reviews?|approvals?|and|the|of|sign|off|details?|notes?|info|information|history|log))*$|\bmeetings?(?: (?:details?|notes?|minutes))?$/;

const TIME_FACTS: readonly string[] = ['date', 'began', 'noticed', 'told', 'mitigated', 'resolved'];

/** Groups parts by the headings and labels that open sections. Labels that hold a fact go to `facts`. */
export function groupSections(parts: readonly Part[], options: ImportOptions, facts: FactCollector): GroupedSections {
  const sections: Section[] = [{ target: 'lead', heading: null, keepsHeading: false, level: 0, parts: [] }];
  const headings: PlacedHeading[] = [];
  const written: string[] = [];
  const passedOver: string[] = [];
  /** The sections that the next part may belong to, the deepest last. */
  let open: Section[] = [];
  const mainLevel = mainLevelOf(parts);
  const current = (): Section => open.at(-1) ?? (sections[0] as Section);
  const openSection = (section: Section): void => {
    open = [...open.filter((each) => each.level < section.level), section];
    sections.push(section);
  };

  for (const part of parts) {
    const around = current().heading?.text ?? '';
    if (part.is === 'key' && isOfSomethingElse(current()) && TIME_FACTS.includes(factOf(part.key) ?? ''))
      passedOver.push(
        `Line ${part.line}: “${part.value.trim()}” was not read as a time of the event, as it is below “${around}”.`,
      );
    const factUse = part.is === 'key' ? handleFact(part, current(), facts) : 'none';
    if (factUse === 'taken') {
      written.push(part.source);
      continue;
    }
    if (part.is === 'block' || factUse === 'kept') {
      if (part.is === 'block') takeFactsInTable(part, current(), facts);
      current().parts.push(part);
      continue;
    }
    const level = levelOf(part);
    const text = part.is === 'heading' ? part.text : part.key;
    const parent = open.findLast((section) => section.level < level && section.target !== 'lead') ?? null;
    const outer = parent !== null && level <= mainLevel ? null : parent;
    const placement = placementOf(part, text, outer, current(), options);
    // A heading ends the labels before it, and the sections that are no wider than its own.
    if (part.is === 'heading' && placement === null) open = open.filter((each) => each.level < level);
    if (placement === null && (part.is === 'key' || (parent !== null && parent.target !== 'unplaced'))) {
      current().parts.push(part);
      continue;
    }
    if (placement === null && isTimeHeading(text)) {
      // A time as a heading outside of any timeline is an entry of one.
      openSection({ target: 'timeline', heading: null, keepsHeading: false, level: level - 1, parts: [part] });
      continue;
    }
    const target = placement?.target ?? 'unplaced';
    const keepsHeading = placement?.isExact !== true;
    headings.push({ heading: text, target });
    // A label that must stay as text shares its line with its value.
    if (part.is === 'key' && part.value.trim() !== '' && keepsHeading)
      sections.push({ target, heading: null, keepsHeading, level, parts: [part] });
    else openSection({ target, heading: headingOf(part), keepsHeading, level, parts: valueParts(part) });
  }
  return { sections, headings, written, passedOver };
}

/**
 * What becomes of a label: its fact is `taken`, so that the line need not be kept; the line is `kept` as text; or
 * `none` when the label may open a section.
 */
function handleFact(part: Label, section: Section, facts: FactCollector): 'taken' | 'kept' | 'none' {
  const { target } = section;
  const fact = factOf(part.key);
  const isSection = isSectionName(part.key);
  if (fact === null || NO_FACTS.includes(target)) return 'none';
  if (isOfSomethingElse(section)) return 'none';
  // "Data" is the date in Portuguese and Italian, and anything in English.
  if (foldHeading(part.key) === 'data' && !/^\W*\d/.test(part.value)) return 'none';
  if (isSection && target !== 'lead' && target !== 'context' && target !== 'summary') return 'none';
  if (facts.take(fact, part.value)) return 'taken';
  return isSection ? 'none' : 'kept';
}

const isOfSomethingElse = ({ heading }: Section): boolean =>
  heading !== null && OF_SOMETHING_ELSE.test(foldHeading(heading.text));

/** Facts that a table of keys and values may state. Other keys, such as a name, mean something else in a table. */
const TABLE_FACTS: readonly string[] = [
  'date',
  'began',
  'noticed',
  'told',
  'mitigated',
  'resolved',
  'author',
  'severity',
];

/** Takes the facts of a table of keys and values in the header of a report. The table stays as text. */
function takeFactsInTable(part: Part, { target }: Section, facts: FactCollector): void {
  if (part.is !== 'block' || part.node.type !== 'table' || !HEADER_TARGETS.includes(target)) return;
  const { header, rows } = columnsOf(part.node, part.source);
  if (header.length !== 2) return;
  for (const [key = '', value = ''] of [header, ...rows.map(({ cells }) => cells)]) {
    const fact = factOf(key.replaceAll(/[*_`]/g, ''));
    if (fact !== null && TABLE_FACTS.includes(fact)) facts.take(fact, value.replaceAll(/[*_`]/g, ''));
  }
}

const levelOf = (part: Heading | Label): number => (part.is === 'heading' ? part.level : LABEL_LEVEL + part.depth);

function headingOf(part: Heading | Label): Heading {
  if (part.is === 'heading') return part;
  const { key, value, source, line } = part;
  return {
    is: 'heading',
    level: levelOf(part),
    text: key,
    source: source.slice(0, source.length - value.length).trimEnd(),
    line,
  };
}

/** The value of a label as the first parts of its section. */
const valueParts = (part: Heading | Label): Part[] =>
  part.is === 'key' && part.value.trim() !== '' ? outline(part.value, part.line) : [];

/** The level of most headings that name a section, the wider of two with as many; 0 when none does. */
function mainLevelOf(parts: readonly Part[]): number {
  const counts = new Map<number, number>();
  for (const part of parts) {
    if (part.is === 'heading' && isSectionName(part.text)) counts.set(part.level, (counts.get(part.level) ?? 0) + 1);
  }
  return [...counts].toSorted(([level, count], [other, more]) => more - count || level - other)[0]?.[0] ?? 0;
}

/** Where a heading or label leads; null when it opens no section here. `parent` is the section around it. */
function placementOf(
  part: Heading | Label,
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
export function repeatedTargets(sections: readonly Section[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { target, heading } of sections) if (heading !== null) counts.set(target, (counts.get(target) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 1).map(([target]) => target));
}
