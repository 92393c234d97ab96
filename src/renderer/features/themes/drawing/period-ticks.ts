import type { Period } from '#domain/themes/themes-data.ts';

/** The label below a column: its name, and the year where it changes. Either is empty when space is short. */
export type PeriodTick = { column: number; name: string; year: string };

/** Labels for columns of a given width. When they would overlap, only every second, third, … has one. */
export function periodTicks(periods: readonly Period[], columnWidth: number): PeriodTick[] {
  const parts = periods.map(({ label }) => splitLabel(label));
  const longest = Math.max(...parts.map(({ name }) => name.length), 1);
  const step = Math.max(1, Math.ceil((longest * 7 + 6) / columnWidth));
  let yearSaid = '';
  return parts.map(({ name, year }, column) => {
    if (column % step !== 0) return { column, name: '', year: '' };
    const isNew = year !== yearSaid;
    yearSaid = year;
    return { column, name, year: isNew ? year : '' };
  });
}

function splitLabel(label: string): { name: string; year: string } {
  const space = label.lastIndexOf(' ');
  return space < 0 ? { name: label, year: '' } : { name: label.slice(0, space), year: label.slice(space + 1) };
}
