import type { Coe } from '../../coe/coe.ts';
import { MILESTONE_IDS, type MilestoneId } from '../../coe/vocabulary.ts';
import { MILESTONE_LABELS } from '../../guide/vocabulary.ts';
import { describeDuration } from '../../time/describe-duration.ts';
import { elapsed } from '../../time/elapsed.ts';
import { instantRange } from '../../time/instant-range.ts';
import { timelineGaps } from '../../timeline/gaps.ts';
import { milestonesOf } from '../../timeline/milestones.ts';
import { orderEntries } from '../../timeline/order-entries.ts';
import { type Advice, createAdvice } from '../advice.ts';

/** Pairs of milestones with a fixed order. Telling people may come at any time. */
const IN_ORDER: readonly [MilestoneId, MilestoneId][] = [
  ['began', 'noticed'],
  ['began', 'mitigated'],
  ['noticed', 'mitigated'],
  ['mitigated', 'resolved'],
  ['began', 'resolved'],
];

/** Advice on a timeline: no beginning, an impossible order of milestones, and long gaps. */
export function checkTimeline(coe: Coe, zone: string): Advice[] {
  const entries = coe.sections.timeline.entries.filter(({ what }) => what.trim() !== '');
  return [...beginning(coe, zone), ...order(coe, zone), ...silence(coe, entries.length, zone)];
}

function beginning(coe: Coe, zone: string): Advice[] {
  const { entries } = coe.sections.timeline;
  const { began, noticed } = milestonesOf(coe);
  if (noticed.precision === 'unknown' || began.precision !== 'unknown') return [];
  const end = instantRange(noticed, zone);
  const isEarlier = entries.some(({ when, what }) => {
    const range = instantRange(when, zone);
    return what.trim() !== '' && range !== null && end !== null && range.start < end.start;
  });
  if (isEarlier || entries.length === 0) return [];
  return [
    createAdvice('no-beginning', 'timeline', 'The timeline starts when it was noticed, but it began before that.'),
  ];
}

function order(coe: Coe, zone: string): Advice[] {
  const milestones = milestonesOf(coe);
  const labels = MILESTONE_LABELS[coe.kind];
  const wrong = IN_ORDER.filter(([first, second]) => {
    const time = elapsed(milestones[first], milestones[second], zone);
    return time?.minutes !== undefined && time?.minutes !== null && time.minutes < 0;
  });
  // A single wrong time is out of order with several others, so only neighbouring milestones are reported.
  return wrong
    .filter(
      ([first, second]) => MILESTONE_IDS.indexOf(second) - MILESTONE_IDS.indexOf(first) <= 2 || wrong.length === 1,
    )
    .map(([first, second]) =>
      createAdvice('impossible-order', 'timeline', `“${labels[second]}” comes before “${labels[first]}”.`, {
        words: `${first}-${second}`,
      }),
    );
}

function silence(coe: Coe, written: number, zone: string): Advice[] {
  if (written < 2) return [];
  const gaps = timelineGaps(orderEntries(coe.sections.timeline.entries, zone), coe.kind, zone);
  const longest = gaps.toSorted((one, other) => other.minutes - one.minutes)[0];
  if (longest === undefined) return [];
  const time = describeDuration(longest.minutes);
  const others = gaps.length - 1;
  return [
    createAdvice(
      'silent-stretch',
      'timeline',
      others === 0
        ? `There is no entry for ${time}.`
        : `${time} and ${others === 1 ? 'one other gap' : `${others} other gaps`} have no entry.`,
      {
        rowId: longest.afterId,
      },
    ),
  ];
}
