import type { ImportedReport, ImportOptions } from '../imported-report.ts';
import { zoneDoubts } from '../journal-time.ts';
import type { Moment } from '../../time/moment.ts';
import { countWords, wordsMissing } from '../word-bag.ts';
import { attachmentsIn } from './attachments.ts';
import { readFrontMatter } from './front-matter-facts.ts';
import type { FrontMatter } from './front-matter.ts';
import { groupSections } from './group-sections.ts';
import type { Part } from './outline.ts';
import { readSections } from './read-sections.ts';
import { reportCoe } from './report-coe.ts';
import { dayInText } from './report-day.ts';
import { createFactCollector, type FactCollector } from './report-facts.ts';
import { zoneOf } from './report-zone.ts';
import { bareName, folderName } from './skip-reason.ts';
import { titleOf } from './title.ts';

/**
 * One report before it is placed. `others` are parts of the file that belong to no report, `doubts` are sentences about
 * those, and `posted` says what
 * stands above it on a page with several: the day, and the lines of day and title.
 */
export type ReportText = {
  readonly path: string;
  readonly frontMatter: FrontMatter;
  readonly parts: readonly Part[];
  readonly others: readonly Part[];
  readonly doubts: readonly string[];
  readonly posted: { readonly day: string | null; readonly labels: readonly string[] } | null;
  readonly body: string;
  readonly options: ImportOptions;
};

const LIST_MARK = /^(?:[ \t>]*(?:\d{1,9}[.)]|[-*+](?:[ \t]+\[[ xX]\])?)(?=\s))+/gm;

/**
 * Makes a report of its parts: reads the facts of its header, groups its parts by section, reads the sections as rows
 * and prose, and compares the words. Nothing of the text is lost: what fits no section is in `unplaced`.
 */
export function buildReport(text: ReportText): ImportedReport {
  const { path, frontMatter, parts, others, posted, body, options } = text;
  const title = titleOf(parts, frontMatter.data, path.replace(/#\d+$/, ''));
  const zone = zoneOf(frontMatter, parts, options);
  const namedDay =
    dayInText(title.title) ??
    (title.part?.is === 'heading' ? dayInText(title.part.text) : null) ??
    dayInText(bareName(path)) ??
    dayInText(folderName(path));

  const facts = createFactCollector(zone, options.dateOrder, namedDay, isMail(body));
  const front = readFrontMatter(frontMatter, facts, dayInText(title.title));
  const ofSections = [...front.parts, ...parts.filter((part) => part !== title.part)];
  const { sections, headings, written: factLines, passedOver } = groupSections(ofSections, options, facts);
  const startDay = dayOf(facts, namedDay) ?? posted?.day ?? null;
  const [ofHeader, ...more] = zone.isSaid ? [] : facts.facts().zones;
  const rowZone = ofHeader === undefined || more.length > 0 ? zone : { zone: ofHeader, isSaid: true };
  const contents = readSections(sections, {
    body,
    summary: front.summary,
    startDay,
    published: front.published ?? (isMail(body) ? dayInText(parts[0]?.source ?? '') : null),
    pageDay: front.mayBeOfEvent ? front.published : null,
    zone: rowZone,
    options,
  });
  contents.prose.add(
    'unplaced',
    others.map(({ source }) => source),
  );
  if (frontMatter.data === null && frontMatter.problem !== null && frontMatter.text !== '')
    contents.prose.add('unplaced', [frontMatter.text]);

  const zoneAsked = contents.usedDefaultZone || facts.facts().usedDefaultZone;
  const doubts = frontMatter.problem === null ? [...contents.doubts] : [frontMatter.problem, ...contents.doubts];
  doubts.push(...text.doubts);
  doubts.push(...zoneDoubts(zoneAsked, options));
  const read = reportCoe(title.title, namedDay, facts.facts(), contents, options);
  const { happened, doubt } = withPageDay(read.happened, front, contents);
  if (doubt !== null) doubts.push(doubt);
  const coe = { ...read, happened };
  if (coe.happened.precision === 'unknown') doubts.push(...passedOver);

  /** Words that became structure: headings, keys, names of columns and times, as written. */
  const titleKey = title.part?.is === 'key' ? [title.part.key] : [];
  if (title.isRepeated === true && title.part?.is === 'heading') titleKey.push(title.part.text);
  const written = [...front.written, ...factLines, ...titleKey, ...contents.written, ...(posted?.labels ?? [])];
  const source = [frontMatter.text, ...[...parts, ...others].map((part) => part.source)].join('\n');
  const found = [...stringsIn(coe), ...stringsIn(front.raw), front.id, ...written];
  const missing = wordsMissing(source, found);
  // Numbers of list items and marks of tasks are structure; any other word that is missing must be shown.
  const lost = missing.length === 0 ? [] : wordsMissing(source.replaceAll(LIST_MARK, ' '), found);
  written.push(...wordsMissing(missing.join(' '), lost));
  const unplaced = [coe.unplaced, lost.join(' ')].filter((each) => each !== '').join('\n\n');
  const unplacedWords = countWords(unplaced);
  return {
    coe: { ...coe, unplaced },
    source: { path, format: 'markdown', id: front.id, analysed: true, raw: front.raw, written },
    createdAt: null,
    words: { placed: Math.max(0, countWords(source) - unplacedWords), unplaced: unplacedWords },
    timelineRows: contents.timeline.length,
    actions: contents.actions.length,
    doubts,
    headings,
    attachments: attachmentsIn(source),
    zoneAsked,
  };
}

/** Whether a text begins with the header of a mail. */
const isMail = (body: string): boolean => {
  const [head = ''] = body.trimStart().split(/\n[ \t]*\n/);
  return /^from:/im.test(head) && /^subject:/im.test(head);
};

/**
 * When it happened, also by the date of the page where nothing else names a day, and a sentence for the person about
 * that date.
 */
function withPageDay(
  happened: Moment,
  { published, mayBeOfEvent }: { readonly published: string | null; readonly mayBeOfEvent: boolean },
  { day, usedPageDay }: { readonly day: string | null; readonly usedPageDay: boolean },
): { happened: Moment; doubt: string | null } {
  if (published === null || (happened.precision !== 'unknown' && !usedPageDay)) return { happened, doubt: null };
  if (!mayBeOfEvent || day !== null)
    return { happened, doubt: `The date of the page, ${published}, was not taken for that of the event.` };
  return {
    happened: happened.precision === 'unknown' ? { precision: 'day', value: published, approximate: true } : happened,
    doubt: `The date of the page, ${published}, was taken for about the day of the event.`,
  };
}

/** The day on which it began, else its date or when it was noticed, else the day that its name gives; null if none. */
function dayOf(facts: FactCollector, named: string | null): string | null {
  const { date, began, noticed } = facts.facts().times;
  const days = [began, date, noticed].map((moment) => moment?.value.slice(0, 10)).filter((day) => day?.length === 10);
  return days[0] ?? named;
}

/** All strings in a value, for comparing words; also figures, as front matter has them. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === 'id' ? [] : stringsIn(each)));
}
