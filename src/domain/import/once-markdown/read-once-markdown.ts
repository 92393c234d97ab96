import { isMap, parseDocument } from 'yaml';

import { CURRENT_SCHEMA_VERSION, type Coe } from '../../coe/coe.ts';
import { FRONT_MATTER_KEYS, REMAINDER_KEY } from '../../export/markdown/front-matter.ts';
import { remainderSchema, withRemainder } from '../../export/markdown/remainder.ts';
import { asRead } from '../../export/markdown/write-markdown.ts';
import type { FileFault } from '../../file/file-fault.ts';
import { parseJsonText } from '../../file/json-text.ts';
import { readCoeJson } from '../../file/read-coe.ts';
import { fail, ok, type Result } from '../../result.ts';

/** The value of `once` in the front matter of our own Markdown. */
const ONCE_MARKDOWN_VERSION = 1;
/** Enough for any front matter; a few aliases are harmless, and thousands are an attack. */
const MOST_ALIASES = 20;
const LONGEST_FRONT_MATTER = 20 * 1024 * 1024;

/** A COE read from our own Markdown. */
export type ReadOnceMarkdown = {
  readonly coe: Coe;
  /** Keys in the front matter that are not ours, with their values as YAML gives them. */
  readonly otherKeys: Readonly<Record<string, unknown>>;
};

/**
 * The front matter of a Markdown file, and the text below it. `values` is empty if there is none or it is no YAML map.
 */
export type SplitMarkdown = { readonly values: Readonly<Record<string, unknown>>; readonly body: string };

/**
 * Splits a Markdown file into front matter and body. Values are those of YAML's core schema, so that dates stay text.
 * Front matter in other languages is never evaluated: it stays in the body. Never throws.
 */
export function splitFrontMatter(text: string): SplitMarkdown {
  const plain = text.replace(/^\ufeff/u, '');
  const found = /^---[ \t]*\r?\n(?:([^]*?)\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(plain);
  const yaml = found?.[1] ?? '';
  if (found === null || yaml.length > LONGEST_FRONT_MATTER) return { values: {}, body: plain };
  const values = parseYaml(yaml);
  return values === null ? { values: {}, body: plain } : { values, body: plain.slice(found[0].length) };
}

/** Whether a Markdown file was written by this app. */
export const isOnceMarkdown = ({ values }: SplitMarkdown): boolean => typeof values['once'] === 'number';

/**
 * Reads Markdown that `writeMarkdown` wrote, also after a person edited it: the text of the file counts, and what it
 * does not show comes from its front matter. `fallback` gives the id and the instant of a COE whose own were removed.
 * The formats are defined in domain/export/markdown.
 */
export function readOnceMarkdown(
  text: string,
  fallback: { readonly id: string; readonly now: string },
): Result<ReadOnceMarkdown, FileFault> {
  const split = splitFrontMatter(text);
  if (!isOnceMarkdown(split)) return fail({ reason: 'not-a-coe', detail: '' });
  const { values, body } = split;
  for (const [key, newest] of [
    ['once', ONCE_MARKDOWN_VERSION],
    ['schema', CURRENT_SCHEMA_VERSION],
  ] as const) {
    const version = values[key];
    if (typeof version === 'number' && version > newest) return fail({ reason: 'newer-version', version });
  }
  const read = asRead(values, body, fallback);
  if (read === null) return fail({ reason: 'invalid', detail: '' });
  const whole = readCoeJson(withRemainder(read, remainderIn(values)));
  // A remainder that fits no COE was edited; what the file shows counts on its own.
  const coe = whole.ok ? whole : readCoeJson(read);
  return coe.ok ? ok({ coe: coe.value, otherKeys: otherKeysIn(values) }) : coe;
}

function remainderIn(values: Readonly<Record<string, unknown>>) {
  const text = values[REMAINDER_KEY];
  const json = typeof text === 'string' ? parseJsonText(text) : null;
  return json?.ok === true ? remainderSchema.safeParse(json.value).data : undefined;
}

const otherKeysIn = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([key]) => !FRONT_MATTER_KEYS.has(key)));

/** The map of a YAML document; null for anything else, or an error. */
function parseYaml(yaml: string): Record<string, unknown> | null {
  try {
    const document = parseDocument(yaml, { schema: 'core', merge: false, prettyErrors: false, stringKeys: true });
    if (document.errors.length > 0 || !isMap(document.contents)) return null;
    const values: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    return typeof values === 'object' && values !== null ? { ...values } : null;
  } catch {
    return null;
  }
}
