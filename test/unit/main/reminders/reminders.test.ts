import { describe, expect, it } from 'vitest';

import { summarise } from '#domain/catalogue/coe-summary.ts';
import { actionSchema } from '#domain/coe/sections/actions.ts';
import { todayOf } from '#domain/today/today-of.ts';
import type { Today } from '#domain/today/today.ts';
import { createReminders } from '#main/reminders/reminders.ts';
import { someCoe } from '#test/support/some-coe.ts';

function due(day: string, ...actions: object[]): Today {
  const coe = someCoe({ title: 'The graduation' });
  coe.sections.actions.items = actions.map((action, place) => actionSchema.parse({ id: `a${place}`, ...action }));
  return todayOf([summarise(coe)], day, 'UTC');
}
const CHECK = { text: 'Both calendars', status: 'done', doneOn: '2026-01-01', checkDate: '2026-03-01' };

function started(known: { isOn?: boolean; titles?: boolean; today?: (day: string) => Today | null } = {}) {
  const now = { day: '2026-03-10', time: '08:00' };
  let last: string | null = null;
  const shown: { title: string; body: string }[] = [];
  const { check } = createReminders({
    settings: () => ({
      reminders: known.isOn ?? true,
      reminderTime: '09:00',
      titlesInReminders: known.titles ?? false,
    }),
    now: () => now,
    today: () => (known.today ?? ((day) => due(day, CHECK, { text: 'Pay', due: '2026-03-01' })))(now.day),
    lastShown: () => last,
    recordShown: (day) => (last = day),
    show: (words) => shown.push(words),
  });
  const at = (day: string, time: string): void => {
    Object.assign(now, { day, time });
    check();
  };
  return { at, shown };
}

describe('the daily reminder', () => {
  it('is shown once a day, from the set time on', () => {
    const { at, shown } = started();
    at('2026-03-10', '08:59');
    expect(shown).toEqual([]);
    at('2026-03-10', '09:00');
    at('2026-03-10', '09:01');
    at('2026-03-10', '23:59');
    expect(shown).toEqual([{ title: '1 check and 1 action are due', body: 'Open Once to see what.' }]);
    at('2026-03-11', '10:00');
    expect(shown).toHaveLength(2);
  });

  it('is shown on wake for what became due during sleep', () => {
    const { at, shown } = started();
    at('2026-03-10', '09:00');
    at('2026-03-14', '22:10');
    expect(shown).toHaveLength(2);
  });

  it('is shown when something becomes due later, and not while nothing is due', () => {
    let today: Today | null = null;
    const { at, shown } = started({ today: () => today });
    at('2026-03-10', '09:00');
    today = due('2026-03-10');
    at('2026-03-10', '10:00');
    expect(shown).toEqual([]);
    today = due('2026-03-10', CHECK);
    at('2026-03-10', '11:00');
    expect(shown).toEqual([{ title: '1 check is due', body: 'Open Once to see what.' }]);
  });

  it('contains no title unless allowed', () => {
    const quiet = started();
    quiet.at('2026-03-10', '09:00');
    expect(JSON.stringify(quiet.shown)).not.toMatch(/graduation|calendars/);
    const open = started({ titles: true });
    open.at('2026-03-10', '09:00');
    expect(open.shown[0]?.body).toBe('Both calendars – The graduation');
  });

  it('is off by default, and never shown while off', async () => {
    const { at, shown } = started({ isOn: false });
    at('2026-03-10', '12:00');
    expect(shown).toEqual([]);
    const { DEFAULT_SETTINGS } = await import('#ipc/settings.ts');
    expect(DEFAULT_SETTINGS).toMatchObject({ reminders: false, titlesInReminders: false, remindersOffered: false });
  });
});
