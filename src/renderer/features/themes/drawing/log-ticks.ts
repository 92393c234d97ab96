const HOUR = 60;
const DAY = 1440;
const YEAR = 365.25 * DAY;

/** Familiar durations, far enough apart to be legible on a log scale. */
const ROUND = [
  { minutes: 1, name: '1 min' },
  { minutes: 5, name: '5 min' },
  { minutes: 15, name: '15 min' },
  { minutes: HOUR, name: '1 h' },
  { minutes: 6 * HOUR, name: '6 h' },
  { minutes: DAY, name: '1 d' },
  { minutes: 7 * DAY, name: '1 wk' },
  { minutes: YEAR / 12, name: '1 mo' },
  { minutes: YEAR / 2, name: '6 mo' },
  { minutes: 2 * YEAR, name: '2 y' },
  { minutes: 10 * YEAR, name: '10 y' },
  { minutes: 50 * YEAR, name: '50 y' },
];
const BREATH = 1.15;
const TICK_WIDTH = 48;
const FEWEST_STEPS = 3;

/** The ends of the scale: the familiar durations around the data, at least three steps apart. */
export function logDomain(minutes: readonly number[]): [number, number] {
  const shortest = minutes.reduce((low, each) => Math.min(low, Math.max(each, 1)), Number.POSITIVE_INFINITY) / BREATH;
  const longest = minutes.reduce((high, each) => Math.max(high, each), 1) * BREATH;
  const below = ROUND.findLastIndex((round) => round.minutes <= shortest);
  const from = Math.max(0, Math.min(below, ROUND.length - 1 - FEWEST_STEPS));
  const above = ROUND.findIndex((round) => round.minutes >= longest);
  const to = Math.min(Math.max(from + FEWEST_STEPS, above < 0 ? ROUND.length : above), ROUND.length - 1);
  return [Math.min(ROUND[from]?.minutes ?? 1, shortest), Math.max(ROUND[to]?.minutes ?? 1, longest)];
}

/** The ticks between two ends that do not overlap on a width in pixels. */
export function logTicks([from, to]: readonly [number, number], width: number): typeof ROUND {
  const xOf = (minutes: number): number => (Math.log(minutes / from) / Math.log(to / from)) * width;
  let last = Number.NEGATIVE_INFINITY;
  return ROUND.filter(({ minutes }) => {
    if (minutes < from || minutes > to || xOf(minutes) - last < TICK_WIDTH) return false;
    last = xOf(minutes);
    return true;
  });
}
