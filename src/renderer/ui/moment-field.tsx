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
  /** The day meant when only a time is typed. */
  referenceDate: string;
  /** The day that "yesterday" counts from. */
  today: string;
  /** The zone that typed times are in. */
  zone: string;
  /** Called after Enter has set the time. */
  onEnter?: () => void;
  /** For rows: no label above, and the parsed value only while typing. */
  compact?: boolean;
  /** Whether the button with the separate fields is there. A row at rest leaves it out. */
  hasParts?: boolean;
  autoFocus?: boolean;
};

/**
 * A time typed in free form, with the parsed value below. It is set on Enter and on blur; text that cannot be parsed
 * stays in the field with an error. The button opens a popover with separate fields.
 */
export function MomentField({
  label,
  labelHidden = false,
  value,
  onChange,
  referenceDate,
  zone,
  onEnter,
  compact = false,
  hasParts = true,
  autoFocus,
}: MomentFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [now, setNow] = useState<number | undefined>(undefined);
  const id = useId();
  const echoId = useId();
  const parsed = typed === null ? null : parseMoment(typed, { referenceDate, zone, now });
  const problem = parsed !== null && 'problem' in parsed ? parsed.problem : undefined;
  const understood = parsed !== null && 'moment' in parsed ? parsed.moment : value;

  /** Sets what was typed. False when it cannot be parsed; the text then stays. */
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
          onChange={(event) => {
            setTyped(event.target.value);
            setNow(Date.now());
          }}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
        {hasParts && (
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
        )}
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
