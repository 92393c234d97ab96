import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { meaningOf } from '#renderer/rich-text/markdown/write-block.ts';
import { writeCanonicalMarkdown, writeMarkdown } from '#renderer/rich-text/write-markdown.ts';
import { headlessProse } from './headless-prose.ts';

const CORPUS = join(process.cwd(), '../shared/corpus');

function reports(): string[] {
  if (!existsSync(CORPUS)) {
    console.log(`skipped: no real reports at ${CORPUS}`);
    return [];
  }
  return readdirSync(CORPUS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A report and each of its parts between headings. */
function texts(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  return [text, ...text.split(/^(?=#{1,3} )/m).filter((part) => part !== text)];
}

test.skipIf(!existsSync(CORPUS))(
  'real reports come back byte for byte',
  () => {
    for (const path of reports()) {
      for (const text of texts(path)) expect(writeMarkdown(headlessProse(text)), path).toBe(text);
    }
  },
  120_000,
);

test.skipIf(!existsSync(CORPUS))(
  'real reports keep their meaning when written anew',
  () => {
    for (const path of reports()) {
      const text = readFileSync(path, 'utf8');
      expect(meaningOf(writeCanonicalMarkdown(headlessProse(text))), path).toBe(meaningOf(text));
    }
  },
  120_000,
);
