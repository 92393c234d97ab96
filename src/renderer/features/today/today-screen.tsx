import { Plus } from 'lucide-react';
import { useEffect } from 'react';
import { Link } from 'react-router';

import { countToday } from '#domain/today/today.ts';
import { useWhose, WHOSE_OPTIONS } from '../../list/use-whose.ts';
import { runCommand } from '../../platform/commands.ts';
import { useLibraryState } from '../../platform/library-state.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { reportShown } from '../../platform/report-shown.ts';
import { useTeam } from '../../platform/team.ts';
import { useToday, useUnknownZone, useZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { unknownZoneSentence } from '../../ui/zone-label.ts';
import screenStyles from '../../ui/screen.module.css';

import { ActionRows } from './action-rows.tsx';
import { AnniversaryRows } from './anniversary-rows.tsx';
import { CapturedRows } from './captured-rows.tsx';
import { CheckRows } from './check-rows.tsx';
import { DraftRows } from './draft-rows.tsx';
import { ImportedRows } from './imported-rows.tsx';
import { RecentRows } from './recent-rows.tsx';
import { RelatedRows } from './related-rows.tsx';
import { OpenQuestions } from './open-questions.tsx';
import { OfferReminders } from './offer-reminders.tsx';
import styles from './today.module.css';
import { TodayPatterns, useDuePatterns } from './today-patterns.tsx';
import { TodaySection } from './today-section.tsx';

/** What is due today, what was left unfinished, and what happened on this day in earlier years. */
export function TodayScreen() {
  const { isKnown, isTeam, whose, setWhose } = useWhose();
  const asked = useIpcQuery('today:read', whose === 'mine' ? { whose } : {}, {
    enabled: isKnown,
    keepPrevious: isTeam,
  });
  const day = useToday();
  const zone = useZone();
  const unknownZone = useUnknownZone();
  const library = useLibraryState();
  const patterns = useDuePatterns(day);
  const openQuestions = useTeam()?.questions ?? 0;
  const today = asked.data;
  const isThere = today !== undefined;
  useEffect(() => {
    if (isThere) reportShown();
  }, [isThere]);
  if (asked.error !== null) return <FailedState error={asked.error.appError} onRetry={asked.refetch} />;
  if (today === undefined) return <Skeleton lines={5} />;
  const { recent, captured, checks, overdue, dueSoon, drafts, revisits, imported, related, anniversaries } = today;
  return (
    <div className={screenStyles.screen} data-region tabIndex={-1}>
      <header className={styles.header}>
        <h1>Today</h1>
        <Button look="primary" isDisabled={library?.status === 'missing'} onPress={() => runCommand('coe.new')}>
          <Plus size={16} aria-hidden />
          New COE
        </Button>
      </header>
      {isTeam && (
        <div className={styles.whose}>
          <SegmentedControl label="Whose" options={WHOSE_OPTIONS} value={whose} onChange={setWhose} />
        </div>
      )}
      {unknownZone !== null && (
        <p className={styles.note} role="note">
          {unknownZoneSentence(unknownZone, zone)} <Link to="/settings">Choose another</Link>
        </p>
      )}
      <TodaySection title="Continue where you were" of={recent}>
        <RecentRows items={recent.items} />
      </TodaySection>
      {countToday(today) > 0
        ? library?.isExamples !== true && <OfferReminders />
        : patterns !== null &&
          patterns.asked.length + patterns.quiet.length === 0 && (
            <NothingDue isRestEmpty={recent.total + imported.total + openQuestions === 0} />
          )}
      {patterns !== null && <TodayPatterns due={patterns} day={day} />}
      {isTeam && <OpenQuestions />}
      <TodaySection title="From quick capture" of={captured} more="/coes?status=draft">
        <CapturedRows items={captured.items} day={day} />
      </TodaySection>
      <TodaySection title="Did it hold?" of={checks} more="/actions?state=waiting-for-check">
        <CheckRows items={checks.items} day={day} />
      </TodaySection>
      <TodaySection title="Overdue" of={overdue} more="/actions?state=overdue">
        <ActionRows items={overdue.items} day={day} />
      </TodaySection>
      <TodaySection title="Due in the next seven days" of={dueSoon} more="/actions">
        <ActionRows items={dueSoon.items} day={day} />
      </TodaySection>
      <TodaySection title="Left unfinished" of={drafts} more="/coes?status=draft">
        <DraftRows items={drafts.items} day={day} />
      </TodaySection>
      <TodaySection title="To look at again" of={revisits}>
        <DraftRows items={revisits.items} day={day} canEnd />
      </TodaySection>
      <TodaySection title="Imported, not analysed" of={imported}>
        <ImportedRows items={imported.items} />
      </TodaySection>
      <TodaySection title="Related to your drafts, and still open" of={related}>
        <RelatedRows items={related.items} />
      </TodaySection>
      <TodaySection title="On this day" of={anniversaries}>
        <AnniversaryRows items={anniversaries.items} />
      </TodaySection>
    </div>
  );
}

/** Says that nothing is due, and on an empty screen what it would show. */
const NothingDue = ({ isRestEmpty }: { isRestEmpty: boolean }) =>
  isRestEmpty ? (
    <EmptyState title="Nothing is due today">
      <p>
        This screen shows what you wrote last, checks and actions that are due, patterns to watch for, drafts to
        continue, and COEs from the same day in earlier years.
      </p>
    </EmptyState>
  ) : (
    <p className={styles.note}>Nothing is due today.</p>
  );
