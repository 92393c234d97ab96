import { upperFirst } from '#domain/text/format.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import { formatDay } from '#domain/time/format-day.ts';
import { addDays, REVISIT_CHOICES } from '#domain/time/revisit-choices.ts';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { explainError } from '../../ui/explain-error.ts';
import { Menu } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast.tsx';

type LaterMenuProps = {
  id: string;
  title: string;
  revisitOn: CalendarDate | null;
  day: CalendarDate;
  /** Whether it can be left without a day. A draft without one is shown again after some days. */
  canEnd?: boolean;
};

/** A menu that postpones a COE: Today shows it again on the chosen day. */
export function LaterMenu({ id, title, revisitOn, day, canEnd = false }: LaterMenuProps) {
  const dates = useDateStyle();
  const postpone = async (on: CalendarDate | null): Promise<void> => {
    const library = currentLibrary();
    const set = (to: CalendarDate | null) => invokeIn(library, 'coe:set-revisit-date', { coeId: id, on: to });
    const result = await set(on);
    const done =
      on === null ? 'Today will not show it again.' : `Today will show it again on ${formatDay(on, day, dates)}.`;
    if (result.ok) showToast(done, () => void set(revisitOn));
    else showToast(`${upperFirst(explainError(result.error).title)}. ${explainError(result.error).safe}`);
  };
  return (
    <Menu
      label={`Later: ${title}`}
      trigger={<Button aria-label={`Later: ${title}`}>Later</Button>}
      entries={[
        ...REVISIT_CHOICES.map((choice) => ({ id: choice.id, label: choice.label })),
        ...(canEnd ? [{ id: 'no-day', label: 'Not again' }] : []),
      ]}
      onAction={(chosen) => {
        const days = REVISIT_CHOICES.find((choice) => choice.id === chosen)?.days;
        void postpone(days === undefined ? null : addDays(day, days));
      }}
    />
  );
}
