import { upperFirst } from '#domain/text/format.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import { formatDay } from '#domain/time/format-day.ts';
import { addDays, REVISIT_CHOICES } from '#domain/time/revisit-choices.ts';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { Button } from '../../ui/button.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { Menu } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast.tsx';

type LaterMenuProps = { id: string; title: string; revisitOn: CalendarDate | null; day: CalendarDate };

/** A menu that postpones a draft: Today shows it again on the chosen day. */
export function LaterMenu({ id, title, revisitOn, day }: LaterMenuProps) {
  const postpone = async (days: number): Promise<void> => {
    const on = addDays(day, days);
    const library = currentLibrary();
    const set = (to: CalendarDate | null) => invokeIn(library, 'coe:set-revisit-date', { coeId: id, on: to });
    const result = await set(on);
    if (result.ok) showToast(`Today will show it again on ${formatDay(on, day)}.`, () => void set(revisitOn));
    else showToast(`${upperFirst(explainError(result.error).title)}. ${explainError(result.error).safe}`);
  };
  return (
    <Menu
      label={`Later: ${title}`}
      trigger={<Button aria-label={`Later: ${title}`}>Later</Button>}
      entries={REVISIT_CHOICES.map((choice) => ({ id: choice.id, label: choice.label }))}
      onAction={(chosen) => void postpone(REVISIT_CHOICES.find((choice) => choice.id === chosen)?.days ?? 1)}
    />
  );
}
