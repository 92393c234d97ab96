import { describe, expect, it } from 'vitest';

import { detectFormats, type FileHead } from '#domain/import/detect-format.ts';

const id = '0123456789abcdef0123456789abcdef';
const file = (path: string, head = ''): FileHead => ({ path, head });

describe('the format of an archive', () => {
  it.each<[string, FileHead[]]>([
    [
      'day-one',
      [
        file('Journal.json', '{"metadata":{"version":"1.0"},"entries":[{"uuid"'),
        file('photos/a.jpeg'),
        file('Work.json', '{"metadata":{"version":"1.0"},"entries":['),
      ],
    ],
    ['day-one', [file('export/Journal.json', '{ "entries" : [ { "creationDate" : "2020-01-01T00:00:00Z"')]],
    ['jrnl', [file('journal.json', '{\n  "tags": {\n    "@a": 1')]],
    ['jrnl', [file('j.json', '{"entries": [{"title": "a", "body": "", "date": "2020-01-01", "time": "10:00"')]],
    ['mini-diary', [file('d.json', '{"metadata":{"application":"Mini Diary","version":"3"},"entries":{"2020-01-01"')]],
    ['standard-notes', [file('Standard Notes Backup and Import File.txt', '{'), file('Items/Note/a.txt')]],
    ['standard-notes', [file('backup.json', '{"version":"004","items":[{"uuid":"a","content_type":"Note"')]],
    ['obsidian', [file('vault/Note.md', 'x'), file('vault/.obsidian/app.json', '{}')]],
    ['joplin-raw', [file(`${id}.md`, `Title\n\nid: ${id}\ntype_: 1`), file(`resources/${id}.png`)]],
    [
      'joplin-markdown',
      [
        file('a/Plain.md', 'x'),
        file('_resources/a.png'),
        file('a/M.md', '---\ntitle: M\nupdated: 2020-01-01 10:00:00Z\ncreated: 2020-01-01 10:00:00Z\n---\n'),
        file('a/N.md', '---\ntitle: N\nupdated: 2020-01-01 10:00:00Z\ncreated: 2020-01-01 10:00:00Z\n---\n'),
      ],
    ],
  ])('is %s', (format, files) =>
    expect(detectFormats(files)).toMatchObject({ archives: [{ format, paths: files.map(({ path }) => path) }] }),
  );
});

describe('formats that Once recognises and cannot read', () => {
  it.each([
    ['an encrypted journal of jrnl', file('journal.txt', 'JRNLv3\u0000\u0001'), 'encrypted'],
    ['Day One Classic', file('Journal.dayone/entries/AB.doentry', '<?xml'), 'Day One Classic'],
    ['text of Day One', file('Journal.txt', '\tDate:\t01 January 2019 at 00:00:00 GMT\n'), 'text export of Day One'],
    ['text of jrnl', file('journal.txt', '[2020-01-01 10:00] Title\nbody'), 'jrnl as text'],
    ['Apple Journal', file('AppleJournalEntries/Entries/a.html', '<html>'), 'Apple Journal'],
  ])('say what to do: %s', (_, one, words) => {
    expect(detectFormats([one]).reasons.get(one.path)).toContain(words);
  });
});

describe('files that are each read by themselves', () => {
  const formatOf = (path: string, head: string) => detectFormats([file(path, head)]).formats.get(path) ?? null;

  it.each([
    ['a.md', '# Title', 'markdown'],
    ['POSTMORTEM', '# Title', 'markdown'],
    ['2019-01-02.html.md.erb', '# Title', 'markdown'],
    ['a.txt', '<!DOCTYPE html><p>', 'html'],
    ['a.HTM', '<p>', 'html'],
    ['a.csv', 'a;b', 'csv'],
    ['a.docx', 'PK\u0003\u0004...[Content_Types].xml', 'docx'],
    ['a.bin', 'PK\u0003\u0004...word/document.xml', 'docx'],
    ['a.zip', 'PK\u0003\u0004', 'zip'],
    ['a.jex', `${'\0'.repeat(257)}ustar`, 'tar'],
    ['01J.json', '{\n  "format": "once-coe"', 'once-json'],
    ['package.json', '{"name":"x"}', null],
    ['a.png', '\u0089PNG', null],
    ['a.txt', 'a\0b', null],
  ])('%s', (path, head, format) => expect(formatOf(path, head)).toBe(format));

  it('leaves other files beside a journal to be read by themselves', () => {
    const { archives, formats } = detectFormats([
      file('a/Journal.json', '{"metadata":{"version":"1.0"},"entries":[{'),
      file('a/photos/x.jpeg'),
      file('a/report.md', '# Outage'),
      file('vault/.obsidian/app.json', '{}'),
      file('vault/Note.md', '# Note'),
      file('b/One.md', '---\nupdated: 2020-01-01 10:00:00Z\ncreated: 2020-01-01 10:00:00Z\n---\n'),
    ]);
    expect(archives).toEqual([
      { format: 'obsidian', paths: ['vault/.obsidian/app.json', 'vault/Note.md'] },
      { format: 'day-one', paths: ['a/Journal.json', 'a/photos/x.jpeg'] },
    ]);
    expect([...formats]).toEqual([
      ['a/report.md', 'markdown'],
      ['b/One.md', 'markdown'],
    ]);
  });

  it('leaves out a table of Notion whose pages are there too', () => {
    const id = '3f2a9b0c1d2e4f5a6b7c8d9e0f1a2b3c';
    const table = `Team/Incidents ${id}.csv`;
    const page = file(`Team/Incidents ${id}/Redis ${id}.md`, '# Redis');
    const together = detectFormats([file(table, 'Name,Date'), page]);
    expect([...together.formats.keys()]).toEqual([page.path]);
    expect(together.listings.get(table)).toBe('This table lists pages that are imported themselves.');
    expect(detectFormats([file(table, 'Name,Date')]).formats.get(table)).toBe('csv');
  });
});
