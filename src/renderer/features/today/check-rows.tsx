import { useState } from 'react';
import { Link } from 'react-router';

import type { ActionItem } from '#domain/actions/action-item.ts';
import { defaultCheckQuestion } from '#domain/actions/check-defaults.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import { formatRelativeDay } from '#domain/time/format-day.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import screenStyles from '../../ui/screen.module.css';
import { saveCheckAnswer } from '../../entities/action/save-check-answer.ts';
import { CheckAnswerDialog } from '../../entities/action/check-answer-dialog.tsx';

import styles from './today.module.css';

type RowsProps = { items: readonly ActionItem[]; day: CalendarDate };

/** Fixes whose check is due. */
export function CheckRows({ items, day }: RowsProps) {
  const dates = useDateStyle();
  const [asked, setAsked] = useState<ActionItem | null>(null);
  return (
    <>
      {items.map((item) => {
        const text = item.text.trim() || 'No words yet';
        return (
          <li key={`${item.coeId} ${item.id}`} className={styles.row}>
            <div>
              <p className={screenStyles.words}>{text}</p>
              <p className={screenStyles.soft}>
                {item.checkQuestion.trim() || defaultCheckQuestion(item.coeKind, item.purpose)}
              </p>
              <p className={screenStyles.soft}>
                <Link to={`/coes/${item.coeId}?section=actions`}>{item.coeTitle.trim() || 'Untitled'}</Link>
                {item.checkDate !== null && item.checkDate < day && `, due ${formatRelativeDay(item.checkDate, day)}`}
              </p>
            </div>
            <Button aria-label={`Answer: ${text}`} onPress={() => setAsked(item)}>
              Answer
            </Button>
          </li>
        );
      })}
      {asked !== null && (
        <CheckAnswerDialog
          action={asked}
          coe={{ kind: asked.coeKind, severity: asked.coeSeverity }}
          today={day}
          onClose={() => setAsked(null)}
          onAnswer={(answer) => {
            setAsked(null);
            void saveCheckAnswer(asked.coeId, asked.id, answer, dates);
          }}
        />
      )}
    </>
  );
}
