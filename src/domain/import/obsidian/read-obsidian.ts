import { isCalendarDate } from '../../time/calendar-date.ts';
import { dayMoment, type Moment } from '../../time/moment.ts';
import {
  type ArchiveFile,
  type ArchiveReader,
  type EntryReading,
  leftOut,
  withOtherFiles,
} from '../archive-reading.ts';
import { textOf, textsOf, without } from '../foreign-json.ts';
import { splitFrontMatter } from '../markdown/front-matter.ts';
import type { ImportOptions } from '../imported-report.ts';
import { journalReport } from '../journal-report.ts';
import { floatingTime, instantOf, minuteAt, zoneDoubts, zoneOf } from '../journal-time.ts';
import { filesByName, findLocalFiles } from '../local-files.ts';

/** Settings, deleted notes and snapshots of a vault. */
const HIDDEN = /(?:^|\/)\.[^/]+\//;
/** Properties with the date of a note, in the order they are asked. */
const DATES = ['date', 'created', 'date created', 'creation date', 'created_at'];
const TAGS = ['tags', 'tag'];

/**
 * Reads the folder of an Obsidian vault. Properties, wiki links and callouts are kept as they are written; embedded
 * files become attachments. The title is the name of the note, or its first line when the name is only a date.
 */
export const readObsidian: ArchiveReader = (files, options) => {
  const shown = files.filter(({ path }) => !HIDDEN.test(path));
  const paths = new Set(shown.map(({ path }) => path));
  const names = filesByName(paths);
  const readings = shown.flatMap((file) => readNote(file, paths, names, options));
  return withOtherFiles(files, readings, otherFile);
};

function otherFile(path: string): string {
  if (/(?:^|\/)\.trash\//.test(path)) return 'This note is in the trash of Obsidian.';
  if (HIDDEN.test(path)) return 'This file has settings of Obsidian.';
  if (/\.canvas$/i.test(path)) return 'A canvas, which Once cannot show.';
  if (/\.base$/i.test(path)) return 'A view of other notes, which has no text.';
  return 'No note refers to this file.';
}

function readNote(
  { path, text }: ArchiveFile,
  paths: ReadonlySet<string>,
  names: ReadonlyMap<string, string>,
  options: ImportOptions,
): EntryReading[] {
  if (text === null || !/\.md$/i.test(path)) return [];
  const { data, body, problem } = splitFrontMatter(text);
  const properties = data ?? {};
  if (body.trim() === '') return [leftOut('skipped', path, 'This note has no text.')];
  const note = findLocalFiles(body, path, paths, names);
  const time = timeOf(properties, nameOf(path), options);
  const report = journalReport(
    {
      path,
      format: 'obsidian',
      title: textOf(properties['title']) || (isCalendarDate(nameOf(path)) ? '' : nameOf(path)),
      text: note.text,
      ...(time.moment === null ? {} : { happened: time.moment }),
      createdAt: time.instant,
      tags: [...TAGS.flatMap((key) => tagsIn(properties[key])), ...inlineTags(body)],
      raw: without(properties, new Set(['title', ...TAGS, ...(time.key === null ? [] : [time.key])])),
      attachments: note.attachments,
      doubts: [...(problem === null ? [] : [problem]), ...note.doubts, ...zoneDoubts(time.zoneAsked, options)],
      zoneAsked: time.zoneAsked,
    },
    options,
  );
  return [{ path, content: text, reading: { is: 'reports', reports: [report] } }];
}

const nameOf = (path: string): string => (path.split('/').at(-1) ?? path).replace(/\.md$/i, '');

/** When a note was written. `key` is the property that said so, or null. */
type NoteTime = {
  readonly moment: Moment | null;
  readonly instant: string | null;
  readonly key: string | null;
  readonly zoneAsked: boolean;
};

/** The first property that is a time, or the date that the name of the note begins with. */
function timeOf(properties: Readonly<Record<string, unknown>>, name: string, options: ImportOptions): NoteTime {
  for (const key of DATES) {
    const written = textOf(properties[key]);
    const floating = floatingTime(written, options);
    if (floating !== null) return { ...floating, instant: null, key };
    const instant = instantOf(written);
    if (instant !== null) return { moment: minuteAt(instant, zoneOf(options)), instant, key, zoneAsked: false };
  }
  const day = name.slice(0, 10);
  return { moment: isCalendarDate(day) ? dayMoment(day) : null, instant: null, key: null, zoneAsked: false };
}

/** A list of tags, or one text with tags between commas or spaces. */
const tagsIn = (value: unknown): string[] => [...textsOf(value), ...textOf(value).split(/[,\s]+/)];

/** Tags in the text, outside code: `#work`, `#work/night-shift`. A number alone is no tag. */
function inlineTags(body: string): string[] {
  const text = body.replaceAll(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\1|(?![\s\S]))/gm, '').replaceAll(/`[^`\n]*`/g, '');
  const found = text.matchAll(/(?<=^|\s)#([\p{L}\p{N}_/-]{1,100})/gmu);
  return [...found].map(([, tag = '']) => tag).filter((tag) => /[^\p{N}]/u.test(tag));
}
