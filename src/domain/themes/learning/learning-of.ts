import type { CoeSummary } from '../../catalogue/coe-summary.ts';
import type { CalendarDate } from '../../time/calendar-date.ts';
import type { Steps } from '../../steps.ts';
import type { Period } from '../themes-data.ts';
import { measureBacklog } from './backlog.ts';
import type { LearningData } from './learning-data.ts';
import { measureRates } from './rates.ts';
import { recentChange } from './recent-change.ts';
import { countRepeats } from './repeats.ts';
import { countSafeguards } from './safeguards.ts';
import { countStrengths } from './strengths.ts';

/** Computes everything that shows whether a person learns. `today` is the day in the person's time zone. */
export function* learningOf(
  summaries: readonly CoeSummary[],
  periods: readonly Period[],
  today: CalendarDate,
): Steps<LearningData> {
  return {
    change: yield* recentChange(summaries, today),
    repeats: yield* countRepeats(summaries),
    ...(yield* measureRates(summaries, today)),
    ...(yield* countStrengths(summaries)),
    backlog: yield* measureBacklog(summaries, periods, today),
    ...(yield* countSafeguards(summaries)),
  };
}
