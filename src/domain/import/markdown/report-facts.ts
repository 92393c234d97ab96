import type { FactId } from '../header-facts.ts';
import { severityIn } from '../header-facts.ts';
import { timeIn } from '../read-times.ts';
import type { ReportZone } from '../typed-zones.ts';
import type { DateOrder } from '../../time/date-style.ts';
import { isKnownZone, type Moment } from '../../time/moment.ts';
import { dayInText } from './report-day.ts';

/** The facts of a report's header, collected from its front matter and its first lines. The first of a kind counts. */
export type ReportFacts = {
  readonly times: Partial<Record<TimeFactId, Moment>>;
  readonly author: string;
  readonly severity: number | null;
  readonly tags: readonly string[];
  readonly usedDefaultZone: boolean;
  /** The zones that the times of the event name, such as its start. */
  readonly zones: ReadonlySet<string>;
};

type TimeFactId = 'date' | 'began' | 'noticed' | 'told' | 'mitigated' | 'resolved';

/** Collects the facts that lines of a report state about the whole COE, such as its dates, and who wrote it. */
export type FactCollector = {
  /** Takes a fact. Returns whether all words of the value are in the COE now, so that the line need not be kept. */
  readonly take: (fact: FactId, value: string) => boolean;
  readonly facts: () => ReportFacts;
};

const TIME_FACTS: readonly string[] = ['date', 'began', 'noticed', 'told', 'mitigated', 'resolved'];
const MARKS = /^[\s*_`"'[\]]+|[\s*_`"'[\]]+$/g;
const LONGEST_TAG = 60;

/**
 * Creates a collector. `day` is the day of the report, for facts that are only a time of day. In a mail, the date is when
 * it was sent.
 */
export function createFactCollector(
  zone: ReportZone,
  dateOrder: DateOrder,
  day: string | null,
  isMail: boolean,
): FactCollector {
  const times: Partial<Record<TimeFactId, Moment>> = {};
  const tags: string[] = [];
  let author = '';
  let severity: number | null = null;
  let usedDefaultZone = false;
  const zones = new Set<string>();

  function takeTime(fact: TimeFactId, value: string): boolean {
    if (times[fact] !== undefined) return false;
    const known = day ?? times.date?.value.slice(0, 10) ?? times.began?.value.slice(0, 10) ?? null;
    const read = timeIn(value, { zone, dateOrder, day: known !== null && known.length === 10 ? known : null });
    if (read !== null) {
      times[fact] = read.when;
      usedDefaultZone ||= read.usedDefaultZone;
      if (fact !== 'date' && !read.usedDefaultZone && read.when.zone !== undefined) zones.add(read.when.zone);
      return true;
    }
    const named = fact === 'date' || fact === 'began' ? dayInText(value) : null;
    if (named !== null) times[fact] = { precision: 'day', value: named, approximate: false };
    return false;
  }

  function take(fact: FactId, value: string): boolean {
    const bare = value.trim();
    if (bare === '') return false;
    if (fact === 'date' && isMail) return false;
    if (TIME_FACTS.includes(fact)) return takeTime(fact as TimeFactId, bare);
    if (fact === 'severity') {
      severity ??= severityIn(bare);
      return false;
    }
    if (fact === 'author' && author === '') {
      author = bare.replaceAll(MARKS, '').replaceAll(/\s*\n\s*/g, ', ');
      return true;
    }
    if (fact === 'tags' || fact === 'parts') {
      const found = bare
        .replaceAll(/^\[|\]$/g, '')
        .split(/[,;\n]/)
        .map((tag) => tag.replaceAll(MARKS, '').replace(/^#/, '').trim())
        .filter((tag) => tag !== '');
      if (found.some((tag) => tag.length > LONGEST_TAG)) return false;
      tags.push(...found.filter((tag) => !tags.includes(tag)));
      return true;
    }
    return fact === 'zone' && isKnownZone(bare);
  }

  return { take, facts: () => ({ times, author, severity, tags, usedDefaultZone, zones }) };
}
