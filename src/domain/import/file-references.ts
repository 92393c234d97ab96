import { maskCode } from '../text/mask-code.ts';

/** A link or picture of Markdown; its address may have spaces between `<` and `>`, or one pair of brackets. */
const LINK =
  /(!?)\[([^[\]\n]{0,500})\]\(\s*(?:<([^<>\n]{1,1000})>|((?:[^\s()<>]|\([^\s()<>]{0,200}\)){1,1000}))((?:\s+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?)\s*\)/g;
/** A picture or file embedded by name, as Obsidian writes it, perhaps with a size: `![[lake.png|300]]`. */
const EMBED = /!\[\[([^\][|#\n]{1,500})(?:\|([^\][\n]{0,100}))?\]\]/g;
const IMAGE_TAG = /<img\b[^>]{0,500}?\bsrc=["']([^"'<>]{1,1000})["'][^>]{0,500}>/gi;
/** Where a link by reference leads: `[lake]: lake.png`. */
const DEFINITION = /^( {0,3}\[[^[\]\n]{1,300}\]:[ \t]*)(?:<([^<>\n]{1,1000})>|([^\s<>]{1,1000}))/gm;
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i;

/** A path that a text names. `isPicture` is false for a link. `label` is the text of the link or picture. */
export type FileReference = { readonly path: string; readonly label: string; readonly isPicture: boolean };
/** The address that replaces a path, and whether a picture is shown there or a link. */
export type NewReference = { readonly address: string; readonly isPicture: boolean };

/**
 * Replaces the paths in the links, pictures, embeds and image tags of a text. Addresses with a scheme are left alone,
 * as is all code, and every reference for which `replace` returns null. Paths are decoded and have no query.
 */
export function replaceFileReferences(
  text: string,
  replace: (reference: FileReference) => NewReference | null,
): string {
  const code = maskCode(text);
  const find = (address: string, label: string, isPicture: boolean): NewReference | null => {
    const path = pathIn(address);
    return path === '' || ELSEWHERE.test(address) ? null : replace({ path, label: code.unmask(label), isPicture });
  };
  const written = ({ address, isPicture }: NewReference, label: string, path: string, title = ''): string =>
    isPicture ? `![${label}](${address}${title})` : `[${label === '' ? nameIn(path) : label}](${address}${title})`;
  const replaced = code.text
    .replaceAll(EMBED, (whole, name: string, shown = '') => {
      const label = /^\d*(?:x\d+)?$/.test(shown) ? '' : shown;
      const found = find(name.trim(), label, true);
      return found === null ? whole : written(found, label, name);
    })
    .replaceAll(LINK, (whole, mark: string, label: string, angled = '', bare = '', title = '') => {
      const found = find(angled || bare, label, mark === '!');
      return found === null ? whole : written(found, label, angled || bare, title);
    })
    .replaceAll(IMAGE_TAG, (whole: string, address: string) => {
      const label = /\balt=["']([^"'<>[\]]{0,300})["']/i.exec(whole)?.[1] ?? '';
      const found = find(address, label, true);
      return found === null ? whole : written(found, label, address);
    })
    .replaceAll(DEFINITION, (whole, start: string, angled = '', bare = '') => {
      const found = find(angled || bare, '', false);
      return found === null ? whole : `${start}${found.address}`;
    });
  return code.unmask(replaced);
}

/** The path of an address: without its query, and with escapes resolved. */
function pathIn(address: string): string {
  const path = address.replace(/[?#].*$/, '').replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const nameIn = (path: string): string => (path.split('/').at(-1) ?? path).replaceAll(/[[\]]/g, '');
