import { describe, expect, it } from 'vitest';

import { readStandardNotes } from '#domain/import/standard-notes/read-standard-notes.ts';
import { filesOf, NO_CHOICES, reasonsOf, reportAt, zipOf } from '#test/support/archives.ts';
import { hostileTexts } from '#test/support/hostile-texts.ts';

const FILE = 'Standard Notes Backup and Import File.txt';

const note = (uuid: string, content: Record<string, unknown>, item: Record<string, unknown> = {}) => ({
  uuid,
  content_type: 'Note',
  content: { title: uuid, text: 'text', references: [], ...content },
  created_at: '2023-01-02T03:04:05.000Z',
  updated_at: '2023-02-02T03:04:05.000Z',
  ...item,
});
const backup = (...items: unknown[]) => JSON.stringify({ version: '004', items });
const read = (text: string) => readStandardNotes([{ path: FILE, text }], NO_CHOICES);
const prose = (content: Record<string, unknown>) =>
  reportAt(read(backup(note('n', content))), FILE).coe.sections.context.prose;

const textNode = (text: string, format = 0) => ({ type: 'text', text, format });
const state = (...children: unknown[]) => JSON.stringify({ root: { type: 'root', children } });

describe('a decrypted backup of Standard Notes', () => {
  const text = backup(
    note('plain', { text: '# no heading\n- *typed*', noteType: 'plain-text' }),
    note('binned', { trashed: true }),
    note('binned before', { appData: { 'org.standardnotes.sn': { trashed: true } } }),
    note('empty', { title: '', text: '' }),
    {
      uuid: 't',
      content_type: 'Tag',
      content: { title: 'work', references: [{ uuid: 'plain', content_type: 'Note' }] },
    },
    { uuid: 'c', content_type: 'SN|UserPreferences', content: {} },
    { uuid: 'd', content_type: 'Note', deleted: true },
    'no item',
  );

  it('gives a report for each note, or says why there is none', async () => {
    const zip = await zipOf({ [FILE]: text, 'Items/Note/plain.txt': 'text' });
    const readings = readStandardNotes(await filesOf(zip), NO_CHOICES);
    expect(readings.filter(({ reading }) => reading.is === 'reports').map(({ path }) => path)).toEqual([FILE]);
    expect(Object.values(reasonsOf(readings))).toEqual([
      'skipped: This note is in the trash of Standard Notes.',
      'skipped: This note is in the trash of Standard Notes.',
      'skipped: This note has no text.',
      'skipped: A tag, which the notes have.',
      'skipped: Not a note but “SN|UserPreferences”.',
      'skipped: This item was deleted.',
      'refused: This item has an unexpected structure.',
      'skipped: A copy of a note that is in the backup file too.',
    ]);
  });

  it('keeps plain text as it was typed, with its tags and its date', () => {
    const { coe, source } = reportAt(read(text), FILE);
    expect(coe.sections.context.prose).toBe('\\# no heading\n\\- \\*typed\\*');
    expect(coe.tags).toEqual(['work']);
    expect(coe.happened).toMatchObject({ value: '2023-01-02T04:04', zone: 'Europe/Berlin' });
    expect(source).toMatchObject({ id: 'plain', analysed: false, raw: { noteType: 'plain-text' } });
  });

  it.each([
    ['004', backup(note('n', {}, { content: '004:aabbcc:ddeeff' }))],
    ['003', backup(note('n', {}, { content: '003:aabbcc' }))],
    ['no readable item', JSON.stringify({ keyParams: { version: '004' }, items: [note('n', {}, { content: 'abc' })] })],
  ])('is refused when it is encrypted: %s', (_, encrypted) => {
    expect(reasonsOf(read(encrypted))[FILE]).toContain('choose Preferences › Backups');
  });

  it('keeps Markdown, and code as code', () => {
    expect(prose({ noteType: 'markdown', text: '## Why\n- a' })).toBe('## Why\n- a');
    expect(prose({ noteType: 'code', text: 'a ``` b' })).toBe('````\na ``` b\n````');
  });

  it('reads groups of tasks as checklists', () => {
    const tasks = {
      schemaVersion: '1.0.0',
      groups: [
        {
          name: 'Now',
          tasks: [
            { description: 'Call', completed: true },
            { description: 'Write', completed: false },
          ],
        },
      ],
    };
    expect(prose({ noteType: 'task', text: JSON.stringify(tasks) })).toBe('## Now\n\n- [x] Call\n- [ ] Write');
    expect(prose({ noteType: 'task', text: '- [ ] Simple' })).toBe('- [ ] Simple');
  });
});

