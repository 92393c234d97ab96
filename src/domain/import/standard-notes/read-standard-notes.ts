import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { type ArchiveReader, type EntryReading, entryPath, leftOut, withOtherFiles } from '../archive-reading.ts';
import {
  type ForeignObject,
  isForeignObject,
  objectsOf,
  parseForeignObject,
  textOf,
  without,
} from '../foreign-json.ts';
import type { ImportOptions } from '../imported-report.ts';
import { journalReport } from '../journal-report.ts';
import { instantOf, minuteAt, zoneOf } from '../journal-time.ts';
import { superMarkdown, tasksMarkdown } from './super-markdown.ts';

const ENCRYPTED =
  'This backup is encrypted. In Standard Notes, choose Preferences › Backups › Download backup › Decrypted, and import that file.';

/** Keys of a note that have a place in a COE. */
const READ = new Set(['title', 'text', 'preview_plain', 'preview_html']);
const ITEM_READ = new Set(['uuid', 'content', 'content_type', 'created_at', 'created_at_timestamp']);

/**
 * Reads a decrypted backup of Standard Notes. The id of a note is its `uuid`. Text in an editor with structure becomes
 * Markdown; plain text stays as typed. Notes in the trash are skipped, and an encrypted backup is refused.
 */
export const readStandardNotes: ArchiveReader = (files, options) => {
  const readings = files.flatMap(({ path, text }): EntryReading[] => {
    if (text === null || !/\.(?:txt|json)$/i.test(path) || isExtra(path)) return [];
    const json = parseForeignObject(text);
    if (!json.ok) return [leftOut('refused', path, json.error)];
    if (!Array.isArray(json.value['items']))
      return [leftOut('skipped', path, 'This file is not a backup of Standard Notes.')];
    const items: readonly unknown[] = json.value['items'];
    if (isEncrypted(json.value, items)) return [leftOut('refused', path, ENCRYPTED)];
    if (items.length === 0) return [leftOut('skipped', path, 'This backup has no notes.')];
    const tags = tagsOfNotes(items);
    return items.map((item, index) => readItem(item, entryPath(path, index), tags, options));
  });
  return withOtherFiles(files, readings, (path) =>
    isExtra(path) ? 'A copy of a note that is in the backup file too.' : 'This file is not a backup of Standard Notes.',
  );
};

/** A zip has each note once more as a file of its own, in `Items/`. */
const isExtra = (path: string): boolean => /(?:^|\/)Items\//.test(path);

const isEncrypted = (backup: ForeignObject, items: readonly unknown[]): boolean =>
  items.some((item) => isForeignObject(item) && /^00[1-9]:/.test(textOf(item['content']))) ||
  (isForeignObject(backup['keyParams']) &&
    items.every((item) => !isForeignObject(item) || !isForeignObject(item['content'])));

/** The names of tags by the id of a note; the tag lists its notes. */
function tagsOfNotes(items: readonly unknown[]): Map<string, string[]> {
  const tags = new Map<string, string[]>();
  for (const item of items) {
    if (!isForeignObject(item) || item['content_type'] !== 'Tag' || !isForeignObject(item['content'])) continue;
    const title = textOf(item['content']['title']);
    for (const reference of objectsOf(item['content']['references'])) {
      const id = textOf(reference['uuid']);
      // A tag also refers to the tag it is in.
      if (reference['content_type'] === 'Note') tags.set(id, [...(tags.get(id) ?? []), title]);
    }
  }
  return tags;
}

function readItem(
  item: unknown,
  path: string,
  tags: ReadonlyMap<string, readonly string[]>,
  options: ImportOptions,
): EntryReading {
  if (!isForeignObject(item)) return leftOut('refused', path, 'This item has an unexpected structure.');
  const type = textOf(item['content_type']);
  if (item['deleted'] === true) return leftOut('skipped', path, 'This item was deleted.');
  if (type === 'Tag') return leftOut('skipped', path, 'A tag, which the notes have.');
  if (type !== 'Note') return leftOut('skipped', path, `Not a note but “${type.slice(0, 60)}”.`);
  const content = item['content'];
  if (!isForeignObject(content)) return leftOut('refused', path, 'This note has an unexpected structure.');
  const data = appData(content);
  if (content['trashed'] === true || data['trashed'] === true) {
    return leftOut('skipped', path, 'This note is in the trash of Standard Notes.');
  }
  const doubts: string[] = [];
  const [title, text] = [textOf(content['title']), markdownOf(content, doubts)];
  if (title.trim() === '' && text.trim() === '') return leftOut('skipped', path, 'This note has no text.');
  const createdAt = instantOf(textOf(item['created_at']));
  const report = journalReport(
    {
      path,
      format: 'standard-notes',
      id: textOf(item['uuid']),
      title,
      text,
      ...(createdAt === null ? {} : { happened: minuteAt(createdAt, zoneOf(options)) }),
      createdAt,
      tags: tags.get(textOf(item['uuid'])) ?? [],
      raw: { ...without(item, ITEM_READ), ...without(content, READ) },
      doubts: createdAt === null ? [...doubts, 'The date of the note could not be read.'] : doubts,
    },
    options,
  );
  return { path, content: JSON.stringify(content), reading: { is: 'reports', reports: [report] } };
}

function appData(content: ForeignObject): ForeignObject {
  const all = content['appData'];
  const own = isForeignObject(all) ? all['org.standardnotes.sn'] : null;
  return isForeignObject(own) ? own : {};
}

/** The text of a note as Markdown, by the editor it was written in. */
function markdownOf(content: ForeignObject, doubts: string[]): string {
  const text = textOf(content['text']);
  switch (content['noteType']) {
    case 'super': {
      const read = superMarkdown(text);
      if (read === null) break;
      const files = read.files.length;
      if (files > 0)
        doubts.push(
          `${files === 1 ? 'A file' : `${files} files`} of this note ${files === 1 ? 'is' : 'are'} not in the backup.`,
        );
      return read.markdown;
    }
    case 'task': {
      const tasks = tasksMarkdown(text);
      if (tasks === null) break; // Simple tasks are Markdown already.
      return tasks;
    }
    case 'code':
    case 'spreadsheet':
    case 'authentication':
      return fenced(text);
    case 'markdown':
      return text;
    default:
      return escapeMarkdown(text);
  }
  if (content['noteType'] === 'super')
    doubts.push('The text of this note could not be read as a Super note, and is kept as it is.');
  return text;
}

/** Text in a code block, with a fence that it does not contain. */
function fenced(text: string): string {
  if (text.trim() === '') return '';
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}
