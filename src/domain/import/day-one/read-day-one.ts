import type { Moment } from '../../time/moment.ts';
import {
  type ArchiveFile,
  type ArchiveReader,
  type EntryReading,
  entryPath,
  leftOut,
  pathBeside,
  withOtherFiles,
} from '../archive-reading.ts';
import {
  type ForeignObject,
  isForeignObject,
  objectsOf,
  parseForeignObject,
  textOf,
  textsOf,
  without,
} from '../foreign-json.ts';
import type { ImportOptions, ReportAttachment } from '../imported-report.ts';
import { journalReport } from '../journal-report.ts';
import { dayAt, instantOf, knownZone, minuteAt, zoneOf } from '../journal-time.ts';

/** The lists of media of an entry, the folder each is in, and what one is called. */
const MEDIA = [
  { key: 'photos', folder: 'photos', name: 'photo' },
  { key: 'videos', folder: 'videos', name: 'video' },
  { key: 'audios', folder: 'audios', name: 'audio recording' },
  { key: 'pdfAttachments', folder: 'pdfs', name: 'PDF' },
] as const;

/** Keys that have a place in a COE. */
const READ = new Set(['uuid', 'text', 'tags', 'creationDate', 'timeZone']);

/**
 * Reads an export of Day One in JSON: one JSON file for each journal, and folders of media. The id of an entry is its
 * `uuid`. Photos and other media are attachments; missing ones are doubts.
 */
export const readDayOne: ArchiveReader = (files, options) => {
  const paths = new Set(files.map(({ path }) => path));
  const readings = files.flatMap((file) => readJournal(file, paths, options));
  return withOtherFiles(files, readings, (path) =>
    /(?:^|\/)(?:photos|videos|audios|pdfs)\//.test(path)
      ? 'No entry refers to this file.'
      : 'This file is not part of a Day One export.',
  );
};

function readJournal({ path, text }: ArchiveFile, paths: ReadonlySet<string>, options: ImportOptions): EntryReading[] {
  if (text === null || !/\.json$/i.test(path)) return [];
  const json = parseForeignObject(text);
  if (!json.ok) return [leftOut('refused', path, json.error)];
  if (!Array.isArray(json.value['entries'])) return [leftOut('skipped', path, 'This file is not a Day One journal.')];
  if (json.value['entries'].length === 0) return [leftOut('skipped', path, 'This journal has no entries.')];
  return json.value['entries'].map((entry: unknown, index) =>
    isForeignObject(entry)
      ? readEntry(entry, path, entryPath(path, index), paths, options)
      : leftOut('refused', entryPath(path, index), 'This entry has an unexpected structure.'),
  );
}

function readEntry(
  entry: ForeignObject,
  journalPath: string,
  path: string,
  paths: ReadonlySet<string>,
  options: ImportOptions,
): EntryReading {
  const doubts: string[] = [];
  const media = mediaOf(entry, journalPath, paths, doubts);
  const written = textOf(entry['text']);
  if (written.trim() === '' && media.length === 0) return leftOut('skipped', path, 'This entry has no text.');
  const used = new Set<Medium>();
  const inText = written.replaceAll(REFERENCE, (whole, alt: string, id: string) => {
    const medium = media.find(({ identifier, md5 }) => identifier === id || md5 === id.toLowerCase());
    if (medium === undefined) {
      doubts.push(`The text refers to “${id}”, which the entry does not list.`);
      return whole;
    }
    used.add(medium);
    return `![${alt}](${medium.path})`;
  });
  const unused = media.filter((medium) => !used.has(medium));
  const text = [inText, ...unused.map((medium) => `![](${medium.path})`)].join('\n\n');
  const createdAt = instantOf(textOf(entry['creationDate']));
  if (createdAt === null) doubts.push('The date of the entry could not be read.');
  const report = journalReport(
    {
      path,
      format: 'day-one',
      id: textOf(entry['uuid']),
      text,
      ...(createdAt === null ? {} : { happened: happenedAt(entry, createdAt, options, doubts) }),
      createdAt,
      tags: textsOf(entry['tags']),
      raw: { ...rawOf(entry, createdAt), journal: journalName(journalPath) },
      attachments: media.map((medium): ReportAttachment => ({ path: medium.path, alt: '' })),
      doubts,
    },
    options,
  );
  return { path, content: JSON.stringify(entry), reading: { is: 'reports', reports: [report] } };
}

/** The day or the minute in the zone of the entry, or in the one in use when the entry has none that is known. */
function happenedAt(entry: ForeignObject, createdAt: string, options: ImportOptions, doubts: string[]): Moment {
  const named = textOf(entry['timeZone']);
  const zone = knownZone(named);
  if (zone === null && named !== '')
    doubts.push(`The zone “${named}” is not known. The time is shown in ${zoneOf(options)}.`);
  const shown = zone ?? zoneOf(options);
  return entry['isAllDay'] === true ? dayAt(createdAt, shown) : minuteAt(createdAt, shown);
}

/** A date or a zone that could not be read is kept with the keys that have no place. */
function rawOf(entry: ForeignObject, createdAt: string | null): Record<string, unknown> {
  const raw = without(entry, READ);
  if (createdAt === null && 'creationDate' in entry) raw['creationDate'] = entry['creationDate'];
  if ('timeZone' in entry && knownZone(textOf(entry['timeZone'])) === null) raw['timeZone'] = entry['timeZone'];
  return raw;
}

/** A photo or other file of an entry; `path` is relative to the journal. */
type Medium = { readonly identifier: string; readonly md5: string; readonly path: string };

/** `![](dayone-moment://ID)`, `![](dayone-moment:/video/ID)` and the like. */
const REFERENCE = /!\[([^\]\n]{0,500})\]\(dayone-moment:\/{1,2}(?:[a-zA-Z]{1,30}\/)?([\w-]{1,100})\)/g;

function mediaOf(entry: ForeignObject, journalPath: string, paths: ReadonlySet<string>, doubts: string[]): Medium[] {
  return MEDIA.flatMap(({ key, folder, name }) =>
    objectsOf(entry[key]).flatMap((item) => {
      const [identifier, md5] = [textOf(item['identifier']), textOf(item['md5']).toLowerCase()];
      const type = textOf(item['type']).toLowerCase();
      if (!/^[\w-]{1,100}$/.test(md5 || identifier)) {
        doubts.push(`A ${name} has no usable name. Its data is kept with the source.`);
        return [];
      }
      const names = endingsOf(type, folder).flatMap((ending) =>
        [md5, identifier].map((base) => `${folder}/${base}.${ending}`),
      );
      const found = names.find((candidate) => paths.has(pathBeside(journalPath, candidate)));
      if (found === undefined) doubts.push(`The ${name} “${names[0] ?? identifier}” is not in the export.`);
      return [{ identifier, md5, path: found ?? names[0] ?? '' }];
    }),
  );
}

/** Day One writes both `jpeg` and `jpg`. */
function endingsOf(type: string, folder: string): string[] {
  const safe = /^[a-z0-9]{1,10}$/.test(type) ? type : folder === 'pdfs' ? 'pdf' : 'jpeg';
  return safe === 'jpeg' ? ['jpeg', 'jpg'] : safe === 'jpg' ? ['jpg', 'jpeg'] : [safe];
}

/** The name of a journal: that of its file. */
const journalName = (path: string): string => (path.split('/').at(-1) ?? path).replace(/\.json$/i, '');
