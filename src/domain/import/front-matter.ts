import { parseDocument } from 'yaml';

import { isForeignObject } from './foreign-json.ts';

/**
 * A text divided into its front matter and the rest. `keys` is null when there is no front matter, or none that can be
 * read; `problem` is then a sentence for the person, and `body` is the whole text.
 */
export type FrontMatter = {
  readonly keys: Readonly<Record<string, unknown>> | null;
  readonly body: string;
  readonly problem: string | null;
};

/** The longest front matter that is read, in characters. */
const LONGEST = 200_000;
const MOST_ALIASES = 50;

/**
 * Reads the YAML or JSON between `---` lines at the start of a text. Dates stay text. Nothing is evaluated: a line such as
 * `---js` opens no front matter. Never throws.
 */
export function divideFrontMatter(text: string): FrontMatter {
  const all = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const opening = /^---[ \t]*\r?\n/.exec(all);
  const closing = opening === null ? null : /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(all.slice(opening[0].length));
  if (opening === null || closing === null) return { keys: null, body: all, problem: null };
  const start = opening[0].length;
  const unreadable = { keys: null, body: all, problem: 'The front matter could not be read and stays in the text.' };
  if (closing.index > LONGEST) return unreadable;
  const keys = parseKeys(all.slice(start, start + closing.index));
  return keys === null
    ? unreadable
    : { keys, body: all.slice(start + closing.index + closing[0].length), problem: null };
}

function parseKeys(yaml: string): Record<string, unknown> | null {
  if (nestingOf(yaml) > 100) return null;
  try {
    const document = parseDocument(yaml, { schema: 'core', uniqueKeys: false, logLevel: 'error' });
    if (document.errors.length > 0) return null;
    // Through JSON, so that aliases become copies and only plain values are left.
    const value: unknown = JSON.parse(
      JSON.stringify(document.toJS({ maxAliasCount: MOST_ALIASES }) ?? {}),
      (key, inner: unknown) => (key === '__proto__' ? undefined : inner),
    );
    return isForeignObject(value) ? { ...value } : null;
  } catch {
    return null; // too many aliases, or an alias that contains itself
  }
}

/** An upper bound for how deeply YAML is nested: by brackets, or by indentation and lists in lists. */
function nestingOf(yaml: string): number {
  let [brackets, deepest] = [0, 0];
  for (const character of yaml) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, (brackets += 1));
    else if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1);
  }
  for (const [indent] of yaml.matchAll(/^[ ]*(?:[-?:] +)*/gm)) deepest = Math.max(deepest, indent.length / 2);
  return deepest;
}
