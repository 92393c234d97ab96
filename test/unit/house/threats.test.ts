import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

it('every test that docs/threats.md names exists', () => {
  const named = [
    ...readFileSync(path.join(root, 'docs/threats.md'), 'utf8').matchAll(
      /\| `([\w-]+\.(?:spec|test)\.ts)`: (.+?) \|$/gm,
    ),
  ];
  expect(named.length).toBeGreaterThanOrEqual(29);
  for (const [, file = '', title = ''] of named) {
    const [found] = globSync(`test/**/${file}`, { cwd: root });
    expect(found, file).toBeDefined();
    expect(readFileSync(path.join(root, found ?? ''), 'utf8'), `${file}: ${title}`).toContain(title);
  }
});
