import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

const EXPORT = /^export (?:async )?(?:function\*?|const|let|class|type|interface) (\w+)/;

/** A type that says no more than the schema or the list it is made from, which has the comment. */
const DERIVED = /= z\.infer<typeof \w+>;$|= \(typeof \w+\)\[number\](?:\['id'\])?;$|= keyof (?:typeof )?\w+;$/;

/** The exports of a source text that need a doc comment and have none. */
function uncommented(text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const name = EXPORT.exec(line)?.[1];
    const hasComment = lines[index - 1]?.trimEnd().endsWith('*/') === true;
    return name === undefined || hasComment || DERIVED.test(line) ? [] : [name];
  });
}

it('every export has a doc comment', () => {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root });
  expect(files.length).toBeGreaterThan(1200);
  const found = files.flatMap((file) =>
    uncommented(readFileSync(path.join(root, file), 'utf8')).map((name) => `${file} ${name}`),
  );
  expect(found).toEqual([]);
});

it('an export without one is found, unless its type only repeats a schema or a list', () => {
  const text = [
    '/** The kinds. */',
    "export const KINDS = ['one'] as const;",
    'export type Kind = (typeof KINDS)[number];',
    'export async function read() {}',
    'export type Answer = { kind: Kind };',
  ];
  expect(uncommented(text.join('\n'))).toEqual(['read', 'Answer']);
});
