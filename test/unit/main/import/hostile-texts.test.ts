import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Nodes } from 'mdast';
import papaparse from 'papaparse';
import { fromBufferPromise } from 'yauzl';
import { text as textOfStream } from 'node:stream/consumers';

import { beforeAll, describe, expect, it } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { CSV_TABLE_IDS, csvTable } from '#domain/export/csv/csv-tables.ts';
import { printCsv } from '#domain/export/csv/print-csv.ts';
import { documentOf } from '#domain/export/document/document-of.ts';
import { htmlPage } from '#domain/export/html/html-page.ts';
import { writeMarkdown } from '#domain/export/markdown/write-markdown.ts';
import { richTextOf } from '#domain/export/rich-text.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { pathBeside } from '#domain/import/archive-reading.ts';
import { ARCHIVE_READERS, type ArchiveFormat } from '#domain/import/detect-format.ts';
import type { FileReading } from '#domain/import/imported-report.ts';
import { readSource } from '#domain/import/read-source.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { drawFile } from '#main/export/draw-file.ts';
import { readDocx } from '#main/import/formats/read-docx.ts';
import { coeFrom } from '#main/import/import-batch.ts';
import { NO_CHOICES } from '#test/support/archives.ts';
import { hostileTexts } from '#test/support/hostile-texts.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';
import { docx, heading, paragraph } from '#test/support/word-document.ts';

/** Formulas of spreadsheets, beside the texts that try to run in a page. */
const FORMULAS = ['=1+1', '+1', '-2+3|cmd', '@SUM(1)', '=HYPERLINK("http://x","y")', '\t=1'];
const PAYLOADS = [...hostileTexts('https://beacon.example/x').map(({ text }) => text), ...FORMULAS];
const OPTIONS = { zone: 'UTC', dates: PLAIN_DATE_STYLE };

const entriesOf = (format: ArchiveFormat, files: Readonly<Record<string, string>>): FileReading[] =>
  ARCHIVE_READERS[format](
    Object.entries(files).map(([path, text]) => ({ path, text })),
    NO_CHOICES,
  ).map(({ reading }) => reading);
