import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { filesForAdministrators } from '#test/support/files-for-administrators.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const inRoot = (pattern: string | string[]): string[] =>
  globSync(pattern, { cwd: root, exclude: ['**/node_modules'] }).map((file) => file.replaceAll('\\', '/'));

/** Decision records are left out: they tell what was so when they were written. */
const DOCS = inRoot(['*.md', 'docs/*.md']);
const PATHS = [
  ...inRoot('{build,docs,resources,scripts,src,test}/**'),
  ...inRoot(['*', '.oxlintrc.json', '.github/**']),
];

/** Folders of a build, of a person's library, and of other programs. */
const ELSEWHERE = new Set(['dist/', 'out/', 'node_modules/', 'imports/', '.obsidian/', '.trash/']);
const LIBRARY = /^(?:attachments|coes|journal|libraries|patterns|questions|set-aside|trash|versions)\b/;

/** The files and folders of the source that a document names, without those of a version yet to come. */
const namedIn = (text: string): string[] =>
  [...text.matchAll(/`([\w./-]+(?:\.(?:tsx?|mjs|css)|\/))`/g)]
    .map(([, name = '']) => name)
    .filter((name) => !ELSEWHERE.has(name) && !LIBRARY.test(name) && !name.includes('version-N'));

const exists = (name: string): boolean => {
  const wanted = `/${name.replace(/^\.?\//, '').replace(/\/$/, '')}`;
  return PATHS.some((file) => `/${file}`.endsWith(wanted));
};

/** What the sources of main put into the app's data. */
const inUserData = (): string[] => {
  const sources = inRoot('src/main/**/*.ts').map(read).join('\n');
  const folders = [...sources.matchAll(/path\.join\((?:[\w.]+\.)?userData, '([\w-]+)'\)/g)].map(
    ([, name = '']) => name,
  );
  const stores = [...sources.matchAll(/\bopenStore\([\w.]+, '([\w-]+)'/g)].map(([, name = '']) => name);
  return [...folders, ...stores.flatMap((name) => [`${name}.json`, `${name}.last-good.json`])];
};

describe('the documents', () => {
  it('name for administrators whatever the sources put into the folder of settings', () => {
    const names = inUserData();
    expect(names).toEqual(
      expect.arrayContaining(['journal', 'keychain', 'settings.json', 'dictionary.last-good.json']),
    );
    const documented = filesForAdministrators();
    expect(names.filter((name) => !documented.some((pattern) => pattern.test(name)))).toEqual([]);
  });

  it('name no file or folder of the source that is not there', () => {
    const named = DOCS.flatMap((doc) => namedIn(read(doc)).map((name) => ({ doc, name })));
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter(({ name }) => !exists(name))).toEqual([]);
  });

  it('show every picture that is there, and no other', () => {
    const shown = DOCS.flatMap((doc) =>
      [...read(doc).matchAll(/^!\[[^\]]*\]\(([^)]+)\)$/gm)].map(([, name = '']) =>
        path.posix.join(path.posix.dirname(doc), name),
      ),
    );
    expect(shown.length).toBeGreaterThan(10);
    expect([...new Set(shown)].toSorted()).toEqual(inRoot('docs/**/*.{png,svg}').toSorted());
  });

  it.each(['src/domain', 'src/main', 'src/renderer', 'src/renderer/editor'])(
    'name every folder of %s in ARCHITECTURE.md',
    (room) => {
      const [, list = ''] = /## Folders\s+```\n(.*?)```/s.exec(read('ARCHITECTURE.md')) ?? [];
      const names = new Set([...list.matchAll(/([\w-]+)\//g)].map(([, name]) => name));
      const folders = inRoot(`${room}/*/**/*.{ts,tsx}`).map((file) => path.posix.relative(room, file).split('/')[0]);
      expect([...new Set(folders)].filter((folder) => !names.has(folder))).toEqual([]);
    },
  );
});
