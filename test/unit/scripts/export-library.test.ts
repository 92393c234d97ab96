import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { readOnceMarkdown } from '#domain/import/once-markdown/read-once-markdown.ts';
import { newPattern, writePattern } from '#domain/patterns/pattern.ts';
import { coeFullOf } from '#test/support/coe-full-of.ts';
import { ALL_EXAMPLES } from '#test/support/examples.ts';
import { filesUnder } from '#test/support/files-under.ts';
import { hostileTexts } from '#test/support/hostile-texts.ts';
import { skipWithout } from '#test/support/skip-without.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

import { runExport } from '../../../scripts/export/export-library.ts';
import { runImportCommand } from '../../../scripts/import/import-files.ts';
import type { CommandOutcome } from '../../../scripts/system/command-outcome.ts';

const SCRIPT = fileURLToPath(new URL('../../../scripts/export/export-library.ts', import.meta.url));
const FALLBACK = { id: '01JZTEST0000000000000000ZZ', now: '2026-01-01T00:00:00.000Z' };
const [first] = ALL_EXAMPLES;
const EXAMPLE = first?.id ?? '';

const exporting = (...args: string[]): Promise<CommandOutcome> => runExport(args);

/** Runs the command in a process of its own, as a person does. */
function exportingAlone(...args: string[]): CommandOutcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' });
  return { status: status ?? -1, out: stdout, error: stderr };
}

