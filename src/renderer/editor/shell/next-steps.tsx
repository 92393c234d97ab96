import { Fragment, useId } from 'react';
import { Button as PlainButton } from 'react-aria-components';

import { missingInActions } from '#domain/advice/readiness.ts';
import type { Coe } from '#domain/coe/coe.ts';
import type { SectionId, StatusId } from '#domain/coe/vocabulary.ts';
import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';
import { STATUSES } from '#domain/guide/statuses.ts';
import { describeObstacle } from '#domain/lifecycle/describe-obstacle.ts';
import { obstaclesTo } from '#domain/lifecycle/obstacles.ts';
import { ANSWERED_WITH, type SectionState, sectionState } from '#domain/lifecycle/section-state.ts';
import { joinList } from '#domain/text/format.ts';
import { formatDay } from '#domain/time/format-day.ts';

import { useCoe, useDraft, useDraftState } from '../../draft/draft-context.ts';
import { runCommand } from '../../platform/commands.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import cardStyles from '../../ui/card.module.css';
import { useDateStyle } from '../../ui/date-style.ts';
import { Hint } from '../../ui/hint.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useIsDoubleClick } from '../../ui/use-is-double-click.ts';
import { TrapQuestion } from '../related/patterns/trap-question.tsx';
import { useChangeStatus } from '../header/use-header.ts';
import styles from './next-steps.module.css';

type NextStepsProps = {
  sections: readonly SectionId[];
  onGo: (id: SectionId) => void;
  /** Whether to ask, once the COE is ready, if the person has met this trap before. */
  asksForPattern: boolean;
};

/** The end of a COE, below its last section: what is left, the summary, the next status, and a day to come back. */
export function NextSteps({ sections, onGo, asksForPattern }: NextStepsProps) {
  const headingId = useId();
  // Strings, so that typing re-renders nothing here.
  const inState = (state: SectionState) => (coe: Coe) =>
    sections.filter((id) => sectionState(coe, id) === state).join(' ');
  const emptyIds = useCoe(inState('empty')).split(' ');
  const startedIds = useCoe(inState('started')).split(' ');
  const empty = sections.filter((id) => emptyIds.includes(id));
  const started = sections.filter((id) => startedIds.includes(id));
  const readOnly = useDraftState((state) => state.readOnly);
  return (
    <section className={`${cardStyles.card} ${styles.steps}`} aria-labelledby={headingId}>
      <h2 id={headingId} tabIndex={-1}>
        What comes next
      </h2>
      {asksForPattern && <TrapQuestion place="ready" />}
      <OpenSections empty={empty} started={started} onGo={onGo} />
      {!readOnly && (
        <ul>
          <SummaryStep />
          <StatusStep isMain={empty.length + started.length === 0} />
          <RevisitStep />
        </ul>
      )}
    </section>
  );
}

type OpenSectionsProps = {
  empty: readonly SectionId[];
  started: readonly SectionId[];
  onGo: (id: SectionId) => void;
};

/** The sections that are not answered yet; once all are, what actions do not say yet. */
function OpenSections({ empty, started, onGo }: OpenSectionsProps) {
  const missing = useCoe((coe) => joinList(missingInActions(coe)));
  if (empty.length + started.length === 0) {
    return (
      <p>
        Every section is answered or skipped. {missing !== '' && `Some actions still need ${missing}, which can wait. `}
        Everything is saved as you write.
      </p>
    );
  }
  return (
    <p>
      <SectionLinks label="Not answered yet:" ids={empty} onGo={onGo} />
      <SectionLinks label="Started:" ids={started} onGo={onGo} />
      What is left can wait. Everything is saved as you write.
    </p>
  );
}

type SectionLinksProps = { label: string; ids: readonly SectionId[]; onGo: (id: SectionId) => void };

/** Names sections in a sentence, each a button that leads to it and says what answers it. */
function SectionLinks({ label, ids, onGo }: SectionLinksProps) {
  if (ids.length === 0) return null;
  return (
    <>
      {label}{' '}
      {ids.map((id, index) => (
        <Fragment key={id}>
          {index > 0 && (index === ids.length - 1 ? ' and ' : ' ')}
          <span className={styles.section}>
            <Hint text={ANSWERED_WITH[id]}>
              <PlainButton onPress={() => onGo(id)}>{SECTION_SHORT_NAMES[id]}</PlainButton>
            </Hint>
            {index === ids.length - 1 ? '.' : index < ids.length - 2 && ','}
          </span>
        </Fragment>
      ))}{' '}
    </>
  );
}

function SummaryStep() {
  const isWritten = useCoe(({ summary }) => summary.trim() !== '');
  return (
    <li>
      <p>{isWritten ? 'There is a summary. Does it still say what you found?' : 'A summary is best written last.'}</p>
      <Button onPress={() => runCommand('coe.summary')}>{isWritten ? 'Read the summary' : 'Write the summary'}</Button>
    </li>
  );
}

/** The status that usually follows; null when nothing follows that a person chooses. */
const NEXT_STATUS: Readonly<Record<StatusId, StatusId | null>> = {
  draft: 'ready',
  ready: 'reviewed',
  reviewed: 'closed',
  reopened: 'ready',
  closed: null,
  held: null,
};

const STATUS_BUTTONS: Partial<Record<StatusId, string>> = {
  ready: 'Mark as ready for review',
  reviewed: 'Mark as reviewed',
  closed: 'Close it',
};

/** `isMain`: whether the next status is what a person most likely wants now. */
function StatusStep({ isMain }: { isMain: boolean }) {
  const draft = useDraft();
  const status = useCoe((coe) => coe.status);
  const obstacles = useCoe((coe) => {
    const to = NEXT_STATUS[coe.status];
    return to === null ? '' : joinList(obstaclesTo(to, coe).map(describeObstacle));
  });
  const change = useChangeStatus();
  const { label = '', meaning = '' } = STATUSES.find(({ id }) => id === status) ?? {};
  const next = NEXT_STATUS[status];
  const nextLabel = STATUSES.find(({ id }) => id === next)?.label ?? '';
  const isDoubleClick = useIsDoubleClick();
  const go = (to: StatusId): void => {
    // The button is for the next status by now.
    if (isDoubleClick()) return;
    change(to);
    const reached = draft.store.getState().coe.status;
    const name = STATUSES.find(({ id }) => id === reached)?.label ?? nextLabel;
    showToast(`The status is now: ${name}.`, draft.createRevert());
  };
  return (
    <li>
      <p>
        <b>{label}.</b> {meaning}
        {obstacles !== '' && ` Before it can be closed: ${obstacles}.`}
      </p>
      {next !== null && obstacles === '' && (
        <Button look={isMain ? 'primary' : 'quiet'} onPress={() => go(next)}>
          {STATUS_BUTTONS[next]}
        </Button>
      )}
    </li>
  );
}

function RevisitStep() {
  const dates = useDateStyle();
  const lookAgain = useCoe((coe) => coe.lookAgain);
  const today = useToday();
  return (
    <li>
      <p>
        {lookAgain === null
          ? 'If you want to look at it again, Today can bring it back.'
          : `Today brings it back on ${formatDay(lookAgain, today, dates)}.`}
      </p>
      <Button onPress={() => runCommand('coe.look-again')}>
        {lookAgain === null ? 'Set a day…' : 'Change the day…'}
      </Button>
    </li>
  );
}
