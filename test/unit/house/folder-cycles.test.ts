import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

/**
 * Folders of a room stand in an order: each imports only those below it, by value or by type. The linter knows rooms
 * and single files; a circle of folders in which no two files import each other would pass it unseen.
 */
const root = path.resolve(import.meta.dirname, '../../..');

type Source = { readonly file: string; readonly text: string };

/** Every module that a source names: imports, re-exports, `import()` and `import('…')` in a type. */
function modulesIn({ file, text }: Source): string[] {
  const modules: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) return value.forEach(visit);
    const node = value as { readonly type?: unknown; readonly source?: { readonly value?: unknown } };
    if (typeof node.type === 'string' && /Import|Export/.test(node.type) && typeof node.source?.value === 'string') {
      modules.push(node.source.value);
    }
    Object.values(value).forEach(visit);
  };
  visit(parseSync(file, text).program);
  return modules;
}

/**
 * What each folder directly under `room` imports of the others. A file that lies in the room itself counts as a folder
 * of its own.
 */
function importsBetween(room: string, sources: readonly Source[]): Map<string, Set<string>> {
  const alias = `#${path.posix.basename(room)}/`;
  const folderOf = (file: string): string => path.posix.relative(room, file).split('/')[0] ?? '';
  const imports = new Map<string, Set<string>>();
  for (const source of sources) {
    const from = folderOf(source.file);
    for (const name of modulesIn(source)) {
      const target = name.startsWith(alias)
        ? path.posix.join(room, name.slice(alias.length))
        : path.posix.join(path.posix.dirname(source.file), name);
      const isInRoom = (name.startsWith('.') || name.startsWith(alias)) && target.startsWith(`${room}/`);
      if (!isInRoom || folderOf(target) === from) continue;
      imports.set(from, (imports.get(from) ?? new Set()).add(folderOf(target)));
    }
  }
  return imports;
}

/** The groups of folders directly under `room` that import each other in a circle; empty when there is none. */
function folderCycles(room: string, sources: readonly Source[]): string[][] {
  const imports = importsBetween(room, sources);
  const reachedFrom = (start: string): Set<string> => {
    const reached = new Set<string>();
    const waiting = [...(imports.get(start) ?? [])];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      waiting.push(...(imports.get(next) ?? []));
    }
    return reached;
  };
  const reached = new Map([...imports.keys()].map((folder) => [folder, reachedFrom(folder)]));
  const groups = [...reached]
    .filter(([folder, others]) => others.has(folder))
    .map(([folder, others]) =>
      [...others]
        .filter((other) => reached.get(other)?.has(folder) === true)
        .sort()
        .join(' '),
    );
  return [...new Set(groups)].map((group) => group.split(' '));
}

const sourcesOf = (room: string): Source[] =>
  globSync(`${room}/**/*.{ts,tsx}`, { cwd: root }).map((file) => ({
    file: file.replaceAll('\\', '/'),
    text: readFileSync(path.join(root, file), 'utf8'),
  }));

/** The folders of the domain in the order of ARCHITECTURE.md, those of one line together. */
function documentedOrder(): string[][] {
  const text = readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8');
  const list = text.slice(text.indexOf('\nsrc/domain/'), text.indexOf('\nsrc/ipc/'));
  return [...list.matchAll(/^ {2}((?:[\w-]+\/ ?)+)/gm)].map(([, names = '']) =>
    names.trim().replaceAll('/', '').split(' '),
  );
}

describe('the folders of the domain', () => {
  it('import only folders on the lines above theirs in ARCHITECTURE.md', () => {
    const order = documentedOrder();
    const imports = importsBetween('src/domain', sourcesOf('src/domain'));
    const wrong = order.flatMap((folders, line) =>
      folders.flatMap((folder) =>
        [...(imports.get(folder) ?? [])]
          .filter((other) => !other.endsWith('.ts') && !order.slice(0, line).flat().includes(other))
          .map((other) => `${folder} imports ${other}`),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the folders under a root', () => {
  it.each(['src/domain', 'src/main', 'src/renderer', 'src/renderer/editor'])(
    'of %s import each other in one direction only',
    (room) => {
      const sources = sourcesOf(room);
      expect(sources.length).toBeGreaterThan(50);
      expect(folderCycles(room, sources)).toEqual([]);
    },
  );

  it.each([
    ['a value', "import { b } from '../two/b.ts';"],
    ['a type', "import type { B } from '../two/b.ts';"],
    ['a re-export', "export { b } from '../two/b.ts';"],
    ['a dynamic import', "export const later = () => import('../two/b.ts');"],
    ['a type query', "export type B = import('../two/b.ts').B;"],
    ['the alias of the room', "import { b } from '#room/two/b.ts';"],
  ])('are reported when they import each other through %s', (_what, line) => {
    expect(
      folderCycles('src/room', [
        { file: 'src/room/one/a.ts', text: line },
        { file: 'src/room/two/inner/b.ts', text: "import { c } from '../../three/c.ts';" },
        { file: 'src/room/three/c.ts', text: "import { x } from '../one/x.ts';" },
        { file: 'src/room/four/d.ts', text: "import { a } from '../one/a.ts';" },
      ]),
    ).toEqual([['one', 'three', 'two']]);
  });

  it('are reported when a file in the root closes the cycle', () => {
    expect(
      folderCycles('src/room', [
        { file: 'src/room/one/a.ts', text: "import { result } from '../result.ts';" },
        { file: 'src/room/result.ts', text: "import { a } from './one/a.ts';" },
      ]),
    ).toEqual([['one', 'result.ts']]);
  });

  it('may import other roots, packages and their own files', () => {
    expect(
      folderCycles('src/room', [
        { file: 'src/room/one/a.ts', text: "import { z } from 'zod';\nimport { b } from './b.ts';" },
        { file: 'src/room/one/b.ts', text: "import { a } from './a.ts';\nimport { c } from '../two/c.ts';" },
        {
          file: 'src/room/two/c.ts',
          text: "import { d } from '../../other/one/d.ts';\nimport { e } from '#other/one/e.ts';",
        },
      ]),
    ).toEqual([]);
  });
});
