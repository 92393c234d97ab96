import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { chromium, expect, test } from '@playwright/test';

import type { Coe } from '#domain/coe/coe.ts';
import type { Paper } from '#domain/export/paper.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { pageToPrint } from '#main/export/draw-file.ts';
import { hostileTexts } from '#test/support/hostile-texts.ts';
import { longOutage } from '#test/support/long-outage.ts';
import { coeFullOf } from '#test/support/coe-full-of.ts';
import { someCoe } from '#test/support/some-coe.ts';

import { printPdfs } from '../../scripts/export/print-pdfs.ts';
import { sandboxArgs } from '../../scripts/system/display.mjs';
import { root } from '../../scripts/system/paths.mjs';
import { findCommand } from '../../scripts/system/run-command.mjs';
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

test('the foot of the pages has the app’s font in a Chromium that draws it from the style sheet', async () => {
  needsCommands('chromium');
  const printed = await pageToPrint([longOutage()], { zone: 'Europe/Berlin', dates: PLAIN_DATE_STYLE, paper: 'a4' });
  const browser = await chromium.launch({ executablePath: findCommand('chromium') ?? '', args: sandboxArgs() });
  try {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.route('http://paper.test/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/') await route.fulfill({ contentType: 'text/html; charset=utf-8', body: printed.html });
      else await route.fulfill({ contentType: 'font/woff2', path: path.join(root, 'out', pathname) });
    });
    await page.goto('http://paper.test/');
    const file = path.join(folder, 'browser.pdf');
    await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
    const pages = pagesIn(file);
    expect(textOf(file)).toContain(`Page 1 of ${pages}`);
    const text = outputOf('pdftohtml', '-xml', '-stdout', '-i', file);
    const fonts = new Map(
      [...text.matchAll(/<fontspec id="(\d+)"[^>]*family="(?:[A-Z]{6}\+)?([^"]*)"/g)].map(([, id, family]) => [
        id,
        family,
      ]),
    );
    const feet = [...text.matchAll(/<text [^>]*font="(\d+)">(?:<[^>]+>)*Page \d+ of \d+/g)];
    expect(feet).toHaveLength(pages);
    expect(new Set(feet.map(([, id]) => fonts.get(id)))).toEqual(new Set(['Inter']));
  } finally {
    await browser.close();
  }
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
