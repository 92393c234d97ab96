import type { Coe } from '../../coe/coe.ts';
import type { SectionId } from '../../coe/vocabulary.ts';
import { conditionLabel } from '../../guide/conditions.ts';
import { CONTROLS } from '../../guide/control.ts';
import { DETECTORS, SIGNALS } from '../../guide/detection.ts';
import { ERROR_KINDS } from '../../guide/error-kinds.ts';
import { IMPACT_AREAS } from '../../guide/impact-areas.ts';
import { REFLECTION_LABELS, VALUES } from '../../guide/lessons.ts';
import { SAFEGUARD_PURPOSES, SAFEGUARD_STATES } from '../../guide/safeguards.ts';
import { SEVERITY_NAMES, type SeverityLevel } from '../../guide/severity-anchors.ts';
import { EFFECTS } from '../../guide/timeline-effects.ts';
import { TRIGGERS } from '../../guide/triggers.ts';
import { labelOf } from '../../guide/label-of.ts';
import { MILESTONE_LABELS } from '../../guide/vocabulary.ts';
import { WHY_QUESTIONS } from '../../guide/why-endings.ts';
import { CLOSING_QUESTION, sectionTitle } from '../../guide/wording.ts';
import { orderEntries } from '../../timeline/order-entries.ts';
import { answersOf, type CellText, listOf, proseOf, tableOf, withHeading } from './blocks.ts';
import { actionCells } from './action-cells.ts';
import type { DocumentBlock } from './document.ts';
import type { DocumentTimes } from './document-times.ts';
import { whyTree } from './why-tree.ts';

/**
 * The blocks of one section: its prose, then its rows and answers. Empty for a section without content. Rows that are
 * called like the section need no heading of their own.
 */
export function sectionBlocks(coe: Coe, id: SectionId, times: DocumentTimes): DocumentBlock[] {
  const title = sectionTitle(coe.kind, id);
  const structured = STRUCTURED[id](coe, times).filter(
    (block) => block.type !== 'heading' || !title.startsWith(block.text),
  );
  return [...proseOf(coe.sections[id].prose), ...structured];
}

type Structured = (coe: Coe, times: DocumentTimes) => DocumentBlock[];

