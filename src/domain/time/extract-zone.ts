import { isKnownZone } from './moment.ts';
import { type ZoneMeaning, zoneMeanings, zoneOfClockName } from './zone-abbreviations.ts';

/**
 * A zone or an offset in a typed time, and the text without it. `zone` is an IANA name, `offset` is `+02:00`.
 * `meanings` is what an abbreviation such as CST can mean, with the `word` as typed. `isOwn` is "local time". A problem
 * is for the person.
 */
export type ExtractedZone =
  | {
      readonly rest: string;
      readonly zone: string | null;
      readonly offset: string | null;
      readonly meanings?: readonly ZoneMeaning[];
      readonly word?: string;
    }
  | { readonly problem: string };

/** A time of day directly before a zone: 10:04, 10:04:00.123, 9am, 1004, 9h30, noon. */
const CLOCK_BEFORE =
  /(?:\d[:.]\d{2}(?:[.,]\d+)?|\d\s*[ap]\.?m\.?|\d\s*h(?:\s?\d{2})?|\d\s*hrs?|\d{4}|o[’']?clock|noon|midnight|midday|\bat \d{1,2})\s*[([]?$/i;
const OFFSET =
  /[([]?(UTC|GMT)?\s?([+−–-])\s?(\d{1,2})(?::?([0-5]\d))?(?![\d:/.-])(?:\s+([A-Za-z_]+\/[A-Za-z_/]+))?[)\]]?/gi;
const IANA = /[([]?\b([A-Za-z_]+\/[A-Za-z_/]+(?:[+-]\d+)?)[)\]]?$/;
const ZULU = /(\d)\s?Z\b/i;
const WORD = /(?:(?<=[\d\s([])|^)[([]?(?:US )?([A-Za-z]{2,8})(?: (?:standard |daylight )?time)?[)\]]?(?=$|[\s,])/gi;
const LOCAL = /[([]?\b(?:local|our|my)(?: time)?[)\]]?/i;
const CITY = /[([]?\b([A-Za-z]+(?: [A-Za-z]+){0,2}) time\b[)\]]?/i;

/**
 * Extracts a zone (`UTC`, `Europe/Paris`, `CET`, `Tokyo time`), an offset (`+02:00`, `UTC+1`) or an offset and its zone
 * from the text of a time.
 */
export function extractZone(text: string): ExtractedZone {
  return offsetIn(text) ?? zoneNameIn(text) ?? { rest: text, zone: null, offset: null };
}

function offsetIn(text: string): ExtractedZone | null {
  for (const match of text.matchAll(OFFSET)) {
    const [whole, prefix, sign = '', hours = '', minutes = '00', zone] = match;
    const before = text.slice(0, match.index);
    // "2026-0514" and "14-05-2026" contain what looks like an offset, but an offset follows a time of day.
    // "02:00-05:00" is a range, unless seconds or a space come before the minus sign.
    const isPlain =
      sign === '+' ||
      (match[4] !== undefined &&
        (/:\d{2}:\d{2}(?:[.,]\d+)?$/.test(before) || before.endsWith(' ') || whole.startsWith(' ')));
    const isOffset =
      prefix !== undefined || (/^[([]?\s?[+−–-]\d{2}/.test(whole) && isPlain && CLOCK_BEFORE.test(before));
    if (!isOffset) continue;
    if (Number(hours) > 14) return { problem: `There is no offset of ${hours} hours.` };
    if (zone !== undefined && !isKnownZone(zone)) return unknownZone(zone);
    return {
      rest: without(text, match.index, whole),
      zone: zone ?? null,
      offset: `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`,
    };
  }
  return null;
}

function zoneNameIn(text: string): ExtractedZone | null {
  const named = IANA.exec(text);
  if (named?.[1] !== undefined) {
    if (!isKnownZone(named[1])) return unknownZone(named[1]);
    return { rest: without(text, named.index, named[0]), zone: named[1], offset: null };
  }
  const zulu = ZULU.exec(text);
  if (zulu !== null) return { rest: text.replace(ZULU, '$1 ').trim(), zone: 'UTC', offset: null };
  const local = LOCAL.exec(text);
  if (local !== null) return { rest: without(text, local.index, local[0]), zone: null, offset: null };
  for (const match of text.matchAll(WORD)) {
    const [whole, word = ''] = match;
    const zone = zoneOfClockName(word);
    if (zone !== null) return { rest: without(text, match.index, whole), zone, offset: null };
    const meanings = zoneMeanings(word);
    if (meanings.length > 0)
      return { rest: without(text, match.index, whole), zone: null, offset: null, meanings, word };
  }
  const city = CITY.exec(text);
  const ofCity = city === null ? undefined : zoneOfCity(city[1] ?? '');
  return city === null || ofCity === undefined
    ? null
    : { rest: without(text, city.index, city[0]), zone: ofCity, offset: null };
}

/** The zone named after a city: "London" and "new york". */
function zoneOfCity(city: string): string | undefined {
  const name = city.toLowerCase().replaceAll(' ', '_');
  return Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase().endsWith(`/${name}`));
}

const unknownZone = (zone: string): ExtractedZone => ({ problem: `The zone ${zone} is not known here.` });

const without = (text: string, index: number, part: string): string =>
  `${text.slice(0, index)} ${text.slice(index + part.length)}`.replace(/\s+/g, ' ').trim();
