import {
  type ArchiveFile,
  type ArchiveReader,
  type EntryReading,
  leftOut,
  relativeTo,
  withOtherFiles,
} from '../archive-reading.ts';
import { maskCode } from '../../text/mask-code.ts';
import { htmlText } from '../html/read-html.ts';
import type { ImportOptions, ReportAttachment } from '../imported-report.ts';
import { journalReport } from '../journal-report.ts';
import { instantOf, minuteAt, zoneOf } from '../journal-time.ts';
import { ITEM_TYPES, parseRawItem, type RawItem } from './raw-item.ts';

type FoundItem = RawItem & { readonly path: string; readonly id: string };

/** Keys of a note that have a place in a COE. */
const READ = new Set(['id', 'type_', 'created_time', 'user_created_time']);

/**
 * Reads Joplin's RAW export, or the unpacked files of a JEX. Tags belong to notes by items of their own, and folders
 * are kept under `source.raw`. Encrypted notes and those in Joplin's trash are skipped. The id of a note is Joplin's.
 */
export const readJoplinRaw: ArchiveReader = (files, options) => {
  const items = files.map((file) => ({ file, item: itemOf(file) }));
  const found = items.flatMap(({ item }) => (item === null ? [] : [item]));
  const library = libraryOf(found, files);
  const readings = items.flatMap(({ file, item }): EntryReading[] => {
    if (item !== null) return [readItem(item, library, options)];
    return /\.md$/i.test(file.path) ? [leftOut('skipped', file.path, 'This file is not an item of Joplin.')] : [];
  });
  return withOtherFiles(files, readings, () => 'No note refers to this file.');
};

function itemOf({ path, text }: ArchiveFile): FoundItem | null {
  if (text === null || !/\.md$/i.test(path)) return null;
  const item = parseRawItem(text);
  return item === null ? null : { ...item, path, id: item.properties['id'] ?? '' };
}

/**
 * What notes refer to. `resources` has the file of each resource, relative to the export, or null when it is missing.
 */
type Library = {
  readonly tags: ReadonlyMap<string, readonly string[]>;
  readonly folders: ReadonlyMap<string, FoundItem>;
  readonly resources: ReadonlyMap<string, string | null>;
};

function libraryOf(items: readonly FoundItem[], files: readonly ArchiveFile[]): Library {
  const ofType = (type: string): FoundItem[] => items.filter(({ properties }) => properties['type_'] === type);
  const names = new Map(ofType(ITEM_TYPES.tag).map(({ id, title }) => [id, title]));
  const tags = new Map<string, string[]>();
  for (const { properties } of ofType(ITEM_TYPES.noteTag)) {
    const [note, name] = [properties['note_id'] ?? '', names.get(properties['tag_id'] ?? '')];
    if (name !== undefined) tags.set(note, [...(tags.get(note) ?? []), name]);
  }
  const fileOf = new Map(
    files.flatMap(({ path }) => {
      const id = /(?:^|\/)resources\/([0-9a-f]{32})(?:\.[^/]*)?$/.exec(path)?.[1];
      return id === undefined ? [] : [[id, path] as const];
    }),
  );
  return {
    tags,
    folders: new Map(ofType(ITEM_TYPES.folder).map((folder) => [folder.id, folder])),
    resources: new Map(ofType(ITEM_TYPES.resource).map(({ id }) => [id, fileOf.get(id) ?? null])),
  };
}

/** Why an item that is no note gives no report. */
const OTHER_ITEMS: Readonly<Record<string, string>> = {
  [ITEM_TYPES.folder]: 'A folder, whose name the notes keep.',
  [ITEM_TYPES.resource]: 'The description of an attachment.',
  [ITEM_TYPES.tag]: 'A tag, which the notes have.',
  [ITEM_TYPES.noteTag]: 'The link of a tag to a note.',
  [ITEM_TYPES.revision]: 'An earlier version of a note.',
};

