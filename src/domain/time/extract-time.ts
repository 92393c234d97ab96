/**
 * A time of day, `HH:MM`, extracted from typed text; null when there is none. Midnight at the end of a day is `24:00`.
 * `rest` is the text without it.
 */
export type ExtractedTime = { readonly rest: string; readonly time: string | null };

type ClockParts = { hour: string | undefined; minute?: string | undefined; half?: string | undefined };

const HALF = String.raw`(?:\s*([ap])\.?\s?m\b\.?)`;
const SUFFIX = String.raw`(?:\s*(?:hrs?|hours|h|uhr|o[’']?clock)\b)?`;
const START = String.raw`(?:^|[\sT,(@])`;

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const NUMBER = String.raw`(\d{1,2}|${WORDS.join('|')})`;
const PAST: Readonly<Record<string, number>> = {
  half: 30,
  quarter: 15,
  'a quarter': 15,
  twenty: 20,
  'twenty-five': 25,
};

/** Times anywhere in the text. */
const ANYWHERE: readonly [RegExp, (match: RegExpExecArray) => ClockParts][] = [
  [
    new RegExp(
      String.raw`(?:^|\s)(half|a quarter|quarter|${NUMBER}|twenty|twenty-five)(?: minutes)? (past|to|before|after) ${NUMBER}(?: o[’']?clock)?${HALF}?\b`,
      'i',
    ),
    ([, part = '', figure, side = '', hour = '', half]) => aroundHour(part, figure, side, hour, half),
  ],
  [
    new RegExp(`${START}(\\d{1,2}):(\\d{2})(?::\\d{2}(?:[.,]\\d+)?)?${HALF}?(?![\\d:])${SUFFIX}`, 'i'),
    ([, hour, minute, half]) => ({ hour, minute, half }),
  ],
  [
    new RegExp(`${START}(\\d{1,2})\\s?h\\s?(\\d{2})(?:\\s?m(?:in)?)?\\b`, 'i'),
    ([, hour, minute]) => ({ hour, minute }),
  ],
  [new RegExp(`${START}(\\d{1,2})[.]?([0-5]\\d)${HALF}`, 'i'), ([, hour, minute, half]) => ({ hour, minute, half })],
  [new RegExp(`${START}${NUMBER}${HALF}`, 'i'), ([, hour = '', half]) => ({ hour: String(numberOf(hour)), half })],
  [
    new RegExp(`${START}([01]\\d|2[0-3])([0-5]\\d)\\s?(?:hrs?|hours|h|uhr)\\b`, 'i'),
    ([, hour, minute]) => ({ hour, minute }),
  ],
  [new RegExp(`${START}(\\d{1,2})[.]([0-5]\\d)\\s?(?:hrs?|h|uhr)\\b`, 'i'), ([, hour, minute]) => ({ hour, minute })],
  [
    new RegExp(String.raw`(?:^|\s)${NUMBER}(?:\s?o[’']?clock|\s?uhr|\s?h\b|\s?hrs\b)${HALF}?`, 'i'),
    ([, hour = '', half]) => ({ hour: String(numberOf(hour)), half }),
  ],
  [/(?:^|\s|,)(?:12 )?(?:noon|midday)\b/i, () => ({ hour: '12' })],
  [/(?:^|\s|,)(?:12 )?midnight\b/i, () => ({ hour: '0' })],
];

const AT_HOUR = new RegExp(String.raw`(?:^|\s)(?:at|@)\s?${NUMBER}(?=$|\s(?!${NUMBER}|of\b))`, 'i');
/** A number alone, or after a relative day; after a month it is a day. */
const HOUR_ALONE = new RegExp(String.raw`(?:^|(?<=day|tomorrow)\s)${NUMBER}$`, 'i');
const ALONE_DOTTED = /^(?:at )?(\d{1,2})\.(\d{2})$/;
const DOTTED_AFTER_DATE = /(?<=\b[a-z]{3,}\b.*|\d[-./]\d{4}|\d{4}-\d{2}-\d{2})(?:\s|^)(?:at )?(\d{1,2})\.([0-5]\d)$/i;
const PACKED = /^([01]\d|2[0-3])([0-5]\d)$/;
const PACKED_AFTER_DATE = /(?<=\d{4}[-/.]?\d{0,2}[-/.]?\d{0,2})[\sT,]+([01]\d|2[0-3])([0-5]\d)(?:\d{2})?$/;
const LIKELY_YEAR = /^(19|20)\d{2}$/;
const DAY_PART =
  /(?:^|\s)(?:in the (morning|afternoon|evening)|at (night)|this (morning|afternoon|evening)|(tonight)|last (night)|(morning|afternoon|evening|night))\b/i;

