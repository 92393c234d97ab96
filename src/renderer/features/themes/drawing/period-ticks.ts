import type { Period } from '#domain/themes/themes-data.ts';

/** What stands under a column: its own name, and the year where it changes. Either may be left out for want of room. */
export type PeriodTick = { column: number; name: string; year: string };

/** Names of columns of a given width. When they would run into each other only every second, third … is named. */
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
