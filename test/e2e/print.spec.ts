import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { expect, test } from '@playwright/test';

import type { Coe } from '#domain/coe/coe.ts';
import type { Paper } from '#domain/export/paper.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { pageToPrint } from '#main/export/draw-file.ts';
import { hostileTexts } from '#test/support/hostile-texts.ts';
import { longOutage } from '#test/support/long-outage.ts';
import { coeFullOf } from '#test/support/coe-full-of.ts';
import { someCoe } from '#test/support/some-coe.ts';

import { printPdfs } from '../../scripts/export/print-pdfs.ts';
import { needsCommands } from './support/only-if.ts';

let folder = '';
test.beforeEach(async () => {
  needsCommands('pdftotext', 'pdfinfo', 'pdffonts');
  folder = await mkdtemp(path.join(os.tmpdir(), 'once-test-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

/** Prints each list of COEs into a PDF, and returns the paths of the files. */
async function print(...all: readonly (readonly [coes: readonly Coe[], paper: Paper])[]): Promise<string[]> {
  const options = { zone: 'Europe/Berlin', dates: PLAIN_DATE_STYLE };
  const printed = await printPdfs(
    await Promise.all(all.map(([coes, paper]) => pageToPrint(coes, { ...options, paper }))),
  );
  if (!printed.ok) throw new Error('Nothing was printed.');
  return Promise.all(
    printed.value.map(async (bytes, index) => {
      const file = path.join(folder, `${index}.pdf`);
      await writeFile(file, bytes);
      return file;
    }),
  );
}

const outputOf = (command: string, ...args: string[]): string =>
  spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout;
const textOf = (file: string): string => outputOf('pdftotext', '-layout', file, '-');
const pagesIn = (file: string): number => Number(/Pages:\s+(\d+)/.exec(outputOf('pdfinfo', file))?.[1]);

test('a long outage becomes numbered pages with tags, bookmarks and the app’s own fonts', async () => {
  const [a4 = '', letter = ''] = await print([[longOutage()], 'a4'], [[longOutage()], 'letter']);

  expect(outputOf('pdfinfo', a4)).toMatch(/Page size:\s+59[45]\.\d+ x 84[12]\.\d+ pts \(A4\)/);
  expect(outputOf('pdfinfo', letter)).toMatch(/Page size:\s+612 x 792 pts \(letter\)/);
  expect(outputOf('pdfinfo', a4)).toMatch(/Title:\s+Checkout failed for one customer in five/);
  expect(outputOf('pdfinfo', a4)).toMatch(/Creator:\s+Once\n/);
  expect(outputOf('pdfinfo', a4)).toMatch(/Tagged:\s+yes/);

  const pages = pagesIn(a4);
  expect(pages).toBeGreaterThan(8);
  const text = textOf(a4);
  for (let page = 1; page <= pages; page += 1) expect(text).toContain(`Page ${page} of ${pages}`);
  const order = [
    'Outage',
    'Severity',
    'Additional context',
    'Who it reached',
    'What is the timeline?',
    '5 whys',
    'Done when',
  ];
  expect(
    order.map((words) => text.indexOf(words)).every((at, index, all) => at >= 0 && at > (all[index - 1] ?? -1)),
  ).toBe(true);
  // Links are readable on paper, and the heads of tables come again on every page that they reach.
  expect(text).toContain('(https://grafana.example.com/d/abc123/payments-overview)');
  expect(text.match(/When +What +Milestone +Evidence/g)?.length).toBeGreaterThan(2);

  const structure = outputOf('pdfinfo', '-struct-text', a4);
  expect(structure).toMatch(/H1[^]*Checkout failed/);
  expect(structure).toMatch(/Table[^]*TH[^]*TD/);
  expect(outputOf('pdftohtml', '-xml', '-stdout', '-i', a4)).toMatch(/<outline>[^]*Additional context[^]*Its limits/);

  const fonts = outputOf('pdffonts', a4);
  for (const font of ['SourceSerif4-Regular', 'SourceSerif4-SemiBold', 'Inter-Regular', 'Inter-SemiBold']) {
    expect(fonts).toMatch(new RegExp(`${font}\\s+CID TrueType\\s+Identity-H\\s+yes yes yes`));
  }
  expect(fonts).not.toContain('Type 3');
});

test('a short COE stays on one page, and several COEs begin on pages of their own', async () => {
  const [one = '', three = ''] = await print(
    [[someCoe({ title: 'Forgot the recital', kind: 'missed-event', summary: 'It was in one calendar only.' })], 'a4'],
    [[someCoe({ title: 'First' }, 1), someCoe({ title: 'Second' }, 2)], 'a4'],
  );
  expect(pagesIn(one)).toBe(1);
  expect(textOf(one)).toContain('Page 1 of 1');
  expect(pagesIn(three)).toBe(3);
  const [contents = '', first = '', second = ''] = textOf(three).split('\f');
  expect(contents).toMatch(/Contents[^]*First[^]*Second/);
  expect(first).toContain('First');
  expect(second).toContain('Second');
});

test('hostile texts are printed as text: none runs, and none becomes a link elsewhere', async () => {
  const texts = hostileTexts('https://beacon.example/x').map(({ text }) => text);
  const [file = ''] = await print([[coeFullOf(texts, 1)], 'a4']);
  expect(textOf(file)).toContain('onerror=self.ran=1');
  const annotations = outputOf('pdfinfo', '-url', file);
  expect(annotations).not.toMatch(/\s(?!https?:|mailto:)[a-z]+:\S*\s*$/im);
  expect(outputOf('pdfinfo', '-js', file).trim()).toBe('');
});
