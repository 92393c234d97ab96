import { isKnownZone } from './moment.ts';

/** A zone or an offset at the end of a typed time, and the text before it. A problem is for the person. */
export type ExtractedZone =
  | { readonly rest: string; readonly zone: string | null; readonly offset: string | null }
  | { readonly problem: string };

const TAIL = /^(.*?)\s*(Z|[+-]\d{2}:?\d{2})?\s*((?:UTC|GMT)|[A-Za-z_]+\/[A-Za-z_/]+(?:[+-]\d+)?)?$/;
const HAS_TIME = /\d[:.]\d{2}|[ap]m|^\d{4}$/i;

/** Extracts a trailing zone (`UTC`, `Europe/Paris`), an offset (`+02:00`) or both from the text of a time. */
export function extractZone(text: string): ExtractedZone {
  const [, rest = text, offset, name] = TAIL.exec(text) ?? [];
  if (offset === undefined && name === undefined) return { rest: text, zone: null, offset: null };
  // "2026-0514" and "14-05-2026" end in what looks like an offset, but an offset follows a time of day.
  if (offset !== undefined && !HAS_TIME.test(rest)) return { rest: text, zone: null, offset: null };
  const zone = name ?? (offset === 'Z' ? 'UTC' : null);
  if (zone !== null && !isKnownZone(zone)) return { problem: `The zone ${zone} is not known here.` };
  return {
    rest,
    zone,
    offset: offset === undefined || offset === 'Z' ? null : offset.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2'),
  };
}
