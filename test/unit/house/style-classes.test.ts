import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

/** The classes that a source file takes from its style sheets, which the sheets do not have. */
function missingClasses(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const code = source.replaceAll(/^import .*$/gm, '');
  return [...source.matchAll(/^import (\w+) from '(\..+\.module\.css)';$/gm)].flatMap(([, name = '', sheet = '']) => {
    const styles = readFileSync(path.resolve(path.dirname(file), sheet), 'utf8');
    const known = new Set([...styles.matchAll(/\.([A-Za-z_][\w-]*)/g)].map(([, each]) => each));
    const used = [...code.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, each = '']) => each);
    return [...new Set(used)].filter((each) => !known.has(each)).map((each) => `${file}: ${each}`);
  });
}

it('every class that a component names is in its style sheet', () => {
  const files = globSync('src/renderer/**/*.tsx');
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap(missingClasses)).toEqual([]);
});
