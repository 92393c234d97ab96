import { unreadDate } from '../../coe/action-dates.ts';
import type { Coe } from '../../coe/coe.ts';
import { MILESTONE_IDS, SECTION_IDS } from '../../coe/vocabulary.ts';
import { ACTION_PURPOSES } from '../../guide/action-purposes.ts';
import { ACTION_STRENGTHS } from '../../guide/action-strengths.ts';
import { conditionLabel } from '../../guide/conditions.ts';
import { COE_KIND_LABELS } from '../../guide/kinds.ts';
import { SECTION_HEADINGS } from '../../guide/sections.ts';
import { STATUSES } from '../../guide/statuses.ts';
import { EFFECTS } from '../../guide/timeline-effects.ts';
import { TRIGGERS } from '../../guide/triggers.ts';
import { MILESTONE_LABELS } from '../../guide/vocabulary.ts';
import { plainText } from '../../text/plain-text.ts';
import { milestone } from '../../timeline/milestones.ts';
import { orderEntries } from '../../timeline/order-entries.ts';
import { mainZone } from '../document/document-times.ts';
import {
  ACTION_STATUS,
  CHECK_RESULT,
  COUNT,
  type FileContext,
  labelled,
  MOMENT,
  oneOf,
  PRIORITY,
  SEVERITY,
} from '../markdown/codecs.ts';

/** The tables that COEs are exported to as CSV. */
export const CSV_TABLE_IDS = ['coes', 'actions', 'timeline'] as const;
export type CsvTableId = (typeof CSV_TABLE_IDS)[number];

/** A table of text: a header, and rows with a cell for each of its columns. */
export type CsvTable = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };

type CsvColumn<Row> = readonly [label: string, cell: (row: Row) => string];
type Of<Row> = { readonly coe: Coe; readonly context: FileContext; readonly row: Row };

/** One row for each COE, each action with text, or each timeline row with text. The COEs are filtered already. */
export function csvTable(id: CsvTableId, coes: readonly Coe[]): CsvTable {
  switch (id) {
    case 'coes':
      return tableOf(
        COE_COLUMNS,
        coes.map((coe) => of(coe, null)),
      );
    case 'actions':
      return tableOf(
        ACTION_COLUMNS,
        coes.flatMap((coe) => coe.sections.actions.items.filter(hasText).map((row) => of(coe, row))),
      );
    case 'timeline':
      return tableOf(
        TIMELINE_COLUMNS,
        coes.flatMap((coe) =>
          orderEntries(coe.sections.timeline.entries, zoneOf(coe))
            .filter((row) => row.what.trim() !== '' || row.when.precision !== 'unknown')
            .map((row) => of(coe, row)),
        ),
      );
  }
}

const hasText = ({ text }: { readonly text: string }): boolean => text.trim() !== '';

const zoneOf = (coe: Coe): string => mainZone(coe) ?? 'UTC';

const of = <Row>(coe: Coe, row: Row): Of<Row> => ({
  coe,
  context: { kind: coe.kind, zone: zoneOf(coe), day: '' },
  row,
});

const tableOf = <Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): CsvTable => ({
  header: columns.map(([label]) => label),
  rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
});

