import { ACTION_DATES, unreadDate } from '../coe/action-dates.ts';
import type { Coe } from '../coe/coe.ts';
import type { Why } from '../coe/sections/whys.ts';
import type { SectionId } from '../coe/vocabulary.ts';
import { type Moment, unreadWords } from '../time/moment.ts';
import { plainText } from '../text/plain-text.ts';

/** Where a text of a COE is: the title, the summary, the tags, the rest of the header, a section, or Unplaced. */
export type SearchFieldName = 'title' | 'summary' | 'tags' | 'details' | 'unplaced' | SectionId;

/** The passages of one field. A phrase matches within one passage, never across two. */
export type SearchableField = { readonly where: SearchFieldName; readonly passages: readonly string[] };

/**
 * All text that people wrote in a COE, as it is shown, field by field in the order of the outline. Empty fields are
 * left out.
 */
export function searchableText(coe: Coe): SearchableField[] {
  const { context, customerImpact, impact, timeline, noticed, mitigated, cause, whys, learned, actions } = coe.sections;
  const fields: [SearchFieldName, string[]][] = [
    ['title', [coe.title]],
    ['summary', [coe.summary]],
    ['tags', coe.tags],
    [
      'details',
      [coe.lifeArea, coe.author, coe.coach, ...coe.links.map((link) => link.note), ...timesOf(coe).map(unread)],
    ],
    ['context', [plainText(context.prose), context.expected, context.different, context.stateWords]],
    [
      'customerImpact',
      [
        plainText(customerImpact.prose),
        ...customerImpact.groups.flatMap((group) => [group.who, group.howMany, group.affected]),
      ],
    ],
    [
      'impact',
      [
        plainText(impact.prose),
        ...impact.costs.flatMap((cost) => [cost.what, [cost.amount, cost.unit].join(' ')]),
        ...impact.feelings.map((feeling) => feeling.word),
      ],
    ],
    [
      'timeline',
      [
        plainText(timeline.prose),
        ...timeline.entries.flatMap((entry) => [unread(entry.when), entry.what, entry.evidence, entry.knewThen]),
      ],
    ],
    ['noticed', [plainText(noticed.prose), noticed.channel, unread(noticed.earliest), noticed.halve]],
    [
      'mitigated',
      [
        plainText(mitigated.prose),
        ...mitigated.steps.map((step) => step.text),
        mitigated.helpers,
        mitigated.knewItWorked,
        mitigated.halve,
      ],
    ],
    [
      'cause',
      [
        plainText(cause.prose),
        cause.triggerNote,
        ...cause.conditions.flatMap((row) => [row.condition, row.note]),
        ...cause.safeguards.map((safeguard) => safeguard.text),
      ],
    ],
    ['whys', [plainText(whys.prose), ...textOfWhys(whys.happened), ...textOfWhys(whys.unnoticed)]],
    [
      'learned',
      [
        plainText(learned.prose),
        ...learned.lessons.flatMap((lesson) => [lesson.rule, lesson.elsewhere]),
        ...[learned.wentWell, learned.wentBadly, learned.lucky, learned.surprisedBy].flat().map((note) => note.text),
        learned.shouldHear,
        learned.value,
      ],
    ],
    [
      'actions',
      [
        plainText(actions.prose),
        ...actions.items.flatMap((item) => [
          item.text,
          item.owner,
          item.doneWhen,
          item.declinedReason,
          item.proposedBy,
          item.checkQuestion,
          ...ACTION_DATES.map((which) => unreadDate(item, which) ?? ''),
        ]),
        actions.premortem,
      ],
    ],
    ['unplaced', [plainText(coe.unplaced)]],
  ];
  return fields
    .map(([where, passages]) => ({ where, passages: passages.filter((text) => text.trim() !== '') }))
    .filter((field) => field.passages.length > 0);
}

const timesOf = ({ happened, times: { began, noticed, told, mitigated, resolved } }: Coe): Moment[] => [
  happened,
  began,
  noticed,
  told,
  mitigated,
  resolved,
];

/** What was typed for a time that could not be read. */
const unread = (moment: Moment): string => unreadWords(moment) ?? '';

const textOfWhys = (whys: readonly Why[]): string[] =>
  whys.flatMap((why) => [why.text, why.evidence, ...textOfWhys(why.whys)]);
