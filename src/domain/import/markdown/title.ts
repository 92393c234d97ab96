import { factOf } from '../header-facts.ts';
import { foldHeading } from '../imported-report.ts';
import { isSectionName, placeHeading } from '../place-sections.ts';
import type { Part } from './outline.ts';
import { bareName, folderName, isFolderPage } from './skip-reason.ts';

/**
 * The title of a report. `part` is the heading that it was read from, or null; a heading that `isRepeated` says what the
 * front matter says too.
 */
export type ReportTitle = { readonly title: string; readonly part: Part | null; readonly isRepeated?: true };

/** A name that says nothing to a person: a UUID or another long id. */
const IS_ID = /^(?:[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}|[0-9a-f]{16,}|\d+)$/i;
const LONGEST = 90;
const NO_TITLE =
  /^(?:post ?mortem|incident(?: report| review| postmortem)?|outage(?: report)?|report|rca|root cause analysis|retrospective|summary|untitled)$/;

/** Finds the title: in the front matter, the first heading, or the name of the file or its folder. */
export function titleOf(
  parts: readonly Part[],
  data: Readonly<Record<string, unknown>> | null,
  path: string,
): ReportTitle {
  const heading = firstHeading(parts);
  for (const [key, value] of Object.entries(data ?? {})) {
    if (factOf(key) !== 'title' || typeof value !== 'string' || value.trim() === '') continue;
    const isSame = heading !== null && foldHeading(heading.text) === foldHeading(value);
    return isSame ? { title: value.trim(), part: heading, isRepeated: true } : { title: value.trim(), part: null };
  }
  if (heading !== null && !NO_TITLE.test(foldHeading(heading.text)))
    return { title: heading.text.trim(), part: heading };
  const below = heading === null ? undefined : parts[parts.indexOf(heading) + 1];
  if (below?.is === 'heading' && isOnlyBelow(below, parts)) return { title: below.text.trim(), part: below };
  const named = parts.find((part) => part.is === 'key' && factOf(part.key) === 'title' && part.value.trim() !== '');
  if (named?.is === 'key') {
    const [line = '', ...more] = named.value.trim().split('\n');
    return { title: line.trim(), part: more.length === 0 ? named : null };
  }
  const name = isFolderPage(path) && folderName(path) !== '' ? folderName(path) : bareName(path);
  const opening = IS_ID.test(name) ? openingWords(parts, data) : '';
  if (opening !== '') return { title: opening, part: null };
  return { title: name.replaceAll(/(?<=\p{L})[_-]+|[_-]+(?=\p{L})/gu, ' ').trim(), part: null };
}

/** Whether a heading directly below one such as "Incident review" names the incident: no other is on its level. */
const isOnlyBelow = (heading: Extract<Part, { is: 'heading' }>, parts: readonly Part[]): boolean =>
  heading.text.trim() !== '' &&
  placeHeading(heading.text, { headings: new Map(), kind: null }) === null &&
  !NO_TITLE.test(foldHeading(heading.text)) &&
  parts.filter((part) => part.is === 'heading' && part.level === heading.level && !isSectionName(part.text)).length ===
    1;

/** The first sentence of a report whose file is named by an id. */
function openingWords(parts: readonly Part[], data: Readonly<Record<string, unknown>> | null): string {
  const summary = data?.['summary'];
  const text = typeof summary === 'string' ? summary : (parts.find((part) => part.is === 'block')?.source ?? '');
  const [sentence = ''] = /^.*?(?:[.!?](?=\s|$)|$)/.exec(text.trim().replaceAll(/\s+/g, ' ')) ?? [];
  return sentence.length <= LONGEST
    ? sentence.replace(/\.$/, '')
    : sentence.slice(0, sentence.lastIndexOf(' ', LONGEST));
}

/** The first heading, if it stands above the others or is no section. */
function firstHeading(parts: readonly Part[]): Extract<Part, { is: 'heading' }> | null {
  const first = parts.find((part) => part.is === 'heading');
  if (first?.is !== 'heading' || first.text.trim() === '' || isSectionName(first.text)) return null;
  const keysBefore = parts.slice(0, parts.indexOf(first)).some((part) => part.is === 'key' && isSectionName(part.key));
  return keysBefore ? null : first;
}
