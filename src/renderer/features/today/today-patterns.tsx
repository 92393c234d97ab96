import { Link } from 'react-router';

import { isAskDue } from '#domain/patterns/ask-before.ts';
import { type PatternHistory, postponedRetireAfter } from '#domain/patterns/pattern-history.ts';
import { quantity } from '#domain/text/format.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';

import { savePattern } from '../../entities/pattern/save-pattern.ts';
import { usePatternsState } from '../../platform/patterns.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { useTimeOfDay } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import screenStyles from '../../ui/screen.module.css';
import { TodaySection } from './today-section.tsx';
import styles from './today.module.css';

/** Months after which the offer to retire a pattern comes again. */
const ASK_AGAIN_MONTHS = 3;

type DuePatterns = {
  /** Those whose moment may come today, from its time of day on. */
  asked: PatternHistory[];
  /** Those that have stayed away for as long as the person chose. */
  quiet: PatternHistory[];
};

/** The patterns to show today; null until they are known, none if they cannot be read. */
export function useDuePatterns(day: CalendarDate): DuePatterns | null {
  const query = useIpcQuery('patterns:histories', {});
  const { readOnly } = usePatternsState();
  const time = useTimeOfDay();
  if (query.data === undefined && query.error === null) return null;
  const histories = query.data ?? [];
  return {
    asked: histories.filter(({ pattern }) => isAskDue(pattern, day, time)),
    quiet: readOnly ? [] : histories.filter(({ isRetirementDue }) => isRetirementDue),
  };
}

/** The patterns of today, in two lists. */
export function TodayPatterns({ due: { asked, quiet }, day }: { due: DuePatterns; day: CalendarDate }) {
  return (
    <>
      <TodaySection title="Before it happens again" of={{ items: asked, total: asked.length }}>
        {asked.map(({ pattern }) => (
          <li key={pattern.id} className={styles.row}>
            <div>
              <p className={screenStyles.soft}>Before: {pattern.askBefore.words}</p>
              <p className={screenStyles.words}>
                <Link to={`/patterns/${pattern.id}`}>{pattern.words}</Link>
              </p>
              {pattern.tryingNow.trim() !== '' && (
                <p className={screenStyles.soft}>You are trying: {pattern.tryingNow}</p>
              )}
            </div>
          </li>
        ))}
      </TodaySection>
      <TodaySection title="Has not come back" of={{ items: quiet, total: quiet.length }}>
        {quiet.map((history) => (
          <QuietRow key={history.pattern.id} history={history} day={day} />
        ))}
      </TodaySection>
    </>
  );
}

function QuietRow({ history, day }: { history: PatternHistory; day: CalendarDate }) {
  const { pattern } = history;
  return (
    <li className={styles.row}>
      <div>
        <p className={screenStyles.words}>
          <Link to={`/patterns/${pattern.id}`}>{pattern.words}</Link>
        </p>
        <p className={screenStyles.soft}>
          Not once in {quantity(pattern.retireAfter ?? 0, 'month')}. Is it time to retire this pattern?
        </p>
      </div>
      <div className={styles.choices}>
        <Button
          aria-label={`Retire: ${pattern.words}`}
          onPress={() => void savePattern(pattern, { ...pattern, retiredOn: day }, 'The pattern is retired.')}
        >
          Retire it
        </Button>
        <Button
          look="plain"
          aria-label={`Not yet: ${pattern.words}`}
          onPress={() =>
            void savePattern(
              pattern,
              { ...pattern, retireAfter: postponedRetireAfter(history, day, ASK_AGAIN_MONTHS) },
              'Today will ask again in about three months.',
            )
          }
        >
          Not yet
        </Button>
      </div>
    </li>
  );
}