function readItem(item: FoundItem, library: Library, options: ImportOptions): EntryReading {
  const { path, properties } = item;
  if (properties['encryption_applied'] === '1') {
    const reason =
      'This item is encrypted. Turn off encryption in Joplin, or let it decrypt everything, and export again.';
    return leftOut('skipped', path, reason);
  }
  const type = properties['type_'] ?? '';
  if (type !== ITEM_TYPES.note)
    return leftOut('skipped', path, OTHER_ITEMS[type] ?? `Not a note but an item of type ${type.slice(0, 10)}.`);
  if (!/^0?$/.test(properties['deleted_time'] ?? '')) {
    return leftOut('skipped', path, 'This note is in the trash of Joplin.');
  }
  if (item.title === '' && item.body.trim() === '') return leftOut('skipped', path, 'This note has no text.');
  const doubts: string[] = [];
  const attachments: ReportAttachment[] = [];
  const body = bodyOf(item, doubts);
  const text = withResources(body, path, library, attachments, doubts);
  if (properties['is_conflict'] === '1')
    doubts.push('Joplin marked this note as a conflict: another version of it exists.');
  const createdAt = instantOf(properties['user_created_time'] ?? '') ?? instantOf(properties['created_time'] ?? '');
  if (createdAt === null) doubts.push('The date of the note could not be read.');
  const report = journalReport(
    {
      path,
      format: 'joplin',
      id: item.id,
      title: item.title,
      text,
      ...(createdAt === null ? {} : { happened: minuteAt(createdAt, zoneOf(options)) }),
      createdAt,
      tags: library.tags.get(item.id) ?? [],
      raw: rawOf(item, library.folders),
      attachments,
      doubts,
    },
    options,
  );
  // The times of a note change with every synchronisation, so they do not count as a change of the note.
  const content = JSON.stringify([item.title, item.body, library.tags.get(item.id) ?? []]);
  return { path, content, reading: { is: 'reports', reports: [report] } };
}

/** The body as Markdown; a page that the web clipper kept as HTML is filtered. */
function bodyOf({ body, properties }: FoundItem, doubts: string[]): string {
  if (properties['markup_language'] !== '2') return body;
  try {
    const page = htmlText(body);
    doubts.push(...page.doubts);
    return page.markdown;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    doubts.push('The page in this note is nested too deeply to be read, and is kept as it is.');
    return body;
  }
}

/** A picture that was made smaller in Joplin, which is then HTML. */
const IMAGE_TAG = /<img\b[^>]{0,500}?\bsrc=["']:\/([0-9a-f]{32})["'][^>]{0,500}>/gi;

/**
 * `![](:/ID)`, `[name](:/ID)` and `<img src=":/ID">` with the file of the resource. A link to another note stays as it is.
 */
function withResources(
  body: string,
  path: string,
  { resources }: Library,
  attachments: ReportAttachment[],
  doubts: string[],
): string {
  const code = maskCode(body);
  const asMarkdown = code.text.replaceAll(IMAGE_TAG, (whole: string, id: string) => `![${altOf(whole)}](:/${id})`);
  const linked = asMarkdown.replaceAll(
    /(!?)\[([^\]\n]{0,500})\]\(:\/([0-9a-f]{32})(\s+"[^"\n]{0,200}")?\)/g,
    (whole, ...parts: string[]) => {
      const [mark = '', label = '', id = ''] = parts;
      const alt = code.unmask(label);
      const file = resources.get(id);
      if (file === undefined && mark === '') return whole;
      if (file === undefined || file === null) {
        doubts.push(`The attachment “${alt === '' ? id : alt}” is not in the export.`);
        return whole;
      }
      const relative = relativeTo(path, file);
      if (!attachments.some((one) => one.path === relative)) attachments.push({ path: relative, alt });
      return `${mark}[${alt}](${relative})`;
    },
  );
  return code.unmask(linked);
}

/** The alternative text of an image tag, without brackets, which would end the text of a picture. */
const altOf = (tag: string): string =>
  (/\balt=["']([^"'<>]{0,300})["']/i.exec(tag)?.[1] ?? '').replaceAll(/[[\]\n]/g, ' ');

/** Properties without a place in a COE, but for empty ones, and the folders from the outermost. */
function rawOf({ properties }: FoundItem, folders: Library['folders']): Record<string, unknown> {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let id = properties['parent_id'] ?? ''; folders.has(id) && !seen.has(id);) {
    seen.add(id);
    names.unshift(folders.get(id)?.title ?? '');
    id = folders.get(id)?.properties['parent_id'] ?? '';
  }
  const raw = Object.entries(properties).filter(([key, value]) => value !== '' && !READ.has(key));
  return { ...Object.fromEntries(raw), ...(names.length === 0 ? {} : { folders: names }) };
}
