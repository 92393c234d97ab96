import { parseDocument } from 'yaml';

/**
 * The front matter of a Markdown file. `data` is null when there is none or it cannot be read; then `body` is the whole
 * text. `problem` is a sentence for the person, or null. `bodyLine` is the line, from 1, where the body begins.
 */
export type FrontMatter = {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly text: string;
  readonly body: string;
  readonly bodyLine: number;
  readonly problem: string | null;
};

const BLOCK = /^\uFEFF?(?:[ \t]*\r?\n)*---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;
const OTHER_LANGUAGE = /^\uFEFF?(?:---[a-z]+|\+\+\+|;;;)[ \t]*\r?\n/;
const LONGEST = 64_000;
/** An alias that is used more often than this is an attack, not a shortcut. */
const MOST_ALIASES = 20;

/**
 * Splits YAML front matter from the body. Only YAML is read, as plain data: dates stay text, and tags of other
 * languages have no effect. Never throws.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const none = { data: null, text: '', body: text.replace(/^\uFEFF/, ''), bodyLine: 1, problem: null };
  if (OTHER_LANGUAGE.test(text)) return { ...none, problem: 'The front matter is not YAML and was not read.' };
  const block = BLOCK.exec(text);
  if (block?.index !== 0) return none;
  const [whole, yaml = ''] = block;
  if (yaml.length > LONGEST) return { ...none, problem: 'The front matter is too long to be read.' };
  try {
    const document = parseDocument(yaml, { schema: 'core', uniqueKeys: false, logLevel: 'silent' });
    const data = document.errors.length > 0 ? null : plainValue(document.toJS({ maxAliasCount: MOST_ALIASES }));
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) {
      return {
        data: data as Record<string, unknown>,
        text: yaml,
        body: text.slice(whole.length),
        bodyLine: whole.split('\n').length,
        problem: null,
      };
    }
    // A rule, a text and a rule look like front matter, but hold no keys.
    return document.errors.length > 0 ? { ...none, problem: 'The front matter could not be read.' } : none;
  } catch {
    return { ...none, problem: 'The front matter could not be read.' };
  }
}

/** A value as JSON has it, without prototype keys. Throws for a value that contains itself through an alias. */
const plainValue = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null), (key, inner: unknown) => (key === '__proto__' ? undefined : inner));
