const UNITS = [
  { minutes: 1, one: 'minute', short: 'min', below: 90 },
  { minutes: 60, one: 'hour', short: 'h', below: 36 * 60 },
  { minutes: 1440, one: 'day', short: 'd', below: 21 * 1440 },
  { minutes: 7 * 1440, one: 'week', short: 'wk', below: 70 * 1440 },
  { minutes: 30.44 * 1440, one: 'month', short: 'mo', below: 730 * 1440 },
  { minutes: 365.25 * 1440, one: 'year', short: 'y', below: Number.POSITIVE_INFINITY },
];

function inUnit(minutes: number): { figure: number; unit: (typeof UNITS)[number] } | null {
  const unit = UNITS.find(({ below }) => minutes < below);
  if (unit === undefined) return null;
  const figure = minutes / unit.minutes;
  return { figure: figure < 10 ? Math.round(figure * 10) / 10 : Math.round(figure), unit };
}

/** A length of time in the unit that people would use: "45 minutes", "2.5 hours", "7 months". Nothing at all is "at once". */
export function durationWords(minutes: number): string {
  const found = inUnit(minutes);
  if (found === null || minutes === 0) return 'at once';
  return `${found.figure} ${found.unit.one}${found.figure === 1 ? '' : 's'}`;
}

/** The same beside a mark: "2.5 h". */
export function shortDuration(minutes: number): string {
  const found = inUnit(minutes);
  return found === null || minutes === 0 ? '0 min' : `${found.figure} ${found.unit.short}`;
}
