import type { SectionId } from '../coe/vocabulary.ts';
import { SECTION_HEADINGS } from '../guide/sections.ts';
import { formatMoment } from '../time/format-moment.ts';
import { isMoment, isObject } from './json-value.ts';

/**
 * What a value says to a person, without braces and ids. A `zone` other than the moment's has the moment name its own.
 */
export function describeValue(value: unknown, zone?: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isMoment(value)) return value.precision === 'unknown' ? '' : formatMoment(value, { style: 'full', zone });
  if (Array.isArray(value)) return value.map((item) => describeValue(item)).join(', ');
  if (!isObject(value)) return String(value);
  return Object.entries(value)
    .filter(([key, part]) => key !== 'id' && typeof part !== 'boolean')
    .map(([, part]) => describeValue(part))
    .filter((part) => part !== '')
    .join(' · ');
}

/** A place in a COE as a person would name it: "What is the timeline?: Entries 2, What". */
export function describePath(path: readonly string[]): string {
  const [first = '', second = '', ...rest] = path;
  const isSection = first === 'sections' && second in SECTION_HEADINGS;
  const start = isSection ? SECTION_HEADINGS[second as SectionId] : readable(first);
  // A section's prose is what people take the section for.
  const own = isSection && rest.length === 1 && rest[0] === 'prose' ? [] : rest;
  const end = (isSection ? own : [second, ...rest]).filter((part) => part !== '').map(readable);
  return end.length === 0 ? start : `${start}: ${end.join(', ')}`;
}

const readable = (key: string): string =>
  key.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^./, (letter) => letter.toUpperCase());
