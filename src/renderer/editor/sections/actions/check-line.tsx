import { useState } from 'react';

import { awaitsCheck, unreadCheckDay } from '#domain/actions/check-state.ts';
import type { Action } from '#domain/coe/sections/actions.ts';
import { CHECK_RESULTS } from '#domain/guide/action-progress.ts';
import { quantity } from '#domain/text/format.ts';
import { formatMoment } from '#domain/time/format-moment.ts';
import { dayMoment } from '#domain/time/moment.ts';

import { useCoe } from '../../../draft/draft-context.ts';
import { useToday } from '../../../platform/today.ts';
import { Button } from '../../../ui/button.tsx';
import { useDateStyle } from '../../../ui/date-style.ts';
import { CheckAnswerDialog } from '../../../entities/action/check-answer-dialog.tsx';
import { showToast } from '../../../ui/toast.tsx';
import styles from './actions.module.css';
import { useFix } from './use-fix.ts';

/** The checks of a completed action: the answers so far and the next question. */
export function CheckLine({ action, name }: { action: Action; name: string }) {
  const kind = useCoe((coe) => coe.kind);
  const severity = useCoe((coe) => coe.severity);
  const fix = useFix(action.id);
  const today = useToday();
  const dates = useDateStyle();
  const day = (date: string): string => formatMoment(dayMoment(date), { style: 'short', dates });
  const [isAsking, setIsAsking] = useState(false);
  const words = unreadCheckDay(action);
  const isWaiting = awaitsCheck(action) || words !== null;
  const on = action.checkDate === null ? `“${words}”` : `on ${day(action.checkDate)}`;
  if (action.checks.length === 0 && action.status !== 'done') return null;
  return (
    <div className={styles.check}>
      {action.checks.map((check) => (
        <p key={check.id}>
          {day(check.on)}: {CHECK_RESULTS.find(({ id }) => id === check.result)?.label.toLowerCase()}
          {check.chances === null ? '' : `, ${quantity(check.chances, 'chance')}`}
          {check.note.trim() === '' ? '' : `. ${check.note.trim()}`}
        </p>
      ))}
      {action.status === 'done' && (
        <p>
          {isWaiting && `Next check ${on}: ${action.checkQuestion} `}
          <Button
            look="plain"
            aria-label={`${isWaiting ? 'Answer' : 'Answer again'}, ${name}`}
            onPress={() => setIsAsking(true)}
          >
            {isWaiting ? 'Answer' : 'Answer again'}
          </Button>
        </p>
      )}
      {isAsking && (
        <CheckAnswerDialog
          action={action}
          coe={{ kind, severity }}
          today={today}
          onClose={() => setIsAsking(false)}
          onAnswer={(answer) => {
            setIsAsking(false);
            fix.answer(answer);
            if (answer.check.result === 'came-back')
              showToast('It came back. That is news about the fix, not about you.');
          }}
        />
      )}
    </div>
  );
}
