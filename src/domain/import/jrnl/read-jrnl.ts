import { type ArchiveReader, type EntryReading, entryPath, leftOut, withOtherFiles } from '../archive-reading.ts';
import { type ForeignObject, isForeignObject, parseForeignObject, textOf, textsOf, without } from '../foreign-json.ts';
import type { ImportOptions } from '../imported-report.ts';
import { journalReport } from '../journal-report.ts';
import { floatingTime, zoneDoubts } from '../journal-time.ts';

/** Keys that have a place in a COE. */
const READ = new Set(['uuid', 'title', 'body', 'date', 'time', 'tags']);

/**
 * Reads an export of jrnl in JSON. Its times have no zone. An entry without `uuid` is identified by its date and time,
 * because its position in the file changes as the journal grows. Exported to a folder, each entry is a file of its own. The
 * text is Markdown, as jrnl's own viewers read it.
 */
export const readJrnl: ArchiveReader = (files, options) => {
  const times = new Map<string, number>();
  const readings = files.flatMap(({ path, text }): EntryReading[] => {
    if (text === null || !/\.json$/i.test(path)) return [];
    const json = parseForeignObject(text);
    if (!json.ok) return [leftOut('refused', path, json.error)];
    const { entries } = json.value;
    if (isLoneEntry(json.value)) return [readEntry(json.value, path, idOf(json.value, times), options)];
    if (!Array.isArray(entries)) return [leftOut('skipped', path, 'This file is not an export of jrnl.')];
    if (entries.length === 0) return [leftOut('skipped', path, 'This journal has no entries.')];
    return entries.map((entry: unknown, index) =>
      isForeignObject(entry)
        ? readEntry(entry, entryPath(path, index), idOf(entry, times), options)
        : leftOut('refused', entryPath(path, index), 'This entry has an unexpected structure.'),
    );
  });
  return withOtherFiles(files, readings, () => 'This file is not an export of jrnl.');
};

/** Whether a file holds one entry, not a journal. */
const isLoneEntry = (value: ForeignObject): boolean =>
  value['entries'] === undefined &&
  typeof value['title'] === 'string' &&
  typeof value['body'] === 'string' &&
  typeof value['date'] === 'string' &&
  typeof value['time'] === 'string';

/** `times` counts the entries of each minute. */
function idOf(entry: ForeignObject, times: Map<string, number>): string {
  const uuid = textOf(entry['uuid']);
  if (uuid !== '') return uuid;
  const time = `${textOf(entry['date'])} ${textOf(entry['time'])}`.trim();
  const before = times.get(time) ?? 0;
  times.set(time, before + 1);
  return before === 0 ? time : `${time} #${before + 1}`;
}

function readEntry(entry: ForeignObject, path: string, id: string, options: ImportOptions): EntryReading {
  const [title, body] = [textOf(entry['title']), textOf(entry['body'])];
  if (title.trim() === '' && body.trim() === '') return leftOut('skipped', path, 'This entry has no text.');
  const written = `${textOf(entry['date'])} ${textOf(entry['time'])}`.trim();
  const time = floatingTime(written, options);
  const report = journalReport(
    {
      path,
      format: 'jrnl',
      id,
      title,
      text: body,
      ...(time === null ? {} : { happened: time.moment }),
      tags: textsOf(entry['tags']),
      raw: { ...without(entry, READ), ...(time === null ? { date: entry['date'], time: entry['time'] } : {}) },
      doubts: time === null ? [`“${written}” could not be read as a time.`] : zoneDoubts(time.zoneAsked, options),
      zoneAsked: time?.zoneAsked ?? false,
    },
    options,
  );
  return { path, content: JSON.stringify(entry), reading: { is: 'reports', reports: [report] } };
}
