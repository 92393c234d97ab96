import { CalendarClock } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';

import { formatMoment } from '#domain/time/format-moment.ts';
import type { Moment } from '#domain/time/moment.ts';
import { parseMoment } from '#domain/time/parse-moment.ts';
import { stepMoment } from '#domain/time/step-moment.ts';

import { IconButton } from './icon-button.tsx';
import styles from './moment-field.module.css';
import { MomentParts } from './moment-parts.tsx';
import { Popover } from './popover.tsx';

type MomentFieldProps = {
  label: string;
  labelHidden?: boolean;
  value: Moment;
  onChange: (moment: Moment) => void;
  /** The day that a time typed alone belongs to. */
  referenceDate: string;
  /** The day that "yesterday" counts from. */
  today: string;
  /** The zone times are on the clock of. */
  zone: string;
  /** After Enter has set the time. */
  onEnter?: () => void;
  /** In a row: no label above, and what was understood only while typing. */
  compact?: boolean;
  autoFocus?: boolean;
};

/**
 * When something was, typed as people say it, with what was understood beside it. It is set on Enter, Tab or leaving; text
 * that cannot be read stays where it is and says so. The button opens the same as separate parts.
 */
export function MomentField({
  label,
  labelHidden = false,
  value,
  onChange,
  referenceDate,
  today,
  zone,
  onEnter,
  compact = false,
  autoFocus,
}: MomentFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const echoId = useId();
  const parsed = typed === null ? null : parseMoment(typed, { referenceDate, zone, today });
  const problem = parsed !== null && 'problem' in parsed ? parsed.problem : undefined;
  const understood = parsed !== null && 'moment' in parsed ? parsed.moment : value;

  /** Sets what was typed. False when it could not be read, and then the text stays. */
  const commit = (): boolean => {
    if (typed === null) return true;
    if (parsed === null || 'problem' in parsed) return false;
    setTyped(null);
    if (!isSame(parsed.moment, value)) onChange(parsed.moment);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (commit()) onEnter?.();
    } else if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      setTyped(null);
    } else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && !event.altKey) {
      event.preventDefault();
      setTyped(null);
      onChange(stepMoment(understood, event.key === 'ArrowUp' ? 1 : -1, zone));
    }
  };

  const echo = problem ?? (typed !== null || !compact ? formatMoment(understood, { style: 'full', zone }) : '');
  return (
    <div className={styles.field} data-compact={compact || undefined}>
      {!labelHidden && <label htmlFor={id}>{label}</label>}
      <div className={styles.box}>
        <input
          id={id}
          aria-label={labelHidden ? label : undefined}
          aria-describedby={echoId}
          aria-invalid={problem !== undefined}
          data-row-first={compact ? '' : undefined}
          autoFocus={autoFocus}
          autoComplete="off"
          spellCheck={false}
          value={typed ?? formatMoment(value, { style: 'editable', zone })}
          placeholder={compact ? '10:04, 14 May …' : 'For example 14 May 10:04'}
          title={compact && typed === null ? formatMoment(value, { style: 'full', zone }) : undefined}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
        <Popover
          label={`${label}, in parts`}
          placement="bottom end"
          trigger={
            <IconButton label={`${label}: choose a date or time`} excludeFromTabOrder={compact}>
              <CalendarClock size={15} aria-hidden />
            </IconButton>
          }
        >
          <MomentParts
            value={understood}
            zone={zone}
            referenceDate={referenceDate}
            onChange={(moment) => {
              setTyped(null);
              onChange(moment);
            }}
          />
        </Popover>
      </div>
      <p id={echoId} className={styles.echo} data-problem={problem !== undefined || undefined} aria-live="polite">
        {echo}
      </p>
    </div>
  );
}

const isSame = (first: Moment, second: Moment): boolean =>
  first.precision === second.precision &&
  first.value === second.value &&
  first.approximate === second.approximate &&
  first.zone === second.zone &&
  first.offset === second.offset;
