import { useEffect, useEffectEvent, useState } from 'react';

import { formatTimeOfDay, readTimeOfDay } from '#domain/time/time-of-day.ts';

import { useDateStyle } from '../../ui/date-style.ts';
import { TextField } from '../../ui/text-field.tsx';

type TimeSettingProps = { label: string; value: string; onChange: (value: string) => void };

/**
 * A time of day, typed in any form and shown by the clock of the person. It is set on Enter and when the field is left.
 * Text that cannot be read stays in the field with a hint, and changes nothing.
 */
export function TimeSetting({ label, value, onChange }: TimeSettingProps) {
  const { clock } = useDateStyle();
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? value : readTimeOfDay(typed);
  const shown = formatTimeOfDay(value, clock);
  const commit = (): void => {
    if (read === null) return;
    setTyped(null);
    if (read !== value) onChange(read);
  };
  const commitOnLeave = useEffectEvent(commit);
  useEffect(() => () => commitOnLeave(), []);
  return (
    <TextField
      label={label}
      labelHidden
      maxLength={40}
      autoComplete="off"
      spellCheck="false"
      isInvalid={read === null}
      value={typed ?? shown}
      note={read === null ? `Not a time of day I can read. It stays ${shown}.` : undefined}
      noteIsProblem={read === null}
      onChange={setTyped}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
      onBlur={commit}
    />
  );
}
