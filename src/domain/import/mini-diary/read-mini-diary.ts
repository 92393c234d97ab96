import { isCalendarDate } from '../../time/calendar-date.ts';
import { dayMoment } from '../../time/moment.ts';
import { type ArchiveReader, type EntryReading, entryPath, leftOut, withOtherFiles } from '../archive-reading.ts';
import { isForeignObject, parseForeignObject, textOf, without } from '../foreign-json.ts';
import type { ImportOptions } from '../imported-report.ts';
import { journalReport } from '../journal-report.ts';

/** Keys that have a place in a COE. */
const READ = new Set(['title', 'text']);

/** Reads an export of Mini Diary in JSON, which has at most one entry a day. The day is the id of an entry. */
export const readMiniDiary: ArchiveReader = (files, options) => {
  const readings = files.flatMap(({ path, text }): EntryReading[] => {
    if (text === null || !/\.json$/i.test(path)) return [];
    const json = parseForeignObject(text);
    if (!json.ok) return [leftOut('refused', path, json.error)];
    const { entries } = json.value;
    if (!isForeignObject(entries)) return [leftOut('skipped', path, 'This file is not an export of Mini Diary.')];
    const days = Object.entries(entries);
    if (days.length === 0) return [leftOut('skipped', path, 'This diary has no entries.')];
    return days.map(([day, entry], index) => readEntry(day, entry, entryPath(path, index), options));
  });
  return withOtherFiles(files, readings, () => 'This file is not an export of Mini Diary.');
};

function readEntry(day: string, entry: unknown, path: string, options: ImportOptions): EntryReading {
  if (!isForeignObject(entry)) return leftOut('refused', path, 'This entry has an unexpected structure.');
  const [title, text] = [textOf(entry['title']), textOf(entry['text'])];
  if (title.trim() === '' && text.trim() === '') return leftOut('skipped', path, 'This entry has no text.');
  const isDay = isCalendarDate(day);
  const report = journalReport(
    {
      path,
      format: 'mini-diary',
      id: day,
      title,
      text,
      ...(isDay ? { happened: dayMoment(day) } : {}),
      raw: without(entry, READ),
      doubts: isDay ? [] : [`“${day}” could not be read as a day.`],
    },
    options,
  );
  return { path, content: JSON.stringify([day, entry]), reading: { is: 'reports', reports: [report] } };
}