/** A library of files, and a folder to export to that does not exist yet. */
function places(coes: readonly Coe[] = ALL_EXAMPLES) {
  const folder = temporaryFolder();
  const library = path.join(folder, 'library');
  mkdirSync(path.join(library, 'coes'), { recursive: true });
  for (const coe of coes) writeFileSync(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
  return { library, to: path.join(folder, 'out') };
}

/** A COE that shows a picture of the library, which is added to it. */
function withPicture(library: string): { name: string; bytes: Buffer } {
  const bytes = Buffer.from('not really a picture');
  const name = `${createHash('sha256').update(bytes).digest('hex')}.png`;
  mkdirSync(path.join(library, 'attachments'));
  writeFileSync(path.join(library, 'attachments', name), bytes);
  const file = path.join(library, 'coes', `${EXAMPLE}.json`);
  const coe = readCoe(readFileSync(file, 'utf8'));
  if (!coe.ok) throw new Error(coe.error.reason);
  coe.value.sections.context.prose += `\n\n![The graph](attachments/${name})`;
  writeFileSync(file, writeCoe(coe.value));
  return { name, bytes };
}

const readBack = (text: string): Coe => {
  const read = readOnceMarkdown(text, FALLBACK);
  if (!read.ok) throw new Error(read.error.reason);
  return read.value.coe;
};

describe('npm run export', () => {
  test('writes the patterns of the COEs into the zip of everything, with pseudonyms if wanted', async (context) => {
    skipWithout('unzip', context);
    const [one] = ALL_EXAMPLES;
    if (one === undefined) throw new Error('There are no examples');
    const { library, to } = places([{ ...one, author: 'Ann Lee', patternIds: ['yes', 'gone'] }]);
    mkdirSync(path.join(library, 'patterns'));
    const patternOf = (id: string) => newPattern(`Ann Lee asked, and I said ${id}`, id, one.createdAt);
    for (const id of ['yes', 'unused'])
      writeFileSync(path.join(library, 'patterns', `${id}.json`), writePattern(patternOf(id)));
    const read = async (...options: string[]): Promise<string> => {
      const file = `${to}${options.length}.zip`;
      const done = await exporting('--library', library, '--to', file, '--format', 'everything', ...options);
      expect(done).toMatchObject({ status: 0, error: '' });
      return spawnSync('unzip', ['-p', file, 'patterns/yes.json'], { encoding: 'utf8' }).stdout;
    };
    expect(await read()).toBe(writePattern(patternOf('yes')));
    expect(JSON.parse(await read('--names', 'pseudonyms'))).toMatchObject({ words: 'Person A asked, and I said yes' });
    // The whole library takes all patterns along, one COE only its own.
    const listed = (file: string): string => spawnSync('unzip', ['-l', file], { encoding: 'utf8' }).stdout;
    expect(listed(`${to}0.zip`)).toContain('patterns/unused.json');
    await read('--coe', one.id, '--names', 'as-written');
    expect(listed(`${to}4.zip`)).not.toContain('unused');

    const back = path.join(to, 'back');
    const imported = await runImportCommand(['--from', `${to}0.zip`, '--library', back]);
    expect(imported.status).toBe(0);
    expect(JSON.parse(imported.out)).toMatchObject({ summary: { coes: 1, patterns: 2, refused: 0 } });
    expect(readdirSync(path.join(back, 'patterns')).toSorted()).toEqual(['unused.json', 'yes.json']);
  });

  test('writes a library as Markdown that reads back, and changes nothing in it', () => {
    const { library, to } = places();
    const before = filesUnder(library);
    const { status, out, error } = exportingAlone('--library', library, '--to', to, '--format', 'markdown');
    expect({ status, error }).toEqual({ status: 0, error: '' });
    const names = (JSON.parse(out) as { files: string[] }).files;
    expect(names).toHaveLength(ALL_EXAMPLES.length);
    const coes = names.map((name) => readBack(readFileSync(path.join(to, name), 'utf8')));
    expect(coes.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      [...ALL_EXAMPLES].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    );
    expect(filesUnder(library)).toEqual(before);
  });

  test('writes one COE to a file, with its pictures beside it', async () => {
    const { library, to } = places();
    const { name, bytes } = withPicture(library);
    const file = `${to}.md`;
    const { status } = await exporting('--library', library, '--to', file, '--format', 'markdown', '--coe', EXAMPLE);
    expect(status).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain(`![The graph](attachments/${name})`);
    expect(readFileSync(path.join(path.dirname(file), 'attachments', name))).toEqual(bytes);
  });

  test('leaves private fields out of what others read, unless they are asked for', async () => {
    const { library, to } = places();
    const args = ['--library', library, '--coe', EXAMPLE, '--format', 'html'];
    await exporting(...args, '--to', `${to}.html`);
    await exporting(...args, '--to', `${to}-all.html`, '--private-fields', 'yes');
    expect(readFileSync(`${to}.html`, 'utf8')).not.toContain('ashamed');
    expect(readFileSync(`${to}-all.html`, 'utf8')).toContain('ashamed');
  });

  test('replaces names by pseudonyms, the same in every file', async () => {
    const { library, to } = places();
    await exporting('--library', library, '--to', to, '--format', 'markdown', '--names', 'pseudonyms');
    const authors = readdirSync(to).map((name) => readBack(readFileSync(path.join(to, name), 'utf8')).author);
    expect(new Set(authors)).toEqual(new Set(['Person A']));
  });

  test('writes a Word document of the whole library', async () => {
    const { library, to } = places();
    const { out, status } = await exporting('--library', library, '--to', to, '--format', 'docx');
    expect({ status, files: (JSON.parse(out) as { files: string[] }).files }).toEqual({
      status: 0,
      files: ['COEs.docx'],
    });
    expect(readFileSync(path.join(to, 'COEs.docx')).subarray(0, 2).toString()).toBe('PK');
  });

  test('writes three tables of CSV', async () => {
    const { library, to } = places();
    const { out } = await exporting('--library', library, '--to', to, '--format', 'csv', '--separator', ';');
    expect((JSON.parse(out) as { files: string[] }).files).toEqual(['coes.csv', 'actions.csv', 'timeline.csv']);
    expect(readFileSync(path.join(to, 'actions.csv'), 'utf8')).toMatch(/^\ufeff"Action";"Owner";/u);
  });

  test('writes everything as a zip that unzip opens, and its folder is a library again', async (context) => {
    skipWithout('unzip', context);
    const { library, to } = places();
    const { name } = withPicture(library);
    const { status } = await exporting('--library', library, '--to', `${to}.zip`, '--format', 'everything');
    expect(status).toBe(0);
    expect(execFileSync('unzip', ['-tq', `${to}.zip`], { encoding: 'utf8' })).toContain('No errors detected');
    execFileSync('unzip', ['-q', `${to}.zip`, '-d', to]);
    const all = filesUnder(to);
    expect([...all.keys()]).toEqual(
      expect.arrayContaining(['README.txt', `attachments/${name}`, 'coe.schema.json', `coes/${EXAMPLE}.json`]),
    );
    expect(readdirSync(to).filter((each) => each.endsWith('.md'))).toHaveLength(ALL_EXAMPLES.length);
    expect(readFileSync(path.join(to, 'coes', `${EXAMPLE}.json`))).toEqual(
      readFileSync(path.join(library, 'coes', `${EXAMPLE}.json`)),
    );
  });

  test('pandoc reads the tables, lists and headings of the Markdown, and nothing that runs', async (context) => {
    skipWithout('pandoc', context);
    // A few of each: pandoc takes minutes for large tables, and the unit tests of the writer cover all.
    const texts = hostileTexts('https://example.com/beacon').map(({ text }) => text);
    const hostile = coeFullOf(
      texts.filter((_text, index) => index % 8 === 0),
      1,
    );
    const { library, to } = places([...ALL_EXAMPLES.slice(0, 1), hostile]);
    await exporting('--library', library, '--to', to, '--format', 'markdown');
    for (const name of readdirSync(to)) {
      for (const dialect of ['gfm', 'gfm+yaml_metadata_block']) {
        const html = execFileSync('pandoc', ['-s', '-f', dialect, '-t', 'html', path.join(to, name)], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        }).replace(/<style>[^]*?<\/style>|<script src="https:\/\/cdnjs[^>]*><\/script>/gu, '');
        expect(html).not.toMatch(/<(?:script|img|svg|iframe|object|embed|form|base|meta http)\b/iu);
        expect(html).not.toMatch(/<[a-z][^>]*\son[a-z]+\s*=/iu);
        for (const [, address] of html.matchAll(/<[a-z][^<>]*\shref="([^"]*)"/gu)) {
          expect(address).toMatch(/^(?:https?:|mailto:|#)/iu);
        }
      }
    }
    const [example = ''] = readdirSync(to).filter((name) => name.includes(EXAMPLE.slice(-6)));
    const tree = JSON.parse(
      execFileSync('pandoc', ['-f', 'gfm+yaml_metadata_block', '-t', 'json', path.join(to, example)], {
        encoding: 'utf8',
      }),
    ) as { blocks: { t: string; c: [number] }[] };
    const levels = tree.blocks.filter((block) => block.t === 'Header').map((block) => block.c[0]);
    expect(levels.filter((level) => level === 2)).toHaveLength(10);
    expect(tree.blocks.filter((block) => block.t === 'Table').length).toBeGreaterThanOrEqual(6);
  });

  test('replaces no file unless it is asked to', async () => {
    const { library, to } = places();
    const file = `${to}.json`;
    writeFileSync(file, 'mine');
    const args = ['--library', library, '--to', file, '--format', 'json', '--coe', EXAMPLE];
    expect(await exporting(...args)).toMatchObject({
      status: 3,
      error: expect.stringContaining('exist already') as string,
    });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect((await exporting(...args, '--overwrite')).status).toBe(0);
    expect(readCoe(readFileSync(file, 'utf8')).ok).toBe(true);
    writeFileSync(`${to}.zip`, 'mine');
    expect(await exporting('--library', library, '--to', `${to}.zip`, '--format', 'everything')).toMatchObject({
      status: 1,
    });
    expect(readFileSync(`${to}.zip`, 'utf8')).toBe('mine');
  });

  test('says which COEs it left out', async () => {
    const { library, to } = places();
    writeFileSync(path.join(library, 'coes', `${FALLBACK.id}.json`), '{');
    const { status, error } = await exporting('--library', library, '--to', to, '--format', 'json');
    expect(status).toBe(3);
    expect(error).toContain(`${FALLBACK.id}.json`);
    expect(readdirSync(to)).toHaveLength(ALL_EXAMPLES.length);
  });

  test('refuses an encrypted library, and what is no library', async () => {
    const { library, to } = places([]);
    const encrypted = path.join(temporaryFolder(), 'sealed');
    mkdirSync(path.join(encrypted, 'coes'), { recursive: true });
    mkdirSync(path.join(encrypted, 'vault'));
    const description = { format: 'once-vault', version: 1, recipient: 'age1x', state: 'encrypted', change: null };
    writeFileSync(path.join(encrypted, 'vault', 'vault.json'), JSON.stringify(description));
    const refused = (from: string, ...more: string[]) =>
      exporting('--library', from, '--to', to, '--format', 'json', ...more);
    expect(await refused(encrypted)).toMatchObject({
      status: 1,
      error: expect.stringContaining('encrypted') as string,
    });
    expect(await refused(to)).toMatchObject({ status: 1, error: expect.stringContaining('no folder') as string });
    expect(await refused(library, '--coe', '../x')).toMatchObject({
      status: 1,
      error: expect.stringContaining('no COE') as string,
    });
  });

  test.each([
    ['no format', []],
    ['an unknown format', ['--format', 'odt']],
    ['an unknown option', ['--format', 'json', '--all']],
    ['an unknown separator', ['--format', 'csv', '--separator', '|']],
  ])('prints its usage for %s', async (_what, args) => {
    const { library, to } = places([]);
    expect(await exporting('--library', library, '--to', to, ...args)).toMatchObject({
      status: 2,
      error: expect.stringContaining('Usage') as string,
    });
  });
});
