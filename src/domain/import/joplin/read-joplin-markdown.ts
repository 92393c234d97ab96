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
import { instantOf, minuteAt, zoneOf } from '../journal-time.ts';
import { findLocalFiles } from '../local-files.ts';

/** Keys of the front matter that have a place in a COE. */
const READ = new Set(['title', 'tags', 'created']);

/** Reads Joplin's export of Markdown files with front matter. Such notes have no id; their path identifies them. */
export const readJoplinMarkdown: ArchiveReader = (files, options) => {
  const paths = new Set(files.map(({ path }) => path));
  const readings = files.flatMap((file) => readNote(file, paths, options));
  return withOtherFiles(files, readings, () => 'No note refers to this file.');
};

function readNote({ path, text }: ArchiveFile, paths: ReadonlySet<string>, options: ImportOptions): EntryReading[] {
  if (text === null || !/\.md$/i.test(path)) return [];
  const { data, body, problem } = splitFrontMatter(text);
  const properties = data ?? {};
  const title = textOf(properties['title']) || (path.split('/').at(-1) ?? path).replace(/\.md$/i, '');
  if (data === null && body.trim() === '') return [leftOut('skipped', path, 'This note has no text.')];
  const note = findLocalFiles(body, path, paths, new Map());
  const written = textOf(properties['created']);
  const createdAt = instantOf(written);
  const report = journalReport(
    {
      path,
      format: 'joplin',
      title,
      text: note.text,
      ...(createdAt === null ? {} : { happened: minuteAt(createdAt, zoneOf(options)) }),
      createdAt,
      tags: textsOf(properties['tags']),
      raw: { ...without(properties, READ), ...(createdAt === null && written !== '' ? { created: written } : {}) },
      attachments: note.attachments,
      doubts: [...(problem === null ? [] : [problem]), ...note.doubts],
    },
    options,
  );
  return [{ path, content: text, reading: { is: 'reports', reports: [report] } }];
}
