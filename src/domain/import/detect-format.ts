import type { ArchiveReader } from './archive-reading.ts';
import { readDayOne } from './day-one/read-day-one.ts';
import { readJoplinMarkdown } from './joplin/read-joplin-markdown.ts';
import { readJoplinRaw } from './joplin/read-joplin-raw.ts';
import { readJrnl } from './jrnl/read-jrnl.ts';
import { readMiniDiary } from './mini-diary/read-mini-diary.ts';
import { readObsidian } from './obsidian/read-obsidian.ts';
import { isPatternFile } from './once/read-once.ts';
import { readStandardNotes } from './standard-notes/read-standard-notes.ts';

/** A file by its name and its first bytes, decoded as Latin-1 so that no byte is lost. 64 kB are enough. */
export type FileHead = { readonly path: string; readonly head: string };

/** Formats in which the files of a folder or an archive belong together, with their readers. */
export const ARCHIVE_READERS = {
  'day-one': readDayOne,
  jrnl: readJrnl,
  'joplin-raw': readJoplinRaw,
  'joplin-markdown': readJoplinMarkdown,
  obsidian: readObsidian,
  'standard-notes': readStandardNotes,
  'mini-diary': readMiniDiary,
} as const satisfies Record<string, ArchiveReader>;
export type ArchiveFormat = keyof typeof ARCHIVE_READERS;

/** Formats of single files. `zip` and `tar` have to be unpacked first; a JEX of Joplin is a tar. */
export type FileFormat = 'zip' | 'tar' | 'docx' | 'html' | 'csv' | 'markdown' | 'once-json' | 'once-pattern';

/** Files that belong together as one export of another app. */
export type DetectedArchive = { readonly format: ArchiveFormat; readonly paths: readonly string[] };

/**
 * What was picked. `formats` has the files that are read by themselves, and `reasons` those in a format that Once
 * recognises but cannot read, with a sentence on what to do instead. `listings` are
 * tables that only list others of the files. A file that is in none of these and in no archive is no report.
 */
export type DetectedFormats = {
  readonly archives: readonly DetectedArchive[];
  readonly formats: ReadonlyMap<string, FileFormat>;
  readonly reasons: ReadonlyMap<string, string>;
  readonly listings: ReadonlyMap<string, string>;
};

/** Recognises formats from the names and the first bytes of files: one file, or those of a folder or an archive. */
export function detectFormats(files: readonly FileHead[]): DetectedFormats {
  const archives = archivesIn(files);
  const inArchives = new Set(archives.flatMap(({ paths }) => paths));
  const formats = new Map<string, FileFormat>();
  const reasons = new Map<string, string>();
  const listings = new Map<string, string>();
  for (const file of files) {
    if (inArchives.has(file.path)) continue;
    const reason = UNREADABLE.find(({ matches }) => matches(file))?.reason;
    const format = fileFormat(file);
    if (listsPages(file.path, files)) {
      listings.set(file.path, 'This table lists pages that are imported themselves.');
      continue;
    }
    if (reason !== undefined) reasons.set(file.path, reason);
    else if (format !== null) formats.set(file.path, format);
  }
  return { archives, formats, reasons, listings };
}

const RAW_ITEM = /(?:^|\/)[0-9a-f]{32}\.md$/;
const JOPLIN_TIME = String.raw`: \d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}Z\s*$`;
const JOPLIN_CREATED = new RegExp(`^created${JOPLIN_TIME}`, 'm');
const JOPLIN_UPDATED = new RegExp(`^updated${JOPLIN_TIME}`, 'm');

