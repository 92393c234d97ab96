import type { CoeSummary } from '../../catalogue/coe-summary.ts';
import type { CalendarDate } from '../../time/calendar-date.ts';
import type { Period } from '../themes-data.ts';
import { measureBacklog } from './backlog.ts';
import type { LearningData } from './learning-data.ts';
import { measureRates } from './rates.ts';
import { recentChange } from './recent-change.ts';
import { countRepeats } from './repeats.ts';
import { countSafeguards } from './safeguards.ts';
import { countStrengths } from './strengths.ts';

/** Computes everything that shows whether a person learns. `today` is the day in the person's time zone. */
export const learningOf = (
  summaries: readonly CoeSummary[],
  periods: readonly Period[],
  today: CalendarDate,
): LearningData => ({
  change: recentChange(summaries, today),
  repeats: countRepeats(summaries),
  ...measureRates(summaries, today),
  ...countStrengths(summaries),
  backlog: measureBacklog(summaries, periods, today),
  ...countSafeguards(summaries),
});
