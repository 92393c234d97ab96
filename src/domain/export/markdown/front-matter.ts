import type { Coe } from '../../coe/coe.ts';
import {
  DEPTH_IDS,
  KIND_IDS,
  LINK_TYPE_IDS,
  STATUS_IDS,
  VISIBILITY_IDS,
  type MilestoneId,
} from '../../coe/vocabulary.ts';
import { isCoeId } from '../../ids.ts';
import { isKnownZone } from '../../time/moment.ts';
import { DATE, type FileContext, MOMENT } from './codecs.ts';
import { visible } from './escape-text.ts';

/** The front matter of a file: keys with text, numbers or lists of text. */
export type FrontMatter = Readonly<Record<string, string | number | readonly string[]>>;

/** The key of what the file does not show. See remainder.ts. */
export const REMAINDER_KEY = 'once-data';

/** The keys of the times in the header, by milestone. */
const TIME_KEYS: readonly (readonly [string, MilestoneId])[] = [
  ['started', 'began'],
  ['noticed', 'noticed'],
  ['told', 'told'],
  ['mitigated', 'mitigated'],
  ['resolved', 'resolved'],
];

/** The keys that a file of ours may have. Others were added by another program. */
export const FRONT_MATTER_KEYS: ReadonlySet<string> = new Set(
  (
    'once schema title id kind date tz severity status area tags author coach links visibility depth revisit actions ' +
    `created updated ${REMAINDER_KEY} ${TIME_KEYS.map(([key]) => key).join(' ')}`
  ).split(' '),
);

/** The header of a COE as front matter. Empty values are left out. */
export function frontMatterOf(coe: Coe, context: FileContext): FrontMatter {
  const { sections, times } = coe;
  const all: Record<string, string | number | readonly string[] | null> = {
    once: 1,
    schema: coe.schemaVersion,
    title: shown(coe.title),
    id: coe.id,
    kind: coe.kind,
    date: isoLike(MOMENT.write(coe.happened, context)),
    tz: context.zone,
    ...Object.fromEntries(TIME_KEYS.map(([key, id]) => [key, isoLike(MOMENT.write(times[id], context))])),
    severity: coe.severity,
    status: coe.status,
    area: shown(coe.lifeArea),
    tags: coe.tags.map(shown).filter((tag) => tag !== ''),
    author: shown(coe.author),
    coach: shown(coe.coach),
    links: coe.links.map(({ type, coeId, note }) => `${type} ${coeId} ${shown(note)}`.trim()),
    visibility: coe.visibility,
    depth: coe.depth,
    revisit: coe.lookAgain,
    actions: sections.actions.items.filter((item) => item.text.trim() !== '').length,
    created: coe.createdAt,
    updated: coe.updatedAt,
  };
  return Object.fromEntries(
    Object.entries(all).filter(
      (entry): entry is [string, string | number | readonly string[]] =>
        entry[1] !== null && entry[1] !== '' && !(Array.isArray(entry[1]) && entry[1].length === 0),
    ),
  );
}

/** How values of a file depend on its front matter, which may be anyone's. */
export function contextOf(values: Readonly<Record<string, unknown>>): FileContext {
  const kind = KIND_IDS.find((id) => id === values['kind']) ?? 'other-mistake';
  const { tz, date } = values;
  const zone = typeof tz === 'string' && isKnownZone(tz) ? tz : 'UTC';
  const day = typeof date === 'string' ? (/^(?:about )?(\d{4}-\d\d-\d\d)/u.exec(date)?.[1] ?? '') : '';
  return { kind, zone, day };
}

/** The keys of a COE that front matter says; those that it does not say are absent. Never throws for any values. */
export function readFrontMatter(
  values: Readonly<Record<string, unknown>>,
  context: FileContext,
): Record<string, unknown> {
  const text = (key: string): string | undefined => {
    const value = values[key];
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
  };
  const moment = (key: string) => MOMENT.read(text(key) ?? '', context);
  const severity = Number(text('severity') ?? 'none');
  return withoutAbsent({
    id: isCoeId(text('id') ?? '') ? text('id') : undefined,
    kind: context.kind,
    happened: moment('date'),
    severity: [0, 1, 2, 3].includes(severity) ? severity : undefined,
    status: STATUS_IDS.find((id) => id === values['status']),
    depth: DEPTH_IDS.find((id) => id === values['depth']),
    lifeArea: text('area'),
    tags: listOf(values['tags']),
    author: text('author'),
    coach: text('coach'),
    visibility: VISIBILITY_IDS.find((id) => id === values['visibility']),
    times: withoutAbsent(Object.fromEntries(TIME_KEYS.map(([key, id]) => [id, moment(key)]))),
    links: linksOf(values['links']),
    lookAgain: DATE.read(text('revisit') ?? '', context),
    createdAt: instantOf(text('created')),
    updatedAt: instantOf(text('updated')),
  });
}

function listOf(value: unknown): string[] | undefined {
  if (typeof value === 'string') return value.split(',').map((tag) => tag.trim().replace(/^#/u, ''));
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((item: unknown) => (typeof item === 'string' || typeof item === 'number' ? [String(item)] : []));
}

function linksOf(value: unknown): Record<string, unknown>[] | undefined {
  const links = listOf(value)?.flatMap((line) => {
    const [, type, coeId = '', note = ''] = /^(\S+) (\S+)(?: ([^]*))?$/u.exec(line) ?? [];
    const known = LINK_TYPE_IDS.find((id) => id === type);
    return known === undefined || !isCoeId(coeId) ? [] : [{ type: known, coeId, note }];
  });
  return links === undefined || links.length === 0 ? undefined : links;
}

const instantOf = (text: string | undefined): string | undefined =>
  text !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u.test(text) ? text : undefined;

/** `2026-05-14T10:04:00`, the form in which note apps know a date with a time. */
const isoLike = (written: string): string => written.replace(/^((?:about )?\d{4}-\d\d-\d\d) (\d\d:\d\d)/u, '$1T$2:00');

/**
 * Text for front matter, which some programs show as Markdown: on one line, and without what could be run or followed.
 */
const shown = (text: string): string =>
  visible(text).replaceAll(/\s+/gu, ' ').replaceAll('<', '‹').replaceAll('>', '›').replaceAll('](', '] (').trim();

const withoutAbsent = (all: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));

/** The lines of front matter, with its dashes. What it writes, any YAML parser reads back as the same values. */
export function printFrontMatter(values: FrontMatter): string {
  const lines = Object.entries(values).flatMap(([key, value]) =>
    Array.isArray(value)
      ? [`${key}:`, ...value.map((item: string) => `  - ${scalar(item)}`)]
      : [`${key}: ${scalar(value as string)}`],
  );
  return ['---', ...lines, '---', ''].join('\n');
}

/** Words and dates stand as they are; all else is quoted as in JSON, which YAML reads alike. */
function scalar(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const isPlain = /^\p{L}[\p{L}\p{N} _,./()+'’-]*$/u.test(value) && !/\s$/u.test(value) && !RESERVED.test(value);
  if (isPlain || DATE_LIKE.test(value)) return value;
  if (value.startsWith('{')) return `'${value.replaceAll("'", "''")}'`;
  return JSON.stringify(value);
}

/** Words that YAML reads as something else than text, in its old version or its new one. */
const RESERVED = /^(?:true|false|yes|no|on|off|y|n|null|none|nan|inf)$/iu;
/** Dates and times without a zone, which note apps know unquoted. */
const DATE_LIKE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{3}Z)?)?$/u;