/** Archives without overlap. A vault comes first, because it may hold exports of other apps. */
function archivesIn(files: readonly FileHead[]): DetectedArchive[] {
  const archives: DetectedArchive[] = [];
  let left = files;
  const take = (format: ArchiveFormat, belongs: (path: string) => boolean): void => {
    const paths = left.map(({ path }) => path).filter(belongs);
    if (paths.length === 0) return;
    archives.push({ format, paths });
    left = left.filter(({ path }) => !belongs(path));
  };
  const folders = (pattern: RegExp): string[] => [
    ...new Set(left.flatMap(({ path }) => pattern.exec(path)?.[1] ?? [])),
  ];
  for (const vault of folders(/^((?:.*\/)?)\.obsidian\//)) take('obsidian', (path) => path.startsWith(vault));
  const items = left.filter(({ path, head }) => RAW_ITEM.test(path) && /^type_: \d+\s*$/m.test(head));
  for (const folder of new Set(items.map(({ path }) => folderOf(path)))) {
    take('joplin-raw', (path) => folderOf(path) === folder || path.startsWith(`${folder}resources/`));
  }
  const journals = new Map<string, { format: ArchiveFormat; folder: string; paths: Set<string> }>();
  for (const { path, head } of left) {
    const format = /\.(?:json|txt)$/i.test(path) ? journalFormat(path, head) : null;
    if (format === null) continue;
    const folder = folderOf(path);
    const journal = journals.get(`${format} ${folder}`) ?? { format, folder, paths: new Set() };
    journals.set(`${format} ${folder}`, journal);
    journal.paths.add(path);
  }
  for (const { format, folder, paths } of journals.values()) {
    take(format, (path) => paths.has(path) || isBeside(path, folder, format));
  }
  const notes = left.filter(({ path }) => /\.md$/i.test(path));
  // One note of Joplin among other Markdown does not make it a journal.
  if (notes.filter(({ head }) => isJoplinNote(head)).length * 2 > notes.length) {
    take('joplin-markdown', (path) => /\.md$/i.test(path) || /(?:^|\/)_?resources\//.test(path));
  }
  return archives;
}

/** A table of Notion, whose rows are the pages in the folder of its name. */
const NOTION_TABLE = /^(.*) ([0-9a-f]{32})(?:_all)?\.csv$/i;

/** Whether a table only lists pages that are among the files too. */
function listsPages(path: string, files: readonly FileHead[]): boolean {
  const [, name, id] = NOTION_TABLE.exec(path) ?? [];
  return (
    name !== undefined &&
    files.some(
      (file) =>
        /\.(?:md|html)$/i.test(file.path) && [`${name}/`, `${name} ${id}/`].some((each) => file.path.startsWith(each)),
    )
  );
}

/** The folder of a path with a `/` at its end; empty for none. */
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Whether a file belongs to a journal in a folder: its media, or a copy of its notes. */
function isBeside(path: string, folder: string, format: ArchiveFormat): boolean {
  if (!path.startsWith(folder)) return false;
  const rest = path.slice(folder.length);
  if (format === 'day-one') return /^(?:photos|videos|audios|pdfs)\//.test(rest);
  return format === 'standard-notes' && rest.startsWith('Items/');
}

const isJoplinNote = (head: string): boolean => {
  const frontMatter = /^(?:\u00EF\u00BB\u00BF)?---\r?\n([\s\S]*?)^---/m.exec(head)?.[1] ?? '';
  return JOPLIN_CREATED.test(frontMatter) && JOPLIN_UPDATED.test(frontMatter);
};

/** An entry that jrnl exported as a file of its own. */
const LONE_JRNL_ENTRY: readonly RegExp[] = [
  /^\{\s*"title"\s*:/,
  /"body"\s*:\s*"/,
  /"date"\s*:\s*"\d{4}-\d\d-\d\d"/,
  /"time"\s*:\s*"\d\d:\d\d"/,
];

function journalFormat(path: string, head: string): ArchiveFormat | null {
  const json = head.replace(/^\u00EF\u00BB\u00BF/, '').trimStart();
  if (/Standard Notes Backup and Import File\.txt$/i.test(path)) return 'standard-notes';
  if (!json.startsWith('{')) return null;
  if (/"items"\s*:\s*\[/.test(json) && /"(?:content_type|keyParams|auth_params)"/.test(json)) return 'standard-notes';
  if (/"application"\s*:\s*"Mini Diary"/.test(json)) return 'mini-diary';
  if (/^\{\s*"metadata"\s*:\s*\{[^{}]*\}\s*,\s*"entries"\s*:\s*\[/.test(json)) return 'day-one';
  if (/^\{\s*"entries"\s*:\s*\[/.test(json) && /"creationDate"\s*:/.test(json)) return 'day-one';
  if (/^\{\s*"tags"\s*:\s*\{/.test(json)) return 'jrnl';
  if (LONE_JRNL_ENTRY.every((key) => key.test(json))) return 'jrnl';
  return /"entries"\s*:\s*\[\s*\{/.test(json) && /"body"\s*:/.test(json) && /"time"\s*:\s*"\d\d:\d\d"/.test(json)
    ? 'jrnl'
    : null;
}

/** Formats that Once recognises but cannot read, and what to do instead. */
const UNREADABLE: readonly { readonly matches: (file: FileHead) => boolean; readonly reason: string }[] = [
  {
    matches: ({ head }) => head.startsWith('JRNLv') || /^gAAAAA[\w-]+=*\s*$/.test(head),
    reason: 'This journal of jrnl is encrypted. Run “jrnl --export json > journal.json”, and import that file.',
  },
  {
    matches: ({ path }) => /\.doentry$/i.test(path) || /(?:^|\/)[^/]+\.dayone\//i.test(path),
    reason:
      'This is a journal of Day One Classic. Open it in Day One, choose File › Export › JSON, and import that zip.',
  },
  {
    matches: ({ path, head }) => /\.txt$/i.test(path) && /^\tDate:\t/m.test(head),
    reason:
      'This is a text export of Day One. Choose File › Export › JSON in Day One instead, which also has tags and photos.',
  },
  {
    matches: ({ path, head }) =>
      /\.(?:txt|jrnl)$/i.test(path) && /^\[\d{4}-\d{2}-\d{2} \d{2}:\d{2}(?::\d{2})?(?: [AP]M)?\] /.test(head),
    reason: 'This is a journal of jrnl as text. Run “jrnl --export json > journal.json”, and import that file.',
  },
  {
    matches: ({ path }) => /(?:^|\/)AppleJournalEntries\//.test(path),
    reason:
      'This is an export of Apple Journal, whose dates depend on the language of the phone. Once cannot read it. Copy single entries into a new COE instead.',
  },
];

function fileFormat({ path, head }: FileHead): FileFormat | null {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (head.startsWith('PK\u0003\u0004')) {
    return ending === 'docx' || (ending !== 'zip' && head.includes('word/')) ? 'docx' : 'zip';
  }
  if (head.slice(257, 262) === 'ustar') return 'tar';
  if (ending === 'json') {
    if (/"format"\s*:\s*"once-coe"/.test(head)) return 'once-json';
    return isPatternFile(head) ? 'once-pattern' : null;
  }
  if (/^(?:html?|xhtml)$/.test(ending)) return 'html';
  if (/^(?:csv|tsv)$/.test(ending)) return 'csv';
  if (/^(?:md|markdown|mdown|mkd|mdx|txt|text|erb|)$/.test(ending)) {
    if (head.includes('\0')) return null;
    return /^\s*(?:<!doctype html|<html[\s>])/i.test(head) ? 'html' : 'markdown';
  }
  return null;
}
