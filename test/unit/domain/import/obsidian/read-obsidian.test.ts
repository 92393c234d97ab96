import { describe, expect, it } from 'vitest';

import { readObsidian } from '#domain/import/obsidian/read-obsidian.ts';
import { filesOf, NO_CHOICES, reasonsOf, reportAt, zipOf } from '#test/support/archives.ts';

const BODY = [
  '# The lake',
  '',
  'See [[Notes/Other|the other]] and ![[Lake (1).png|300]] and ![[Other]] #work/night #1 `#code`',
  '',
  '> [!warning] Mind',
  '> the gap',
  '',
  '- [ ] call %%later%% ^block',
  '',
  '![shore](../files/shore%201.jpg) ![gone](gone.png) [paper](/files/paper.pdf) ![web](https://a.example/b.png)',
  '',
  '```',
  '#fenced',
  '```',
].join('\n');

const VAULT = {
  '.obsidian/app.json': '{}',
  '.trash/Old.md': 'old',
  'Journal/The lake.md': `---\ntags: [outdoors, "#water"]\ntag: a, b\naliases:\n  - Lake\ndate: 2020-08-21T10:30:00\nrating: 4\nnested: { deep: [1, two] }\n---\n${BODY}`,
  'Journal/2021-02-03.md': 'Slept badly\n\nand long',
  'Journal/Empty.md': '---\ntags: []\n---\n',
  'Notes/Other.md': '---\n{ "created": "2020-01-01T10:00:00Z", "title": "Another" }\n---\nText',
  'Board.canvas': '{}',
  'files/Lake (1).png': new Uint8Array([1]),
  'files/shore 1.jpg': new Uint8Array([1]),
  'files/paper.pdf': new Uint8Array([1]),
  'files/unused.png': new Uint8Array([1]),
};
const read = async () => readObsidian(await filesOf(await zipOf(VAULT)), NO_CHOICES);
const readOne = (text: string, path = 'Note.md') => reportAt(readObsidian([{ path, text }], NO_CHOICES), path);

describe('an Obsidian vault', () => {
  it('gives a report for each note, and says why there is none for every other file', async () => {
    const readings = await read();
    expect(readings.filter(({ reading }) => reading.is === 'reports').map(({ path }) => path)).toEqual([
      'Journal/The lake.md',
      'Journal/2021-02-03.md',
      'Notes/Other.md',
    ]);
    expect(reasonsOf(readings)).toEqual({
      '.obsidian/app.json': 'skipped: This file has settings of Obsidian.',
      '.trash/Old.md': 'skipped: This note is in the trash of Obsidian.',
      'Journal/Empty.md': 'skipped: This note has no text.',
      'Board.canvas': 'skipped: A canvas, which Once cannot show.',
      'files/unused.png': 'skipped: No note refers to this file.',
    });
  });

  it('keeps the text as written, with embedded files as pictures', async () => {
    const { coe } = reportAt(await read(), 'Journal/The lake.md');
    expect(coe.title).toBe('The lake');
    expect(coe.sections.context.prose).toBe(
      BODY.replace('# The lake\n\n', '')
        .replace('![[Lake (1).png|300]]', '![](<../files/Lake (1).png>)')
        .replace('../files/shore%201.jpg', '<../files/shore 1.jpg>')
        .replace('/files/paper.pdf', '../files/paper.pdf'),
    );
  });

  it('lists embedded and linked files as attachments, and says what is missing', async () => {
    const { attachments, doubts } = reportAt(await read(), 'Journal/The lake.md');
    expect(attachments).toEqual([
      { path: '../files/Lake (1).png', alt: '' },
      { path: '../files/shore 1.jpg', alt: 'shore' },
      { path: '../files/paper.pdf', alt: 'paper' },
    ]);
    expect(doubts).toEqual([
      'The picture “gone.png” was not found.',
      'No time zone is named; times were read as Europe/Berlin.',
    ]);
  });

  it('reads tags and dates from properties, and keeps the others', async () => {
    const { coe, source, zoneAsked } = reportAt(await read(), 'Journal/The lake.md');
    expect(coe.tags).toEqual(['outdoors', 'water', 'a', 'b', 'work/night']);
    expect(coe.happened).toMatchObject({ value: '2020-08-21T10:30', zone: 'Europe/Berlin' });
    expect(zoneAsked).toBe(true);
    expect(source.raw).toEqual({ aliases: ['Lake'], rating: 4, nested: { deep: [1, 'two'] } });
  });

  it('takes the title from the first line and the day from the name of a daily note', async () => {
    const { coe } = reportAt(await read(), 'Journal/2021-02-03.md');
    expect(coe.title).toBe('Slept badly');
    expect(coe.happened).toMatchObject({ precision: 'day', value: '2021-02-03' });
  });

  it('reads properties written as JSON, and times with a zone', async () => {
    const { coe, createdAt } = reportAt(await read(), 'Notes/Other.md');
    expect(coe.title).toBe('Another');
    expect(createdAt).toBe('2020-01-01T10:00:00.000Z');
    expect(coe.happened.value).toBe('2020-01-01T11:00');
  });

  it('invents no date', () => {
    expect(readOne('Text').coe.happened.precision).toBe('unknown');
  });

  it.each([
    [
      'aliases that multiply',
      `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'.replaceAll(/./g, (key, at: number) => `${key}: &${key} [${`*${'abcdefghij'[at]},`.repeat(9)}]\n`)}---\nText`,
    ],
    ['an alias that contains itself', '---\na: &a [*a]\n---\nText'],
    ['deep nesting', `---\na: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n---\nText`],
    ['broken YAML', '---\na: [\n---\nText'],
  ])('keeps front matter with %s as text', (_, text) => {
    const { coe, doubts } = readOne(text);
    expect(coe.sections.context.prose).toContain('Text');
    expect(doubts).toEqual(['The front matter could not be read.']);
  });

  it('evaluates nothing and pollutes no prototype', () => {
    expect(readOne('---js\n{ run: process.exit(1) }\n---\nText').coe.sections.context.prose).toContain('process.exit');
    const { source } = readOne(
      '---\n__proto__: { polluted: 1 }\nconstructor: { prototype: { polluted: 1 } }\nx: !!js/function "f"\n---\nText',
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(source.raw)).not.toContain('__proto__');
  });
});