const COE_COLUMNS: readonly CsvColumn<Of<null>>[] = [
  ['Title', ({ coe }) => coe.title],
  ['Kind', ({ coe }) => COE_KIND_LABELS[coe.kind]],
  ['Happened', ({ coe, context }) => MOMENT.write(coe.happened, context)],
  ['Time zone', ({ context }) => context.zone],
  ['Status', ({ coe, context }) => oneOf(STATUSES).write(coe.status, context)],
  ['Severity', ({ coe, context }) => SEVERITY.write(coe.severity, context)],
  ['Service or part of life', ({ coe }) => coe.lifeArea],
  ['Tags', ({ coe }) => coe.tags.join(', ')],
  ['Author', ({ coe }) => coe.author],
  ['Coach', ({ coe }) => coe.coach],
  ...MILESTONE_IDS.map((id): CsvColumn<Of<null>> => [
    MILESTONE_LABELS.outage[id],
    ({ coe, context }) => MOMENT.write(milestone(coe, id), context),
  ]),
  ['Summary', ({ coe }) => coe.summary],
  ['Trigger', ({ coe, context }) => oneOf(TRIGGERS).write(coe.sections.cause.trigger, context)],
  [
    'Contributing conditions',
    ({ coe }) =>
      coe.sections.cause.conditions
        .map((row) => conditionLabel(row.condition))
        .filter((label) => label !== '')
        .join(', '),
  ],
  [
    'Lessons',
    ({ coe }) =>
      coe.sections.learned.lessons
        .map((lesson) => lesson.rule)
        .join('\n')
        .trim(),
  ],
  ['Actions', ({ coe }) => String(coe.sections.actions.items.filter(hasText).length)],
  [
    'Open actions',
    ({ coe }) => String(coe.sections.actions.items.filter((item) => hasText(item) && item.status === 'open').length),
  ],
  ...SECTION_IDS.map((id): CsvColumn<Of<null>> => [
    SECTION_HEADINGS[id],
    ({ coe }) => plainText(coe.sections[id].prose).trim(),
  ]),
  ['Unplaced', ({ coe }) => plainText(coe.unplaced).trim()],
  ['Created', ({ coe }) => coe.createdAt],
  ['Changed', ({ coe }) => coe.updatedAt],
  ['Id', ({ coe }) => coe.id],
];

type Action = Coe['sections']['actions']['items'][number];

const ACTION_COLUMNS: readonly CsvColumn<Of<Action>>[] = [
  ['Action', ({ row }) => row.text],
  ['Owner', ({ row }) => row.owner],
  ['Due', ({ row }) => unreadDate(row, 'due') ?? row.due ?? ''],
  ['Done when', ({ row }) => row.doneWhen],
  ['Status', ({ row, context }) => ACTION_STATUS.write(row.status, context)],
  ['Done on', ({ row }) => unreadDate(row, 'doneOn') ?? row.doneOn ?? ''],
  ['Reason for declining', ({ row }) => row.declinedReason],
  ['Check on', ({ row }) => unreadDate(row, 'checkDate') ?? row.checkDate ?? ''],
  ['Check question', ({ row }) => row.checkQuestion],
  ['Looking at', ({ row }) => row.checkHow],
  ['Result', ({ row, context }) => CHECK_RESULT.write(row.result, context)],
  ['Chances', ({ row, context }) => COUNT.write(row.chances, context)],
  ['Purpose', ({ row, context }) => oneOf(ACTION_PURPOSES).write(row.purpose, context)],
  ['Strength', ({ row, context }) => oneOf(ACTION_STRENGTHS).write(row.strength, context)],
  ['Priority', ({ row, context }) => PRIORITY.write(row.priority, context)],
  ['Proposed by', ({ row }) => row.proposedBy],
  ['COE', ({ coe }) => coe.title],
  ['Kind', ({ coe }) => COE_KIND_LABELS[coe.kind]],
  ['Happened', ({ coe, context }) => MOMENT.write(coe.happened, context)],
  ['COE id', ({ coe }) => coe.id],
];

type Entry = Coe['sections']['timeline']['entries'][number];

const TIMELINE_COLUMNS: readonly CsvColumn<Of<Entry>>[] = [
  ['When', ({ row, context }) => MOMENT.write(row.when, context)],
  ['Time zone', ({ row, context }) => row.when.zone ?? context.zone],
  ['What', ({ row }) => row.what],
  ['Milestone', ({ row, context }) => oneOf(labelled(MILESTONE_LABELS[context.kind])).write(row.mark, context)],
  ['Evidence', ({ row }) => row.evidence],
  ['Known or believed then', ({ row }) => row.knewThen],
  ['What it did', ({ row, context }) => oneOf(EFFECTS).write(row.effect, context)],
  ['COE', ({ coe }) => coe.title],
  ['COE id', ({ coe }) => coe.id],
];