describe('a Super note', () => {
  const blocks = state(
    { type: 'heading', tag: 'h2', children: [textNode('Night shift')] },
    {
      type: 'paragraph',
      children: [
        textNode('It '),
        textNode('broke ', 1),
        textNode('again', 2),
        { type: 'linebreak' },
        textNode('1. not a list'),
      ],
    },
    {
      type: 'list',
      listType: 'bullet',
      children: [
        { type: 'listitem', children: [textNode('one')] },
        {
          type: 'listitem',
          children: [
            { type: 'list', listType: 'number', children: [{ type: 'listitem', children: [textNode('inner')] }] },
          ],
        },
      ],
    },
    { type: 'list', listType: 'check', children: [{ type: 'listitem', checked: true, children: [textNode('done')] }] },
    {
      type: 'code',
      language: 'js',
      children: [
        { type: 'code-highlight', text: 'a()' },
        { type: 'linebreak' },
        { type: 'code-highlight', text: 'b()' },
      ],
    },
    {
      type: 'table',
      children: [
        {
          type: 'tablerow',
          children: [
            { type: 'tablecell', children: [{ type: 'paragraph', children: [textNode('A')] }] },
            { type: 'tablecell', children: [] },
          ],
        },
        {
          type: 'tablerow',
          children: [
            { type: 'tablecell', children: [{ type: 'paragraph', children: [textNode('1|2')] }] },
            {
              type: 'tablecell',
              children: [
                { type: 'paragraph', children: [textNode('x')] },
                { type: 'paragraph', children: [textNode('y')] },
              ],
            },
          ],
        },
      ],
    },
    { type: 'horizontalrule' },
    {
      type: 'collapsible-container',
      children: [
        { type: 'collapsible-title', children: [textNode('More')] },
        { type: 'collapsible-content', children: [{ type: 'paragraph', children: [textNode('inside')] }] },
      ],
    },
    {
      type: 'quote',
      children: [
        { type: 'link', url: 'https://example.org/a', children: [textNode('a link')] },
        { type: 'link', url: 'javascript:self.ran=1', children: [textNode(' no link')] },
      ],
    },
    { type: 'snfile', fileUuid: 'f1' },
    { type: 'from-the-future', children: [textNode('kept')] },
  );

  it('becomes Markdown', () => {
    expect(prose({ noteType: 'super', text: blocks })).toBe(
      [
        '## Night shift',
        'It **broke** *again*\n1\\. not a list',
        '- one\n  1. inner',
        '* [x] done',
        '```js\na()\nb()\n```',
        '| A | |\n| - | - |\n| 1\\|2 | x<br>y |',
        '---',
        'More',
        'inside',
        '> [a link](https://example.org/a) no link',
        'kept',
      ].join('\n\n'),
    );
  });

  it('says which files are not in the backup', () => {
    expect(reportAt(read(backup(note('n', { noteType: 'super', text: blocks }))), FILE).doubts).toEqual([
      'A file of this note is not in the backup.',
    ]);
  });

  it('is kept as it is when it cannot be read', () => {
    expect(prose({ noteType: 'super', text: '{"other":1}' })).toBe('{"other":1}');
  });

  it('loses no word of a hostile text', () => {
    for (const { text } of hostileTexts('http://127.0.0.1:1/')) {
      const words = (of: string) => of.match(/[\p{L}\p{N}]+/gu) ?? [];
      const markdown = prose({ noteType: 'super', text: state({ type: 'paragraph', children: [textNode(text)] }) });
      expect(words(markdown.replaceAll('&#xA;', ' ').replaceAll('&#x20;', ' ').replaceAll('&#x9;', ' '))).toEqual(
        words(text),
      );
    }
  });
});
