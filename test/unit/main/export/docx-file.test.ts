import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, test, type TestContext } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { searchableText } from '#domain/search/searchable-text.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { type DrawnFormat, drawFile } from '#main/export/draw-file.ts';
import { coeFullOf } from '#test/support/coe-full-of.ts';
import { hostileTexts } from '#test/support/hostile-texts.ts';
import { longOutage } from '#test/support/long-outage.ts';
import { skipWithout } from '#test/support/skip-without.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const notPrinted = () => Promise.reject(new Error('This format is not printed.'));

/** Draws COEs into a file of a new folder, and returns its path. */
async function draw(format: DrawnFormat, coes: readonly Coe[]): Promise<string> {
  const drawn = await drawFile(
    format,
    coes,
    { zone: 'Europe/Berlin', dates: PLAIN_DATE_STYLE, paper: 'a4' },
    notPrinted,
  );
  if (!drawn.ok) throw new Error(drawn.error.kind);
  const file = path.join(temporaryFolder(), `coe.${format}`);
  await writeFile(file, drawn.value);
  return file;
}

function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  expect(status, stderr).toBe(0);
  return stdout;
}

/** Opens a file in LibreOffice and returns what it saved in another format. */
async function convert(file: string, format: string, filter = ''): Promise<string> {
  const folder = path.dirname(file);
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  run('soffice', profile, '--headless', '--convert-to', `${format}${filter}`, '--outdir', folder, file);
  return path.join(folder, `coe.${format}`);
}

const partOf = (file: string, name: string): string => run('unzip', '-p', file, name);
const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('a DOCX file', () => {
  test('reads in LibreOffice with every word, in the order of the outline', async (context: TestContext) => {
    skipWithout('soffice', context);
    const coe = coeFullOf(
      Array.from({ length: 10 }, (_, index) => `alpha${index} beta${index}, “gamma${index}”`),
      1,
    );
    const text = await readFile(await convert(await draw('docx', [coe]), 'txt', ':Text (encoded):UTF8'), 'utf8');
    const said = new Set(wordsIn(text));
    const written = searchableText(coe).flatMap(({ passages }) => passages.flatMap(wordsIn));
    expect(written.filter((word) => !said.has(word))).toEqual([]);
    const order = ['Outage', 'When it happened', 'Additional context', 'Who it reached', '5 whys', 'Done when'];
    const places = order.map((words) => text.indexOf(words));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places[0]).toBeGreaterThanOrEqual(0);
  });

  test('has headings, lists, links and tables that pandoc knows as such', async (context: TestContext) => {
    skipWithout('pandoc', context);
    const html = run('pandoc', '-f', 'docx', '-t', 'html', '--wrap=none', await draw('docx', [longOutage()]));
    expect(html).toMatch(/<h1[^>]*>Checkout failed for one customer in five/);
    expect(html).toMatch(/<h2[^>]*>What is the timeline\?<\/h2>/);
    expect(html).toMatch(/<h3[^>]*>The system<\/h3>[^]*<h4[^>]*>Its limits<\/h4>/);
    expect(html).toMatch(/<thead>\s*<tr[^>]*>\s*<th>When<\/th>\s*<th>What<\/th>\s*<th>Milestone<\/th>/);
    expect(html.match(/<thead>/g)).toHaveLength(7);
    expect(html).toMatch(/<ul>\s*<li>[^]*Every pod[^]*<ul>\s*<li>[^]*20 for requests/);
    expect(html).toMatch(/<ol[^>]*>\s*<li><p>The new pods started[^]*<li><p>Nobody could log in[^]*<\/ol>/);
    expect(html).toContain('href="https://grafana.example.com/d/abc123/payments-overview"');
    expect(html).toContain('<strong>What we believed</strong>');
  });

  test('names nobody as its author, and has widths in DXA on each table and cell', async (context: TestContext) => {
    skipWithout('unzip', context);
    const file = await draw('docx', [longOutage()]);
    const properties = partOf(file, 'docProps/core.xml');
    expect(properties).toContain('<dc:creator>Once</dc:creator>');
    expect(properties).toContain('<cp:lastModifiedBy>Once</cp:lastModifiedBy>');
    const body = partOf(file, 'word/document.xml');
    const widths = [...body.matchAll(/<w:(?:tblW|tcW) ([^>]*)\/>/g)].map(([, attributes]) => attributes);
    expect(widths.length).toBeGreaterThan(100);
    expect(widths.filter((attributes) => !/w:type="dxa"/.test(attributes ?? ''))).toEqual([]);
  });

  test('holds hostile texts as text, and opens with them', async (context: TestContext) => {
    skipWithout('soffice', context);
    const texts = hostileTexts('https://beacon.example/x').map(({ text }) => text);
    const file = await draw('docx', [coeFullOf([...texts, 'a\u0001b\ud800c\uffffd'], 1)]);
    const targets = [
      ...partOf(file, 'word/_rels/document.xml.rels').matchAll(/Target="([^"]*)"[^>]*TargetMode="External"/g),
    ];
    expect(targets.map(([, target]) => target).filter((target) => !/^(?:https?:|mailto:)/.test(target ?? ''))).toEqual(
      [],
    );
    const text = await readFile(await convert(file, 'txt', ':Text (encoded):UTF8'), 'utf8');
    expect(text).toContain('<script>self.ran=1</script>');
    expect(text).toContain('a\ufffdb\ufffdc\ufffdd');
  });
});

test('an HTML file reads in LibreOffice with every word', async (context: TestContext) => {
  skipWithout('soffice', context);
  const coe = coeFullOf(['one first', 'two second'], 1);
  const text = await readFile(
    await convert(await draw('html', [coe, someCoe({}, 2)]), 'txt', ':Text (encoded):UTF8'),
    'utf8',
  );
  const said = new Set(wordsIn(text));
  expect(
    searchableText(coe)
      .flatMap(({ passages }) => passages.flatMap(wordsIn))
      .filter((word) => !said.has(word)),
  ).toEqual([]);
});
