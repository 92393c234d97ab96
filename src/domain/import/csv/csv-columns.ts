import { foldHeading, HEADING_TARGETS, type HeadingTarget, type ImportOptions } from '../imported-report.ts';
import { factOf } from '../header-facts.ts';
import { placeHeading } from '../place-sections.ts';

/** Columns with a time of the event. */
export const TIME_COLUMNS = ['began', 'noticed', 'told', 'mitigated', 'resolved'] as const;
type TimeColumn = `${(typeof TIME_COLUMNS)[number]}At`;

/** What a column holds: a fact, a part of one action, or the text of a section. */
export type ColumnTarget =
  | HeadingTarget
  | 'title'
  | 'date'
  | TimeColumn
  | 'severity'
  | 'created'
  | 'tags'
  | 'id'
  | 'action'
  | 'owner'
  | 'due'
  | 'doneWhen'
  | 'status'
  | 'text';

/** Folded header words of issue trackers, spreadsheets and registers of lessons. */
const COLUMNS: Readonly<Partial<Record<ColumnTarget, readonly string[]>>> = {
  title: ['title', 'summary', 'name', 'subject', 'headline', 'incident', 'event', 'issue', 'lesson title'],
  date: ['date', 'day', 'when', 'date of incident', 'incident date', 'event date', 'occurred', 'happened'],
  created: ['created', 'created at', 'date created', 'created date', 'date raised', 'raised', 'logged'],
  tags: ['tags', 'tag', 'labels', 'label', 'category', 'categories', 'component', 'components', 'component s'],
  id: ['id', 'key', 'issue key', 'uuid', 'number', 'no', 'ref'],
  action: [
    'action',
    'actions',
    'action item',
    'corrective action',
    'preventive action',
    'follow up',
    'recommendation',
    'task',
    'next step',
  ],
  owner: ['owner', 'action owner', 'responsible', 'assigned to'],
  due: ['due', 'due date', 'deadline', 'action due', 'target date'],
  doneWhen: ['done when', 'definition of done', 'acceptance criteria'],
  status: ['action status'],
  text: ['description', 'text', 'entry', 'body', 'content', 'details', 'notes', 'note', 'what happened'],
  lessons: ['lesson', 'lessons', 'lesson learned', 'lessons learned'],
};
const TARGETS = new Map(
  Object.entries(COLUMNS).flatMap(([target, names]) => names.map((name) => [name, target as ColumnTarget] as const)),
);

/**
 * What a column holds, by its header; `unplaced` when nothing is known of it. `options.headings` overrules the rest.
 */
export function columnTarget(name: string, options: ImportOptions): ColumnTarget {
  const folded = foldHeading(name);
  const chosen = options.headings.get(folded);
  if (chosen !== undefined) return chosen;
  // Jira names the fields of a team "Custom field (Root cause)".
  const own = /^custom field \(([^()]+)\)$/i.exec(name.trim())?.[1];
  if (own !== undefined) return columnTarget(own, options);
  return TARGETS.get(folded) ?? factTargetOf(folded) ?? placeHeading(name, options)?.target ?? 'unplaced';
}

/** The column of a time or of the severity, by the words of a header such as "Detected at"; undefined for others. */
function factTargetOf(folded: string): ColumnTarget | undefined {
  const fact = factOf(folded) ?? factOf(folded.replace(/^(?:date|time) (?=\w+$)/, ''));
  if (fact === 'severity') return 'severity';
  const time = TIME_COLUMNS.find((one) => one === fact);
  return time === undefined ? undefined : `${time}At`;
}

/**
 * Whether a column makes its table one of reports. An action or a text can be the only words there are, but a table of
 * figures is no report.
 */
export const isOfReport = (target: ColumnTarget): boolean =>
  target === 'title' ||
  target === 'text' ||
  ((HEADING_TARGETS as readonly unknown[]).includes(target) && target !== 'unplaced');

/** What the table of headings shows for a column that holds a fact or a part of an action. */
export function headingTargetOf(target: ColumnTarget): HeadingTarget {
  const section = HEADING_TARGETS.find((one) => one === target);
  if (section !== undefined) return section;
  return target === 'action' || target === 'owner' || target === 'due' || target === 'doneWhen' || target === 'status'
    ? 'actions'
    : 'context';
}
