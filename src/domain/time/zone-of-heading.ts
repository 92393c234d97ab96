import { isKnownZone, minuteMoment } from './moment.ts';
import { usualMeaning, zoneMeanings, zoneOfClockName } from './zone-abbreviations.ts';

/** "All times in UTC", "Times are Pacific", "Timeline (CET)", "Time zone: Europe/Berlin". */
const HEADING =
  /\b(?:timeline|chronology|times?(?:stamps?)?(?: ?zone)?(?: (?:below|here|listed|shown|given))*(?: (?:are|is))?(?: (?:all|shown|given|listed))?(?: in)?)\s*[:=,–-]?\s*[([]?\s*([A-Za-z]{2,12}(?:\/[A-Za-z_]+){0,2})\b(?!:)/gi;

/**
 * The IANA zone that a line such as "All times in UTC" names for the times below it; null when it names none. An
 * abbreviation with several meanings is read as the own zone if that is one of them.
 */
export function zoneOfHeading(line: string, ownZone: string): string | null {
  for (const [, word = ''] of line.matchAll(HEADING)) {
    const zone = zoneOf(word, ownZone);
    if (zone !== null) return zone;
  }
  return null;
}

function zoneOf(word: string, ownZone: string): string | null {
  if (word.includes('/')) return isKnownZone(word) ? word : null;
  // A word of a sentence may read like a zone.
  if (word === word.toLowerCase()) return null;
  const zone = zoneOfClockName(word);
  if (zone !== null) return zone;
  const meanings = zoneMeanings(word);
  const own = meanings.find(({ zone: meant, offset }) => meant === ownZone || hasOffset(ownZone, offset));
  return own === undefined ? (usualMeaning(word, meanings)?.zone ?? null) : ownZone;
}

/** Whether clocks of a zone show an offset in winter or in summer. */
const hasOffset = (zone: string, offset: string): boolean =>
  ['2026-01-15T12:00', '2026-07-15T12:00'].some((time) => minuteMoment(time, zone).offset === offset);
