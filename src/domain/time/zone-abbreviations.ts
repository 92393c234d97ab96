/** One meaning of an abbreviation: the offset it stands for, and a zone where people use it. */
export type ZoneMeaning = { readonly name: string; readonly offset: string; readonly zone: string };

const meaning = (name: string, offset: string, zone: string): ZoneMeaning => ({ name, offset, zone });

/**
 * Abbreviations of time zones and what they can mean; those with several meanings are ambiguous. From the "zone1970"
 * and "backward" tables of the IANA time zone database, limited to what people write. A standard-time abbreviation
 * always means its own offset: "EST" in July is UTC−5, although New York then keeps UTC−4.
 */
const ABBREVIATIONS: Readonly<Record<string, readonly ZoneMeaning[]>> = {
  WET: [meaning('Western European time', '+00:00', 'Europe/Lisbon')],
  WEST: [meaning('Western European summer time', '+01:00', 'Europe/Lisbon')],
  CET: [meaning('Central European time', '+01:00', 'Europe/Paris')],
  CEST: [meaning('Central European summer time', '+02:00', 'Europe/Paris')],
  MEZ: [meaning('Central European time', '+01:00', 'Europe/Berlin')],
  MESZ: [meaning('Central European summer time', '+02:00', 'Europe/Berlin')],
  EET: [meaning('Eastern European time', '+02:00', 'Europe/Helsinki')],
  EEST: [meaning('Eastern European summer time', '+03:00', 'Europe/Helsinki')],
  MSK: [meaning('Moscow time', '+03:00', 'Europe/Moscow')],
  TRT: [meaning('Turkey time', '+03:00', 'Europe/Istanbul')],
  BST: [meaning('British summer time', '+01:00', 'Europe/London'), meaning('Bangladesh time', '+06:00', 'Asia/Dhaka')],
  IST: [
    meaning('India time', '+05:30', 'Asia/Kolkata'),
    meaning('Israel time', '+02:00', 'Asia/Jerusalem'),
    meaning('Irish summer time', '+01:00', 'Europe/Dublin'),
  ],
  IDT: [meaning('Israel summer time', '+03:00', 'Asia/Jerusalem')],
  EST: [meaning('US Eastern standard time', '-05:00', 'America/New_York')],
  EDT: [meaning('US Eastern daylight time', '-04:00', 'America/New_York')],
  CST: [
    meaning('US Central standard time', '-06:00', 'America/Chicago'),
    meaning('China time', '+08:00', 'Asia/Shanghai'),
  ],
  CDT: [meaning('US Central daylight time', '-05:00', 'America/Chicago')],
  MST: [meaning('US Mountain standard time', '-07:00', 'America/Denver')],
  MDT: [meaning('US Mountain daylight time', '-06:00', 'America/Denver')],
  PST: [meaning('US Pacific standard time', '-08:00', 'America/Los_Angeles')],
  PDT: [meaning('US Pacific daylight time', '-07:00', 'America/Los_Angeles')],
  AKST: [meaning('Alaska standard time', '-09:00', 'America/Anchorage')],
  AKDT: [meaning('Alaska daylight time', '-08:00', 'America/Anchorage')],
  HST: [meaning('Hawaii time', '-10:00', 'Pacific/Honolulu')],
  AST: [
    meaning('Atlantic standard time', '-04:00', 'America/Halifax'),
    meaning('Arabia time', '+03:00', 'Asia/Riyadh'),
  ],
  ADT: [meaning('Atlantic daylight time', '-03:00', 'America/Halifax')],
  NST: [meaning('Newfoundland time', '-03:30', 'America/St_Johns')],
  BRT: [meaning('Brasília time', '-03:00', 'America/Sao_Paulo')],
  ART: [meaning('Argentina time', '-03:00', 'America/Argentina/Buenos_Aires')],
  WAT: [meaning('West Africa time', '+01:00', 'Africa/Lagos')],
  CAT: [meaning('Central Africa time', '+02:00', 'Africa/Maputo')],
  EAT: [meaning('East Africa time', '+03:00', 'Africa/Nairobi')],
  SAST: [meaning('South Africa time', '+02:00', 'Africa/Johannesburg')],
  GST: [meaning('Gulf time', '+04:00', 'Asia/Dubai')],
  PKT: [meaning('Pakistan time', '+05:00', 'Asia/Karachi')],
  WIB: [meaning('Western Indonesia time', '+07:00', 'Asia/Jakarta')],
  ICT: [meaning('Indochina time', '+07:00', 'Asia/Bangkok')],
  HKT: [meaning('Hong Kong time', '+08:00', 'Asia/Hong_Kong')],
  SGT: [meaning('Singapore time', '+08:00', 'Asia/Singapore')],
  AWST: [meaning('Western Australia time', '+08:00', 'Australia/Perth')],
  JST: [meaning('Japan time', '+09:00', 'Asia/Tokyo')],
  KST: [meaning('Korea time', '+09:00', 'Asia/Seoul')],
  ACST: [meaning('Central Australia standard time', '+09:30', 'Australia/Adelaide')],
  AEST: [meaning('Eastern Australia standard time', '+10:00', 'Australia/Sydney')],
  AEDT: [meaning('Eastern Australia daylight time', '+11:00', 'Australia/Sydney')],
  NZST: [meaning('New Zealand standard time', '+12:00', 'Pacific/Auckland')],
  NZDT: [meaning('New Zealand daylight time', '+13:00', 'Pacific/Auckland')],
};

/** Names for the clock that people in a zone read, standard or daylight. */
const CLOCK_NAMES: Readonly<Record<string, string>> = {
  UTC: 'UTC',
  GMT: 'UTC',
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
  UK: 'Europe/London',
  EASTERN: 'America/New_York',
  CENTRAL: 'America/Chicago',
  MOUNTAIN: 'America/Denver',
  PACIFIC: 'America/Los_Angeles',
};

/** Abbreviations that are also English words: only in capitals are they zones. */
const WORDS_TOO = new Set(['WET', 'EAT', 'CAT', 'ART', 'WEST', 'WAT', 'ET', 'CT', 'MT', 'PT', 'UK']);

/** What an abbreviation can mean; empty when it is none. */
export const zoneMeanings = (word: string): readonly ZoneMeaning[] =>
  (isWrittenAsZone(word) ? ABBREVIATIONS[word.toUpperCase()] : undefined) ?? [];

/** The IANA zone of a name that covers standard and daylight time, such as ET, UTC or Pacific; else null. */
export const zoneOfClockName = (word: string): string | null =>
  (isWrittenAsZone(word) ? CLOCK_NAMES[word.toUpperCase()] : undefined) ?? null;

const isWrittenAsZone = (word: string): boolean => !WORDS_TOO.has(word.toUpperCase()) || word === word.toUpperCase();

/** Abbreviations of which one meaning, the first, is by far the most frequent. */
const MOSTLY_FIRST = new Set(['BST']);

/** The meaning to assume when nothing else tells; null when the person has to be asked. */
export const usualMeaning = (word: string, meanings: readonly ZoneMeaning[]): ZoneMeaning | null =>
  (meanings.length === 1 || MOSTLY_FIRST.has(word.toUpperCase()) ? meanings[0] : undefined) ?? null;
