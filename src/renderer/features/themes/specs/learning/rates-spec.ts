import { conditionLabel } from '#domain/guide/conditions.ts';
import { quantity, formatNumber, plural } from '#domain/text/format.ts';
import type { ConditionRate } from '#domain/themes/learning/learning-data.ts';
import type { ThemesData } from '#domain/themes/themes-data.ts';

import type { DateStyle } from '#domain/time/date-style.ts';
import { formatPartialDate } from '../../words/format-partial-date.ts';
import { quoted } from '../../words/count-words.ts';
import { type ChartSpec, type Mark, notesOf } from '../chart-spec.ts';

const MAX_RATES = 6;

const rateOf = ({ count, years }: ConditionRate['before']): number => Math.round((count / years) * 10) / 10;

/** How often a year each condition came up before its first fix, and since. */
export function ratesSpec({ learning: { rates, ratesTooEarly } }: ThemesData, dates: DateStyle): ChartSpec {
  const shown = rates.slice(0, MAX_RATES);
  const less = rates.filter((rate) => rateOf(rate.after) < rateOf(rate.before)).length;
  const first = shown[0];
  const sides = (rate: ConditionRate): Mark[] =>
    (['before', 'after'] as const).map((side) => {
      const { count, coes, years } = rate[side];
      const when = `${side === 'before' ? 'before' : 'since'} ${formatPartialDate(rate.fixedOn, dates)}`;
      return {
        key: `${rate.condition}/${side}`,
        name: `${conditionLabel(rate.condition)}, ${when}`,
        count: rateOf(rate[side]),
        said: `${conditionLabel(rate.condition)}, ${when}: ${formatNumber(rateOf(rate[side]))} a year (${quantity(count, 'COE')} in ${yearsText(years)})`,
        coes,
      };
    });
  return {
    id: 'rates',
    title: 'Before and after the fix',
    sentence:
      first === undefined
        ? 'No condition can be compared yet. That takes five COEs, and three months before and after its first fix.'
        : `${quoted(conditionLabel(first.condition))} came up ${formatNumber(rateOf(first.before))} times a year before its first fix and ${formatNumber(rateOf(first.after))} since. Of ${quantity(rates.length, 'condition')} with a fix, ${less === 0 ? 'none' : formatNumber(less)} came up less often.`,
    notes: notesOf(
      rates.length > 0 &&
        'The fix is the first completed preventive action; other things may have changed too. COEs without an exact date are not counted.',
      ratesTooEarly > 0 &&
        `${quantity(ratesTooEarly, 'condition')} ${plural(ratesTooEarly, 'has', 'have')} a fix, but too few COEs or too little time around it.`,
    ),
    known: shown.reduce((sum, { before, after }) => sum + before.count + after.count, 0),
    marks: shown.flatMap(sides),
    hasTable: rates.length > 0,
    table: () => ({
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
        { date: rate.fixedOn },
        rate.before.count,
        Math.round(rate.before.years * 10) / 10,
        rateOf(rate.before),
        rate.after.count,
        Math.round(rate.after.years * 10) / 10,
        rateOf(rate.after),
      ]),
    }),
  };
}

const yearsText = (years: number): string =>
  years < 2 ? `${Math.round(years * 12)} months` : `${Math.round(years * 10) / 10} years`;
