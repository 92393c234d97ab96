import { ACTION_STATUSES, CHECK_RESULTS, PRIORITY_LABELS } from '../../guide/action-progress.ts';
import { conditionLabel, CONDITIONS } from '../../guide/conditions.ts';
import { SEVERITY_NAMES } from '../../guide/severity-anchors.ts';
import { calendarDateSchema } from '../../time/calendar-date.ts';
import { isKnownZone, minuteMoment, type Moment, momentSchema, unreadMoment, unreadWords } from '../../time/moment.ts';
import { parseMoment } from '../../time/parse-moment.ts';
import type { KindId } from '../../coe/vocabulary.ts';

/** What a value in a file depends on. `zone` need not be written beside a time; `day` is YYYY-MM-DD, or empty. */
export type FileContext = { readonly kind: KindId; readonly zone: string; readonly day: string };

/** How a value is written as plain text, and how it is read back. Text that says nothing known gives `undefined`. */
export type Codec = {
  readonly write: (value: unknown, context: FileContext) => string;
  readonly read: (text: string, context: FileContext) => unknown;
};

type Labelled = { readonly id: string; readonly label: string };

/** Text as it is. */
export const TEXT: Codec = { write: (value) => (typeof value === 'string' ? value : ''), read: (text) => text };

/** One id of a closed list, by its label; null is empty. */
export const oneOf = (list: readonly Labelled[]): Codec => ({
  write: (value) => list.find(({ id }) => id === value)?.label ?? '',
  read: (text) => list.find(({ label }) => isSame(label, text))?.id,
});

/** One id of an open list, by its label; other text is the writer's own. */
export const oneOfOrOwn = (list: readonly Labelled[]): Codec => ({
  write: (value) => list.find(({ id }) => id === value)?.label ?? TEXT.write(value, NO_CONTEXT),
  read: (text) => list.find(({ label }) => isSame(label, text))?.id ?? text,
});

/** A condition, or the writer's own words for one. */
export const CONDITION: Codec = {
  ...oneOfOrOwn(CONDITIONS),
  write: (value) => (typeof value === 'string' ? conditionLabel(value) : ''),
};

/** The lists of labels that are kept as records. */
export const labelled = (labels: Readonly<Record<string, string>>): Labelled[] =>
  Object.entries(labels).map(([id, label]) => ({ id, label }));

/** The priority of an action. */
export const PRIORITY = oneOf(labelled(PRIORITY_LABELS));
/** The status of an action. */
export const ACTION_STATUS = oneOf(ACTION_STATUSES);
/** The result of a check. */
export const CHECK_RESULT = oneOf(CHECK_RESULTS);

/** A severity, 0 to 3, by its name. */
export const SEVERITY: Codec = {
  write: (value) => labelled(SEVERITY_NAMES).find(({ id }) => id === String(value))?.label ?? '',
  read: (text) => {
    const id = labelled(SEVERITY_NAMES).find(({ label }) => isSame(label, text))?.id;
    return id === undefined ? undefined : Number(id);
  },
};

/** True, false or not answered. */
export const YES_NO: Codec = {
  write: (value) => (value === true ? 'yes' : value === false ? 'no' : ''),
  read: (text) => (isSame(text, 'yes') ? true : isSame(text, 'no') ? false : undefined),
};

/** True or false; false is empty. */
export const YES: Codec = {
  write: (value) => (value === true ? 'yes' : ''),
  read: (text) => (isSame(text, 'yes') ? true : undefined),
};

/** A whole or decimal number, with what it is out of: "3 of 5". */
export const outOf = (most: number): Codec => ({
  write: (value) => (typeof value === 'number' ? `${value} of ${most}` : ''),
  read: (text) => {
    const found = /^(\d+(?:\.\d+)?)(?: of \d+)?$/u.exec(text)?.[1];
    return found === undefined || Number(found) > most ? undefined : Number(found);
  },
});

/** A count. */
export const COUNT: Codec = {
  write: (value) => (typeof value === 'number' ? String(value) : ''),
  read: (text) => (/^\d{1,9}$/u.test(text) ? Number(text) : undefined),
};

/** A calendar date such as 2026-05-14. */
export const DATE: Codec = {
  write: (value) => (typeof value === 'string' ? value : ''),
  read: (text) => (calendarDateSchema.safeParse(text).success ? text : undefined),
};

const WRITTEN_MOMENT =
  /^(about )?(\d{4}(?:-\d\d(?:-\d\d)?)?|(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(?::00)?)(?: ([+-]\d\d:\d\d))?(?: ([A-Za-z][\w+/-]*))?$/u;

/** A time: `2026-05-14 10:04`, with "about", its offset and its zone where they are needed. */
export const MOMENT: Codec = {
  write: (value, { zone }) => {
    const moment = momentSchema.safeParse(value);
    if (!moment.success) return '';
    const { precision, value: time, zone: own, offset, approximate } = moment.data;
    if (precision === 'unknown') return unreadWords(moment.data) ?? '';
    const about = approximate ? 'about ' : '';
    if (precision !== 'minute' || own === undefined) return about + time;
    const isUnusual = offset !== undefined && offset !== minuteMoment(time, own).offset;
    return [about + time.replace('T', ' '), isUnusual ? offset : '', own === zone ? '' : own]
      .filter((part) => part !== '')
      .join(' ');
  },
  read: (text, context) => (text.trim() === '' ? undefined : readMoment(text, context)),
};

function readMoment(text: string, { zone, day }: FileContext): Moment {
  const found = WRITTEN_MOMENT.exec(text.trim());
  if (found !== null) {
    const [, about, plain = '', date, time, offset, own] = found;
    const moment = exactMoment(plain, date, time, { own: own ?? zone, offset, approximate: about !== undefined });
    if (moment !== null) return moment;
  }
  const parsed = parseMoment(text, { referenceDate: day === '' ? '1970-01-01' : day, zone });
  // Without a day, "10:04" could be any day.
  return 'moment' in parsed && (parsed.isDayTyped !== false || day !== '') ? parsed.moment : unreadMoment(text);
}

function exactMoment(
  plain: string,
  date: string | undefined,
  time: string | undefined,
  { own, offset, approximate }: { own: string; offset: string | undefined; approximate: boolean },
): Moment | null {
  const precision = plain.length === 4 ? 'year' : plain.length === 7 ? 'month' : 'day';
  if (date !== undefined && time !== undefined && !isKnownZone(own)) return null;
  const candidate =
    date === undefined || time === undefined
      ? { precision, value: plain, approximate }
      : { ...safeMinute(`${date}T${time}`, own, approximate), ...(offset === undefined ? {} : { offset }) };
  const read = momentSchema.safeParse(candidate);
  return read.success ? read.data : null;
}

function safeMinute(wallTime: string, zone: string, approximate: boolean): Partial<Moment> {
  try {
    return minuteMoment(wallTime, zone, approximate);
  } catch {
    return {};
  }
}

const isSame = (label: string, text: string): boolean => label.toLowerCase() === text.trim().toLowerCase();

const NO_CONTEXT: FileContext = { kind: 'outage', zone: 'UTC', day: '' };
