import { conditionLabel } from '#domain/guide/conditions.ts';
import type { ConditionRate } from '#domain/themes/learning/learning-data.ts';
import type { ThemesData } from '#domain/themes/themes-data.ts';

import { dateWords } from '../../words/calendar-words.ts';
import { coesText, countText, quoted } from '../../words/count-words.ts';
import { type ChartSpec, type Mark, notesOf } from '../chart-spec.ts';

const MOST = 6;

const rateOf = ({ count, years }: ConditionRate['before']): number => Math.round((count / years) * 10) / 10;

/** How often each condition came up in a year before its fix, and since. */
export function ratesSpec({ learning: { rates, ratesTooEarly } }: ThemesData): ChartSpec {
  const shown = rates.slice(0, MOST);
  const less = rates.filter((rate) => rateOf(rate.after) < rateOf(rate.before)).length;
  const first = shown[0];
  const sides = (rate: ConditionRate): Mark[] =>
    (['before', 'after'] as const).map((side) => {
      const { count, coes, years } = rate[side];
      const when = `${side === 'before' ? 'before' : 'since'} ${dateWords(rate.fixedOn)}`;
      return {
        key: `${rate.condition}/${side}`,
        name: `${conditionLabel(rate.condition)}, ${when}`,
        count: rateOf(rate[side]),
        said: `${conditionLabel(rate.condition)}, ${when}: ${countText(rateOf(rate[side]))} a year (${coesText(count)} in ${yearsText(years)})`,
        coes,
      };
    });
  return {
    id: 'rates',
    title: 'Before and after the fix',
    sentence:
      first === undefined
        ? 'For no condition is there enough on both sides of a fix to compare yet: five COEs, and a quarter of a year before and after.'
        : `${quoted(conditionLabel(first.condition))} came up ${countText(rateOf(first.before))} times a year before its first fix and ${countText(rateOf(first.after))} since. Of ${rates.length === 1 ? 'one condition' : `${countText(rates.length)} conditions`} with a fix, ${less === 0 ? 'none' : countText(less)} came up less often.`,
    notes: notesOf(
      rates.length > 0 &&
        'The fix is the first action that prevents and was done; other things changed as well. COEs without a day are left out.',
      ratesTooEarly > 0 &&
        `${ratesTooEarly === 1 ? 'One condition has' : `${countText(ratesTooEarly)} conditions have`} a fix and too few COEs or too little time around it.`,
    ),
    known: shown.reduce((sum, { before, after }) => sum + before.count + after.count, 0),
    marks: shown.flatMap(sides),
    table: {
      columns: [
        'Condition',
        'First fix',
        'COEs before',
        'Years before',
        'A year before',
        'COEs since',
        'Years since',
        'A year since',
      ],
      rows: rates.map((rate) => [
        conditionLabel(rate.condition),
        rate.fixedOn,
        rate.before.count,
        Math.round(rate.before.years * 10) / 10,
        rateOf(rate.before),
        rate.after.count,
        Math.round(rate.after.years * 10) / 10,
        rateOf(rate.after),
      ]),
    },
  };
}

const yearsText = (years: number): string =>
  years < 2 ? `${Math.round(years * 12)} months` : `${Math.round(years * 10) / 10} years`;
