import { maskCode } from '../text/mask-code.ts';
import { pathBeside, relativeTo } from './archive-reading.ts';
import type { ReportAttachment } from './imported-report.ts';

/** A link or a picture of Markdown whose address has no scheme. */
const LINK = /(!?)\[([^[\]\n]{0,500})\]\((?:<([^<>\n]{1,1000})>|([^\s()<>]{1,1000}))((?:\s+"[^"\n]{0,500}")?)\)/g;
/** A picture or file embedded by name, as Obsidian writes it, perhaps with a size: `![[lake.png|300]]`. */
const EMBED = /!\[\[([^[\]|#\n]{1,500})(?:#[^[\]|\n]{0,200})?(?:\|([^[\]\n]{0,200}))?\]\]/g;
/** A picture with a size of its own, which Joplin and Obsidian write as HTML. */
const IMAGE_TAG = /<img\b[^>]{0,500}?\bsrc=["']([^"'<>]{1,1000})["'][^>]{0,500}>/gi;
const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i;

/** The text of a note with its links to files of the same folder or archive, which are its attachments. */
export type NoteWithFiles = {
  readonly text: string;
  readonly attachments: readonly ReportAttachment[];
  readonly doubts: readonly string[];
};

/**
 * Finds the files that a note refers to, by a path relative to it or to the whole, or by name in `![[…]]`, which
 * becomes a picture of Markdown. Missing pictures are doubts. `names` finds a file by its name, for embeds.
 */
export function findLocalFiles(
  text: string,
  notePath: string,
  paths: ReadonlySet<string>,
  names: ReadonlyMap<string, string>,
): NoteWithFiles {
  const attachments = new Map<string, string>();
  const doubts: string[] = [];
  const attach = (path: string, alt: string): string => {
    const relative = relativeTo(notePath, path);
    if (!attachments.has(relative)) attachments.set(relative, alt);
    return relative;
  };
  const code = maskCode(text);
  const embedded = code.text.replaceAll(EMBED, (whole, target: string, shown?: string) => {
    const name = target.trim();
    const path = paths.has(name) ? name : names.get((name.split('/').at(-1) ?? name).toLowerCase());
    if (path === undefined) {
      // Without an ending it is a note, not a file.
      if (/\.\w{1,5}$/.test(name) && !/\.md$/i.test(name)) doubts.push(`The file “${name}” was not found.`);
      return whole;
    }
    if (/\.md$/i.test(path)) return whole;
    const alt = shown === undefined || /^\d+(?:x\d+)?$/.test(shown) ? '' : shown;
    return `![${alt}](${asAddress(attach(path, code.unmask(alt)))})`;
  });
  const findPath = (address: string): string | undefined =>
    [pathBeside(notePath, address), address.replace(/^\/+/, '')].find((one) => paths.has(one));
  const shown = embedded.replaceAll(IMAGE_TAG, (whole: string, source: string) => {
    const address = decoded(source);
    if (SCHEME.test(address)) return whole;
    const path = findPath(address);
    if (path === undefined) {
      doubts.push(`The picture “${address}” was not found.`);
      return whole;
    }
    const alt = (/\balt=["']([^"'<>]{0,300})["']/i.exec(whole)?.[1] ?? '').replaceAll(/[[\]\n]/g, ' ');
    return `![${alt}](${asAddress(attach(path, alt))})`;
  });
  const linked = shown.replaceAll(
    LINK,
    (whole, mark: string, label: string, angled?: string, bare?: string, title = '') => {
      const address = decoded(angled ?? bare ?? '');
      if (SCHEME.test(address)) return whole;
      const path = findPath(address) ?? '';
      if (path === '' || /\.md$/i.test(path)) {
        if (path === '' && mark === '!') doubts.push(`The picture “${address}” was not found.`);
        return whole;
      }
      return `${mark}[${label}](${asAddress(attach(path, code.unmask(label)))}${title})`;
    },
  );
  return { text: code.unmask(linked), attachments: [...attachments].map(([path, alt]) => ({ path, alt })), doubts };
}

/** Files by their name in lower case; of several with one name, the one nearest to the top. */
export function filesByName(paths: Iterable<string>): Map<string, string> {
  const names = new Map<string, string>();
  for (const path of paths) {
    const name = (path.split('/').at(-1) ?? path).toLowerCase();
    const known = names.get(name);
    if (known === undefined || known.split('/').length > path.split('/').length) names.set(name, path);
  }
  return names;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** A path as an address of Markdown; one with spaces or brackets stands between `<` and `>`. */
const asAddress = (path: string): string =>
  /[\s()<>]/.test(path) ? `<${path.replaceAll('<', '%3C').replaceAll('>', '%3E')}>` : path;
