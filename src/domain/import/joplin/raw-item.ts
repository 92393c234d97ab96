/** An item of Joplin's RAW or JEX export: a note, a folder, a tag and so on. `properties` are texts, unescaped. */
export type RawItem = {
  readonly title: string;
  readonly body: string;
  readonly properties: Readonly<Record<string, string>>;
};

/** What the number in `type_` means. */
export const ITEM_TYPES = { note: '1', folder: '2', resource: '4', tag: '5', noteTag: '6', revision: '13' } as const;

const PROPERTY = /^([a-z][a-z0-9_]{0,60}):(?: (.*))?$/;

/**
 * Reads an item from its end: the last block of lines are properties, the first line is the title, and the rest is the
 * body, which may contain anything. Null for a text that is no item.
 */
export function parseRawItem(text: string): RawItem | null {
  const lines = text.replaceAll('\r\n', '\n').trimEnd().split('\n');
  const properties: [string, string][] = [];
  let at = lines.length - 1;
  for (; at >= 0; at -= 1) {
    const property = PROPERTY.exec(lines[at] ?? '');
    if (property === null) break;
    properties.push([property[1] ?? '', unescaped(property[2] ?? '')]);
  }
  const all = Object.fromEntries(properties.toReversed());
  // Only an empty line may stand before the properties.
  if (all['type_'] === undefined || all['id'] === undefined) return null;
  if (at >= 0 && lines[at]?.trim() !== '') return null;
  const [title = '', ...rest] = lines.slice(0, Math.max(0, at));
  return { title: title.trim(), body: rest.join('\n').replace(/^\n/, ''), properties: all };
}

/** Line breaks in a value are written `\n`, and a backslash before an `n` is written `\\n`. */
const unescaped = (value: string): string =>
  value.replaceAll(/\\\\n|\\\\r|\\n|\\r/g, (found) =>
    found.startsWith('\\\\') ? found.slice(1) : found === '\\n' ? '\n' : '\r',
  );
