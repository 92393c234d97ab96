import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { meaningOf } from '#renderer/rich-text/markdown/write-block.ts';
import { writeCanonicalMarkdown, writeMarkdown } from '#renderer/rich-text/write-markdown.ts';
import { OWN_REPORTS, REAL_REPORTS, reportsIn } from '#test/support/reports.ts';
import { headlessProse } from './headless-prose.ts';

const OWN = reportsIn(OWN_REPORTS);
const REPORTS = [...OWN, ...reportsIn(REAL_REPORTS)];
console.log(`${OWN.length} reports of our own, ${REPORTS.length - OWN.length} real ones`);

/** A report and each of its parts between headings. */
function texts(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  return [text, ...text.split(/^(?=#{1,3} )/m).filter((part) => part !== text)];
}

test('reports come back byte for byte', () => {
  expect(OWN.length).toBeGreaterThan(10);
  for (const path of REPORTS) {
    for (const text of texts(path)) expect(writeMarkdown(headlessProse(text)), path).toBe(text);
  }
});

test('reports keep their meaning when their Markdown is written again', () => {
  for (const path of REPORTS) {
    const text = readFileSync(path, 'utf8');
    expect(meaningOf(writeCanonicalMarkdown(headlessProse(text))), path).toBe(meaningOf(text));
  }
});
