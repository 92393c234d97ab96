import { describe, expect, it } from 'vitest';

import { readJoplinRaw } from '#domain/import/joplin/read-joplin-raw.ts';
import { NO_CHOICES, reasonsOf, reportAt } from '#test/support/archives.ts';

const id = (digit: string) => digit.repeat(32);
const item = (title: string | null, body: string | null, properties: Record<string, string>) =>
  [
    ...(title === null ? [] : [title, '']),
    ...(body === null ? [] : [body, '']),
    ...Object.entries(properties).map(([key, value]) => (value === '' ? `${key}:` : `${key}: ${value}`)),
  ].join('\n');
const note = (digit: string, title: string, body: string, more: Record<string, string> = {}) => ({
  path: `${id(digit)}.md`,
  text: item(title, body, {
    id: id(digit),
    parent_id: id('f'),
    created_time: '2020-01-02T03:04:05.678Z',
    updated_time: '2020-01-03T03:04:05.678Z',
    author: '',
    user_created_time: '2019-12-31T23:30:00.000Z',
    encryption_applied: '0',
    deleted_time: '0',
    type_: '1',
    ...more,
  }),
});
const other = (digit: string, type: string, title: string | null, more: Record<string, string> = {}) => ({
  path: `${id(digit)}.md`,
  text: item(title, null, { id: id(digit), ...more, type_: type }),
});

const files = [
  note(
    '1',
    'A bad night',
    `It broke.\n\nkey: value\n\n![graph](:/${id('a')}) and [log](:/${id('b')}) and [other](:/${id('2')})`,
  ),
  note('2', 'In the bin', 'x', { deleted_time: '1600000000000' }),
  note('3', 'Secret', '', { encryption_applied: '1' }),
  note('4', 'Two versions', 'x', { is_conflict: '1', source_url: 'https://a.example/\\nb' }),
  other('f', '2', 'Work', { parent_id: id('e') }),
  other('e', '2', 'Journal', { parent_id: '' }),
  other('a', '4', 'graph.png', { mime: 'image/png' }),
  other('b', '4', 'log.txt', { mime: 'text/plain' }),
  other('5', '5', 'outage'),
  other('6', '6', null, { note_id: id('1'), tag_id: id('5') }),
  other('7', '13', null, {}),
  { path: 'readme.md', text: 'No item' },
  { path: `resources/${id('a')}.png`, text: null },
  { path: `resources/${id('c')}.png`, text: null },
];
const read = () => readJoplinRaw(files, NO_CHOICES);

describe('a RAW export of Joplin', () => {
  it('gives a report for each note, and says why there is none for every other file', () => {
    const readings = read();
    const attachments = reportAt(readings, files[0]?.path ?? '').attachments;
    expect(readings).toHaveLength(files.length - 1);
    expect(attachments).toEqual([{ path: `resources/${id('a')}.png`, alt: 'graph' }]);
    expect(readings.filter(({ reading }) => reading.is === 'reports').map(({ path }) => path.slice(0, 1))).toEqual([
      '1',
      '4',
    ]);
    expect(reasonsOf(readings)).toMatchObject({
      [`${id('2')}.md`]: 'skipped: This note is in the trash of Joplin.',
      [`${id('3')}.md`]: expect.stringContaining('This item is encrypted.'),
      [`${id('7')}.md`]: 'skipped: An earlier version of a note.',
      'readme.md': 'skipped: This file is not an item of Joplin.',
      [`resources/${id('c')}.png`]: 'skipped: No note refers to this file.',
    });
  });

  it('finds a picture that was made smaller, which is HTML', () => {
    const small = note('8', 'Small', `<img src=":/${id('a')}" alt="a [small] graph" width="392" height="246">`);
    const report = reportAt(readJoplinRaw([...files, small], NO_CHOICES), small.path);
    expect(report.coe.sections.context.prose).toBe(`![a  small  graph](resources/${id('a')}.png)`);
    expect(report.attachments).toEqual([{ path: `resources/${id('a')}.png`, alt: 'a  small  graph' }]);
  });

  it('reads properties from the end only, and joins tags, folders and resources', () => {
    const { coe, source, doubts } = reportAt(read(), `${id('1')}.md`);
    expect(coe.title).toBe('A bad night');
    expect(coe.sections.context.prose).toBe(
      `It broke.\n\nkey: value\n\n![graph](resources/${id('a')}.png) and [log](:/${id('b')}) and [other](:/${id('2')})`,
    );
    expect(coe.tags).toEqual(['outage']);
    expect(coe.happened).toMatchObject({ value: '2020-01-01T00:30', zone: 'Europe/Berlin' });
    expect(source).toMatchObject({ id: id('1'), raw: { folders: ['Journal', 'Work'], parent_id: id('f') } });
    expect(source.raw).not.toHaveProperty('author');
    expect(doubts).toEqual(['The attachment “log” is not in the export.']);
  });

  it('unescapes line breaks in properties, and says what a conflict is', () => {
    const { source, doubts } = reportAt(read(), `${id('4')}.md`);
    expect(source.raw['source_url']).toBe('https://a.example/\nb');
    expect(doubts).toEqual(['Joplin marked this note as a conflict: another version of it exists.']);
  });

  it('gives the same reports and the same content when read twice', () => {
    expect(read()).toEqual(read());
  });

  it('ends when folders contain each other', () => {
    const round = [
      note('1', 'T', 'x'),
      other('f', '2', 'A', { parent_id: id('e') }),
      other('e', '2', 'B', { parent_id: id('f') }),
    ];
    expect(reportAt(readJoplinRaw(round, NO_CHOICES), `${id('1')}.md`).source.raw['folders']).toEqual(['B', 'A']);
  });

  it('reads a note in HTML through the filter of pages, with its pictures', () => {
    const page = `<p onclick="self.ran=1">A <b>page</b> <img src=":/${id('a')}"></p><script>self.ran=1</script>`;
    const html = [note('1', 'Clipped', page, { markup_language: '2' }), ...files.slice(6)];
    const { coe, doubts, attachments } = reportAt(readJoplinRaw(html, NO_CHOICES), `${id('1')}.md`);
    expect(coe.sections.context.prose).toBe(`A **page** ![](resources/${id('a')}.png)`);
    expect(attachments).toHaveLength(1);
    expect(doubts).toEqual([expect.stringMatching(/^Left out: .*1 script/)]);
  });

  it('keeps a page as it is when it is nested too deeply', () => {
    const page = '<div>'.repeat(100_000);
    const { doubts } = reportAt(
      readJoplinRaw([note('1', 'Deep', page, { markup_language: '2' })], NO_CHOICES),
      `${id('1')}.md`,
    );
    expect(doubts).toEqual(['The page in this note is nested too deeply to be read, and is kept as it is.']);
  });
});
