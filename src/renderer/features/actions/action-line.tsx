import { Link } from 'react-router';

import { ACTION_PURPOSES } from '#domain/guide/action-purposes.ts';
import { ACTION_STRENGTHS } from '#domain/guide/action-strengths.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import type { ActionRow } from '#ipc/action-list.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { useDateStyle } from '../../ui/date-style.ts';

import styles from './action-line.module.css';
import { checkWords, stateWords } from '../../entities/action/state-words.ts';

type ActionLineProps = { row: ActionRow; today: CalendarDate; onToggle: () => void; onAnswer: () => void };

/** One action: checkbox, text, COE, owner and state. */
export function ActionLine({ row, today, onToggle, onAnswer }: ActionLineProps) {
  const dates = useDateStyle();
  const text = row.text.trim() || 'No words yet';
  const purpose = ACTION_PURPOSES.find(({ id }) => id === row.purpose);
  const check = checkWords(row, today, dates);
  return (
    <>
      <div className={styles.tick} role="gridcell">
        {row.status !== 'declined' && (
          <Checkbox
            label={`Done: ${text}`}
            labelHidden
            isSelected={row.status === 'done'}
            onChange={onToggle}
            excludeFromTabOrder
          />
        )}
      </div>
      <div className={styles.words} role="gridcell">
        <p className={`${styles.text} ${row.state === 'declined' ? styles.declined : ''}`}>{text}</p>
        <p className={styles.about}>
          <Link to={`/coes/${row.coeId}`} tabIndex={-1} className={styles.coe}>
            {row.coeTitle.trim() || 'Untitled'}
          </Link>
          {purpose !== undefined && <span>{purpose.label}</span>}
          <StrengthWords row={row} />
        </p>
      </div>
      <div className={styles.when} role="gridcell">
        <p className={row.state === 'overdue' ? styles.late : ''}>{stateWords(row, today, dates)}</p>
        {check !== '' && <p className={styles.soft}>{check}</p>}
        {row.state === 'waiting-for-check' && (
          <Button look="plain" aria-label={`Answer: ${text}`} onPress={onAnswer} excludeFromTabOrder>
            Answer
          </Button>
        )}
        {row.owner.trim() !== '' && <p className={styles.soft}>{row.owner.trim()}</p>}
      </div>
    </>
  );
}

/** The strength; a weak one is explained. */
function StrengthWords({ row }: { row: ActionRow }) {
  const strength = ACTION_STRENGTHS.find(({ id }) => id === row.strength);
  if (strength === undefined) return null;
  if (strength.id !== 'weak') return <span>{strength.label}</span>;
  return (
    <span className={styles.weak}>
      <b>{strength.label}</b>: {strength.meaning.charAt(0).toLowerCase() + strength.meaning.slice(1).replace(/\.$/, '')}
    </span>
  );
}