/**
 * Finds `10:04`, `9am`, `9:30 pm`, `9h30`, `10 o'clock`, `half past nine`, `noon` or `at 9` anywhere, and `10.04` or
 * `1004` on their own. Four digits like 2026 are a year. `isHour` accepts a number alone, as in "around 10".
 */
export function extractTime(text: string, { isHour = false } = {}): ExtractedTime {
  const part = DAY_PART.exec(text);
  if (part === null) {
    const found = findClock(text, isHour);
    return found === null ? { rest: text, time: null } : { rest: found.rest, time: clockTime(found.parts) };
  }
  const dayPart = part
    .slice(1)
    .find((word) => word !== undefined)
    ?.toLowerCase();
  const found = findClock(cut(text, part), isHour || /in the|at night/i.test(part[0]));
  // "Tuesday morning" has no time of day, and dropping a word would lose it.
  if (found === null) return { rest: text, time: null };
  const hour = Number(found.parts.hour);
  const day = dayNamed(part[0].trim().toLowerCase(), hour);
  return {
    rest: `${found.rest} ${day}`,
    time: clockTime({ ...found.parts, half: found.parts.half ?? halfOf(dayPart, hour) }),
  };
}

/** The day that a part of the day names: "last night at 11" is yesterday, "last night at 2" is today. */
function dayNamed(dayPart: string, hour: number): string {
  if (dayPart === 'last night') return hour >= 6 && hour !== 12 ? 'yesterday' : 'today';
  return /^this|^tonight/.test(dayPart) ? 'today' : '';
}

function findClock(text: string, isHour: boolean): { rest: string; parts: ClockParts } | null {
  for (const [pattern, parts] of ANYWHERE) {
    const match = pattern.exec(text);
    if (match !== null) return { rest: cut(text, match), parts: parts(match) };
  }
  const dotted = ALONE_DOTTED.exec(text) ?? DOTTED_AFTER_DATE.exec(text);
  const packed = LIKELY_YEAR.test(text) ? null : (PACKED.exec(text) ?? PACKED_AFTER_DATE.exec(text));
  const figures = dotted ?? packed;
  if (figures !== null) return { rest: cut(text, figures), parts: { hour: figures[1], minute: figures[2] } };
  const hour = AT_HOUR.exec(text) ?? (isHour ? HOUR_ALONE.exec(text.trim()) : null);
  return hour?.[1] === undefined ? null : { rest: cut(text, hour), parts: { hour: String(numberOf(hour[1])) } };
}

const cut = (text: string, match: RegExpExecArray): string =>
  `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;

const numberOf = (word: string): number => (/^\d+$/.test(word) ? Number(word) : WORDS.indexOf(word.toLowerCase()) + 1);

/** "ten to nine" as 8:50. */
function aroundHour(part: string, figure: string | undefined, side: string, hour: string, half?: string): ClockParts {
  const minutes = figure === undefined ? (PAST[part.toLowerCase()] ?? 0) : numberOf(figure);
  const isBefore = /^(to|before)$/i.test(side);
  const whole = numberOf(hour) - (isBefore ? 1 : 0);
  return { hour: String(whole === 0 ? 12 : whole), minute: String(isBefore ? 60 - minutes : minutes), half };
}

/** Whether a part of the day makes an hour of the twelve-hour clock am or pm. */
function halfOf(dayPart: string | undefined, hour: number): 'a' | 'p' | undefined {
  if (dayPart === undefined || hour > 12) return undefined;
  if (dayPart === 'morning') return 'a';
  if (dayPart === 'afternoon' || dayPart === 'evening') return 'p';
  return hour >= 6 && hour < 12 ? 'p' : 'a';
}

function clockTime({ hour = '', minute = '00', half }: ClockParts): string {
  const typed = Number(hour);
  const shifted = half === undefined || typed > 12 ? typed : (typed % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return `${String(shifted).padStart(2, '0')}:${minute.padStart(2, '0')}`;
}