const source = (path: string, content: string): FileReading[] => [readSource({ path, content }, NO_CHOICES)];
const inXml = (text: string): string =>
  text
    .replaceAll(/[^\P{Cc}\n\t]|[\ud800-\udfff\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const ITEM = 'a'.repeat(32);

/** A hostile text in a file of every format that is read: in a title, in prose, in a row, in a link and in a picture. */
const READERS: Readonly<Record<string, (text: string) => FileReading[] | Promise<FileReading[]>>> = {
  Markdown: (text) =>
    source(
      'a.md',
      `# ${text}\n\n## Impact\n\n${text}\n\n[x](${text}) ![y](${text})\n\n## Timeline\n\n- 2024-05-01 10:00 ${text}\n`,
    ),
  'front matter': (text) =>
    source(
      'a.md',
      `---\ntitle: ${JSON.stringify(text)}\ntags: [${JSON.stringify(text)}]\n---\n\n## Root cause\n\n${text}\n`,
    ),
  'the Markdown of Once': (text) =>
    source('a.md', writeMarkdown(someCoe({ title: text, summary: text, tags: [text] }))),
  'a COE file': (text) => source('a.json', writeCoe(someCoe({ title: text, summary: text, unplaced: text }))),
  HTML: (text) =>
    source(
      'a.html',
      `<h1>Checkout was down</h1><h2>Impact</h2><p>${text}</p><a href="${text}">x</a><img src="${text}" alt="${text}">${text}`,
    ),
  CSV: (text) => source('a.csv', `Title,Cause,Date\n${quoted(text)},${quoted(text)},2024-05-01\n`),
  Word: async (text) => [
    await readDocx(
      { path: 'a.docx', content: await docx(heading(1, inXml(text)) + heading(2, 'Impact') + paragraph(inXml(text))) },
      NO_CHOICES,
    ),
  ],
  'Day One': (text) =>
    entriesOf('day-one', {
      'Journal.json': JSON.stringify({
        metadata: { version: '1.0' },
        entries: [
          {
            uuid: text,
            creationDate: '2021-03-04T23:30:00Z',
            text: `# ${text}\n\n${text}\n\n![](dayone-moment://${text})`,
            tags: [text],
            photos: [{ identifier: text, md5: text, type: text }],
          },
        ],
      }),
    }),
  jrnl: (text) =>
    entriesOf('jrnl', {
      'j.json': JSON.stringify({
        tags: { [text]: 1 },
        entries: [{ title: text, body: text, date: '2022-05-06', time: '09:15', tags: [text] }],
      }),
    }),
  'Joplin, Markdown': (text) =>
    entriesOf('joplin-markdown', {
      'a.md': `---\ntitle: ${JSON.stringify(text)}\nupdated: 2020-01-02 00:00:00Z\ncreated: 2020-01-01 23:30:00Z\n---\n\n${text}\n\n![](${text})`,
    }),
  'Joplin, RAW': (text) =>
    entriesOf('joplin-raw', {
      [`${ITEM}.md`]: `Title\n\n${text}\n\n![x](:/${text})\n\nid: ${ITEM}\nauthor: ${text.replaceAll('\n', ' ')}\ncreated_time: 2020-01-02T03:04:05.678Z\nupdated_time: 2020-01-02T03:04:05.678Z\ntype_: 1`,
    }),
  Obsidian: (text) =>
    entriesOf('obsidian', {
      '.obsidian/app.json': '{}',
      'a.md': `---\naliases: [${JSON.stringify(text)}]\n---\n# ${text}\n\n${text}\n\n![[${text}]] [[${text}|${text}]]`,
    }),
  'Standard Notes': (text) =>
    entriesOf('standard-notes', {
      'Standard Notes Backup and Import File.txt': JSON.stringify({
        version: '004',
        items: [
          { text },
          {
            text: JSON.stringify({
              root: {
                type: 'root',
                children: [{ type: 'link', url: text, children: [{ type: 'text', text, format: 1 }] }],
              },
            }),
            noteType: 'super',
          },
        ].map((content, index) => ({
          uuid: `${index}`,
          content_type: 'Note',
          content: { title: text, references: [], ...content },
          created_at: '2023-01-02T03:04:05.000Z',
          updated_at: '2023-02-02T03:04:05.000Z',
        })),
      }),
    }),
  'Mini Diary': (text) =>
    entriesOf('mini-diary', {
      'diary.json': JSON.stringify({
        metadata: { application: 'Mini Diary', version: '3.3.0', dateUpdated: 'Mon Mar 02 2020 10:00:00 GMT+0100' },
        entries: { '2020-03-01': { dateUpdated: text, title: text, text } },
      }),
    }),
};

/** What of a page could run, fetch or lead elsewhere than to the web or mail. */
function harmIn(html: string): string[] {
  const tags = [...html.replace(/<style>[^]*?<\/style>/, '').matchAll(/<\/?([^\s>/]*)([^>]*)>/g)];
  return tags.flatMap(([tag, name = '', rest = '']) => {
    if (/^(?:script|img|svg|iframe|object|embed|link|form|input|base|video|audio|math)$/i.test(name)) return [tag];
    return [...rest.matchAll(/([^\s="]+)="([^"]*)"/g)].flatMap(([, attribute = '', value = '']) =>
      /^(?:on|src|style)/i.test(attribute) ||
      (attribute === 'href' && !/^(?:https?:\/\/|mailto:|#coe-\d+$)/.test(value))
        ? [tag]
        : [],
    );
  });
}

function nodesOf(markdown: string): Nodes[] {
  const nodes: Nodes[] = [
    fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }),
  ];
  for (const node of nodes) if ('children' in node) nodes.push(...node.children);
  return nodes;
}

/** What each writer makes of COEs, and what in it could do harm. */
const WRITERS: Readonly<Record<string, (coes: readonly Coe[]) => unknown[] | Promise<unknown[]>>> = {
  'a web page and print': (coes) => harmIn(htmlPage(coes.map((coe) => documentOf(coe, OPTIONS)))),
  'rich text': (coes) => coes.flatMap((coe) => harmIn(richTextOf(coe, OPTIONS))),
  Markdown: (coes) =>
    coes.flatMap((coe) =>
      nodesOf(writeMarkdown(coe)).filter(
        (node) =>
          (node.type === 'html' && !/^<br ?\/?>$/u.test(node.value)) ||
          ((node.type === 'link' || node.type === 'image') &&
            /^\s*(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(node.url) &&
            !/^(?:https?:|mailto:)/iu.test(node.url)),
      ),
    ),
  JSON: (coes) => coes.filter((coe) => !readCoe(writeCoe(coe)).ok),
  CSV: (coes) =>
    CSV_TABLE_IDS.flatMap((id) =>
      ([',', ';'] as const).flatMap((separator) => {
        const csv = printCsv(csvTable(id, coes), separator);
        return [',', ';', '\t']
          .flatMap((delimiter) => papaparse.parse<string[]>(csv.slice(1), { delimiter }).data.flat())
          .filter((cell) => /^[\s"]*[=+@\uff1d-]/u.test(cell));
      }),
    ),
  Word: async (coes) => {
    const drawn = await drawFile('docx', coes, { ...OPTIONS, paper: 'a4' }, () => Promise.reject(new Error('no PDF')));
    if (!drawn.ok) throw new Error(drawn.error.kind);
    const zip = await fromBufferPromise(Buffer.from(drawn.value));
    const harm: string[] = [];
    for await (const entry of zip.eachEntry()) {
      if (!/\.(?:xml|rels)$/.test(entry.fileName)) continue;
      const part = await textOfStream(await zip.openReadStreamPromise(entry));
      if (/<!(?:DOCTYPE|ENTITY)/.test(part)) harm.push(entry.fileName);
      for (const [relation] of part.matchAll(/<Relationship [^>]*TargetMode="External"[^>]*>/g))
        if (!/Target="(?:https?:|mailto:)/.test(relation)) harm.push(relation);
      if (/\b(?:DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT)\b/.test(part.replaceAll(/<w:t[ >][^]*?<\/w:t>/g, '')))
        harm.push(entry.fileName);
    }
    return harm;
  },
};

describe.each(Object.keys(READERS))('hostile texts in %s', (name) => {
  const coes: Coe[] = [];
  const paths: string[] = [];
  beforeAll(async () => {
    for (const payload of PAYLOADS) {
      for (const reading of (await READERS[name]?.(payload)) ?? []) {
        if (reading.is !== 'reports') continue;
        for (const report of reading.reports) {
          const about = { id: testId(coes.length + 1), now: '2026-05-14T00:00:00.000Z', batch: testId(1) };
          const coe = coeFrom(report, { ...about, sha256: '0'.repeat(64) });
          expect(coe).not.toBeNull();
          if (coe !== null) coes.push(coe);
          paths.push(...report.attachments.map(({ path }) => pathBeside(report.source.path, path)));
        }
      }
    }
  });

  it('are read, and look for no file outside what was picked', () => {
    expect(coes.length).toBeGreaterThan(PAYLOADS.length / 2);
    expect(paths.filter((each) => each.startsWith('/') || each.split('/').includes('..'))).toEqual([]);
  });

  it.each(Object.keys(WRITERS))('do nothing in %s', async (writer) => {
    expect(await WRITERS[writer]?.(coes)).toEqual([]);
  });
});