const STRUCTURED: Readonly<Record<SectionId, Structured>> = {
  context: ({ sections: { context } }) =>
    answersOf([
      ['What was supposed to happen?', context.expected, 'expected'],
      ['What was different this time?', context.different, 'different'],
      ['Your state then', outOfFive(context.stateThen, '1 worn out, 5 rested'), 'stateThen'],
      ['How sure you were', outOfFive(context.confidenceThen, '1 guessing, 5 certain'), 'confidenceThen'],
      ['Your state, in words', context.stateWords, 'stateWords'],
    ]),

  customerImpact: ({ sections: { customerImpact } }) =>
    withHeading(
      'Who it reached',
      tableOf(
        [
          ['Who', 26],
          ['How many', 16],
          ['How it reached them', 40],
          ['Severity', 18],
        ],
        customerImpact.groups.map(({ id: row, who, howMany, affected, level, told, putRight }) => [
          { text: who, row, field: 'who' },
          { text: howMany, row, field: 'howMany' },
          { text: affected, row, field: 'affected' },
          {
            row,
            field: 'level',
            text: severityName(level),
            details: [
              ['They know', yesOrNo(told)],
              ['Put right', yesOrNo(putRight)],
            ],
          },
        ]),
      ),
    ),

  impact: ({ sections: { impact } }) => [
    ...withHeading(
      'What it cost',
      tableOf(
        [
          ['What', 52],
          ['Area', 20],
          ['Amount', 28],
        ],
        impact.costs.map(({ id: row, area, what, amount, unit, estimate }) => [
          { text: what, row, field: 'what' },
          { text: labelOf(IMPACT_AREAS, area), row, field: 'area' },
          { text: `${amount} ${unit}`.trim(), row, field: 'amount', details: [['Estimate', estimate ? 'yes' : '']] },
        ]),
      ),
    ),
    ...withHeading(
      'How it felt',
      tableOf(
        [
          ['Feeling', 60],
          ['On the day', 20],
          ['Now', 20],
        ],
        impact.feelings.map(({ id: row, word, onTheDay, now }) => [
          { text: word, row, field: 'word' },
          { text: outOf(onTheDay, 10) },
          { text: outOf(now, 10) },
        ]),
      ),
    ),
  ],

  timeline: ({ kind, sections: { timeline } }, times) =>
    tableOf(
      [
        ['When', 18],
        ['What', 43],
        ['Milestone', 14],
        ['Evidence', 25],
      ],
      orderEntries(timeline.entries, times.zone).map(({ id: row, when, what, mark, evidence, knewThen, effect }) => [
        { text: times.moment(when), row, field: 'when' },
        {
          text: what,
          row,
          field: 'what',
          details: [
            ['Known or believed then', knewThen, 'knewThen'],
            ['What it did', labelOf(EFFECTS, effect)],
          ],
        },
        { text: mark === null ? '' : MILESTONE_LABELS[kind][mark], row, field: 'mark' },
        { text: evidence, row, field: 'evidence' },
      ]),
    ),

  noticed: ({ sections: { noticed } }, times) =>
    answersOf([
      ['Who or what raised the flag?', labelOf(DETECTORS, noticed.by), 'by'],
      ['How did it reach you?', noticed.channel, 'channel'],
      ['What signal was there before?', labelOf(SIGNALS, noticed.signal), 'signal'],
      ['When could it have been noticed at the earliest?', times.moment(noticed.earliest), 'earliest'],
      ['What would have let you notice in half the time?', noticed.halve, 'halve'],
    ]),

  mitigated: ({ sections: { mitigated } }) => [
    ...withHeading('Steps', listOf(rowTexts(mitigated.steps))),
    ...answersOf([
      ['How could you tell that it worked?', mitigated.knewItWorked, 'knewItWorked'],
      ['Who helped?', mitigated.helpers, 'helpers'],
      [
        'Does it last?',
        mitigated.lasting === null ? '' : mitigated.lasting === 'lasting' ? 'Lasting' : 'For now',
        'lasting',
      ],
      ['What would have let you stop it in half the time?', mitigated.halve, 'halve'],
    ]),
  ],

  cause: ({ sections: { cause } }) => [
    ...withHeading(
      'What set it off',
      answersOf([
        ['Trigger', labelOf(TRIGGERS, cause.trigger), 'trigger'],
        ['In a few words', cause.triggerNote, 'triggerNote'],
        ['What form did it take?', labelOf(ERROR_KINDS, cause.errorKind), 'errorKind'],
      ]),
    ),
    ...withHeading(
      'Contributing conditions',
      tableOf(
        [
          ['Condition', 30],
          ['Note', 36],
          ['In whose hands', 18],
          ['Known before', 16],
        ],
        cause.conditions.map(({ id: row, condition, control, knownBefore, note }) => [
          { text: conditionLabel(condition), row, field: 'condition' },
          { text: note, row, field: 'note' },
          { text: labelOf(CONTROLS, control) },
          { text: yesOrNo(knownBefore) },
        ]),
      ),
    ),
    ...withHeading(
      'Safeguards',
      tableOf(
        [
          ['Safeguard', 56],
          ['Purpose', 20],
          ['On the day', 24],
        ],
        cause.safeguards.map(({ id: row, text, purpose, state }) => [
          { text, row, field: 'text' },
          { text: labelOf(SAFEGUARD_PURPOSES, purpose) },
          { text: labelOf(SAFEGUARD_STATES, state) },
        ]),
      ),
    ),
  ],

  whys: ({ sections: { whys } }) => [
    ...withHeading(WHY_QUESTIONS.happened, whyTree(whys.happened)),
    ...withHeading(WHY_QUESTIONS.unnoticed, whyTree(whys.unnoticed)),
  ],

  learned: ({ sections: { learned } }) => [
    ...withHeading(
      'Lessons',
      listOf(
        learned.lessons.map(({ id: row, rule, elsewhere }) => ({
          text: rule,
          row,
          field: 'rule',
          details: [['Where else it holds', elsewhere, 'elsewhere']],
        })),
      ),
    ),
    ...withHeading(REFLECTION_LABELS['went-well'], listOf(rowTexts(learned.wentWell))),
    ...withHeading(REFLECTION_LABELS['went-badly'], listOf(rowTexts(learned.wentBadly))),
    ...withHeading(REFLECTION_LABELS.lucky, listOf(rowTexts(learned.lucky))),
    ...withHeading(REFLECTION_LABELS.surprised, listOf(rowTexts(learned.surprisedBy))),
    ...answersOf([
      ['Who should hear about this?', learned.shouldHear, 'shouldHear'],
      ['Which of your values did it touch?', VALUES.find(({ id }) => id === learned.value)?.label ?? learned.value],
    ]),
  ],

  actions: ({ sections }, times) => [
    ...tableOf(
      [
        ['Action', 30],
        ['Owner', 15],
        ['Due', 12],
        ['Done when', 19],
        ['Check', 12],
        ['Status', 12],
      ],
      sections.actions.items.map((action) => actionCells(action, sections, times)),
    ),
    ...answersOf([[CLOSING_QUESTION, sections.actions.premortem, 'premortem']]),
  ],
};

/** Rows of one text each. */
const rowTexts = (rows: readonly { readonly id: string; readonly text: string }[]): CellText[] =>
  rows.map(({ id, text }) => ({ text, row: id, field: 'text' }));

const severityName = (level: number | null): string => (level === null ? '' : SEVERITY_NAMES[level as SeverityLevel]);

const yesOrNo = (answer: boolean | null): string => (answer === null ? '' : answer ? 'yes' : 'no');

const outOf = (figure: number | null, most: number): string => (figure === null ? '' : `${figure} of ${most}`);

const outOfFive = (figure: number | null, scale: string): string =>
  figure === null ? '' : `${outOf(figure, 5)} (${scale})`;
