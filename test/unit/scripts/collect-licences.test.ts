import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { build } from 'vite';
import { expect, it } from 'vitest';

import { collectLicences, NOTICES } from '../../../scripts/bundle/third-party/collect-licences.mjs';
import { readNotices, writeNotices } from '../../../scripts/bundle/third-party/notices.mjs';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

type Files = Readonly<Record<string, string>>;
type Binaries = Readonly<Record<string, Buffer>>;

const packageJson = (name: string, more: object = { license: 'MIT' }): string =>
  JSON.stringify({ name, version: '1.2.3', type: 'module', main: 'index.js', ...more });

/**
 * Bundles a small app, whose installed packages are given as files, and returns what its file of licences says. What is
 * copied beside the bundle is given by its name, as the bytes of a WebAssembly file.
 */
async function licencesOf(main: string, installed: Files, copied: readonly string[] = [], wasm: Binaries = {}) {
  const root = realpathSync(temporaryFolder());
  mkdirSync(path.join(root, 'out/programs'), { recursive: true });
  for (const [file, bytes] of Object.entries(wasm)) writeFileSync(path.join(root, 'out/programs', file), bytes);
  for (const [file, text] of Object.entries({ ...installed, '../src/main.js': main })) {
    const target = path.join(root, 'node_modules', file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [collectLicences(root, path.join(root, 'out'), copied, 'scripts/bundle/third-party/native')],
    build: { outDir: 'out/main', lib: { entry: 'src/main.js', formats: ['es'] } },
  });
  return readNotices(readFileSync(path.join(root, 'out', NOTICES), 'utf8'));
}

const used: Files = {
  '@a/used/package.json': packageJson('@a/used', { license: 'Apache-2.0', homepage: 'https://used.example' }),
  '@a/used/index.js': "export const used = () => 'used';",
  '@a/used/LICENSE': 'The whole text of Apache.\n\nIts second paragraph.\n',
  '@a/used/NOTICE.md': 'Made by somebody.\n',
  '@a/used/license.js': 'not a licence',
};

const MAIN = "import { used } from '@a/used';\nglobalThis.result = used();";

it('names each package in a bundle with its version, licence and whole text, and its notice', async () => {
  const unused = { 'unused/package.json': packageJson('unused'), 'unused/index.js': 'export const unused = 1;' };
  expect(await licencesOf(MAIN, { ...used, ...unused })).toEqual([
    {
      name: '@a/used',
      version: '1.2.3',
      licence: 'Apache-2.0',
      homepage: 'https://used.example',
      text: 'Made by somebody.\n\nThe whole text of Apache.\n\nIts second paragraph.',
    },
  ]);
});

it('names a package whose files are copied beside the bundles', async () => {
  const font = { 'font/package.json': packageJson('font', { license: 'OFL-1.1' }), 'font/license.txt': 'Text of OFL.' };
  const found = await licencesOf(MAIN, { ...used, ...font }, ['font']);
  expect(found.map((each) => [each.name, each.text])).toContainEqual(['font', 'Text of OFL.']);
});

it('names both versions of a package, each with its own text', async () => {
  const main = "import { both } from 'both';\nimport { outer } from 'outer';\nglobalThis.result = both() + outer();";
  const found = await licencesOf(main, {
    'both/package.json': packageJson('both', { version: '2.0.0', license: 'MIT' }),
    'both/LICENSE': 'Text of the second.',
    'both/index.js': "export const both = () => 'second';",
    'outer/package.json': packageJson('outer'),
    'outer/LICENSE': 'Text of the outer.',
    'outer/index.js': "import { both } from 'both/first.js';\nexport const outer = () => both() + 'outer';",
    'outer/node_modules/both/package.json': packageJson('both'),
    'outer/node_modules/both/LICENSE': 'Text of the first.',
    'outer/node_modules/both/first.js': "export const both = () => 'first';",
  });
  expect(found.filter((each) => each.name === 'both').map((each) => [each.version, each.text])).toEqual([
    ['1.2.3', 'Text of the first.'],
    ['2.0.0', 'Text of the second.'],
  ]);
});

const containing = (comment: string): Files => ({
  ...used,
  '@a/used/index.js': `${comment}\n${used['@a/used/index.js']}`,
});

it('names what a package had bundled into its own files', async () => {
  const inside = { 'inside/package.json': packageJson('inside', { license: 'ISC' }), 'inside/LICENSE': 'Text of ISC.' };
  for (const comment of ['//#region node_modules/inside/index.js', '// ../../node_modules/inside/lib/a.js']) {
    const found = await licencesOf(MAIN, { ...containing(comment), ...inside });
    expect(
      found.map((each) => each.name),
      comment,
    ).toEqual(['@a/used', 'inside']);
  }
});

it('ends the build when what a package contains is unknown', async () => {
  await expect(licencesOf(MAIN, containing('//#region node_modules/unknown/index.js'))).rejects.toThrow(
    /@a\/used contains unknown, which is not installed/,
  );
});

it('ends the build when a package has no text of its licence, or names none', async () => {
  const { '@a/used/LICENSE': _, '@a/used/NOTICE.md': __, ...withoutText } = used;
  await expect(licencesOf(MAIN, withoutText)).rejects.toThrow(
    '@a/used 1.2.3 is bundled, and has no file with its licence (Apache-2.0).',
  );
  const withoutName = { ...used, '@a/used/package.json': packageJson('@a/used', {}) };
  await expect(licencesOf(MAIN, withoutName)).rejects.toThrow(
    '@a/used 1.2.3 is bundled, and its package.json names no',
  );
});

const shipped = readFileSync('node_modules/hunspell-wasm/wasm/hunspell.wasm');

it('names the code that a WebAssembly file was compiled from, once, with the holders and the whole text', async () => {
  const found = await licencesOf(MAIN, used, [], { 'hunspell.wasm': shipped, 'copy.wasm': shipped });
  expect(found.map((each) => each.name)).toEqual([
    '@a/used',
    'Emscripten',
    'Hunspell',
    'compiler-rt',
    'libc++',
    'libc++abi',
    'musl',
  ]);
  const hunspell = found.find((each) => each.name === 'Hunspell');
  expect(hunspell).toMatchObject({ version: '', licence: '(MPL-1.1 OR GPL-2.0-or-later OR LGPL-2.1-or-later)' });
  expect(hunspell?.text).toMatch(/Copyright \(C\) 2002-2022 Németh László\n.*\nCopyright 2002 Kevin B\. Hendricks/s);
  for (const { name, text } of found.slice(1)) expect(text, name).toMatch(/copyright/i);
});

it('ends the build when nothing says what a WebAssembly file was compiled from, or when it has changed', async () => {
  const other = Buffer.from(shipped);
  other[other.length - 1] = (other.at(-1) ?? 0) + 1;
  const unknown: Binaries[] = [{ 'unknown.wasm': Buffer.from('\0asm') }, { 'hunspell.wasm': other }];
  for (const wasm of unknown)
    await expect(licencesOf(MAIN, used, [], wasm)).rejects.toThrow(/Nothing says what .*\.wasm was compiled from/);
});

it('writes the same file in whatever order the packages come', () => {
  const made = (name: string) => ({ name, version: '1.0.0', licence: 'MIT', homepage: '', text: `${name}\n\ntext` });
  const text = writeNotices([made('b'), made('a'), made('@c/c')]);
  expect(writeNotices([made('@c/c'), made('a'), made('b')])).toBe(text);
  expect(readNotices(text)).toEqual([made('@c/c'), made('a'), made('b')]);
});
