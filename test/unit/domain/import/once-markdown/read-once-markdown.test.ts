import { describe, expect, it } from 'vitest';

import { coeSchema } from '#domain/coe/coe.ts';
import { writeMarkdown } from '#domain/export/markdown/write-markdown.ts';
import { readOnceMarkdown, splitFrontMatter } from '#domain/import/once-markdown/read-once-markdown.ts';
import { ALL_EXAMPLES } from '#test/support/examples.ts';
import { someCoe } from '#test/support/some-coe.ts';

const FALLBACK = { id: '01JZTEST0000000000000000ZZ', now: '2026-01-01T00:00:00.000Z' };
const base = someCoe();
const [example = base] = ALL_EXAMPLES;

function read(text: string) {
  const result = readOnceMarkdown(text, FALLBACK);
  if (!result.ok) throw new Error(result.error.reason);
  return result.value;
}

/** The COE read after one change to its Markdown. */
function edited(from: string, to: string, coe = example) {
  const text = writeMarkdown(coe);
  expect(text).toContain(from);
  return read(text.replace(from, to));
}

describe('reading our own Markdown after an edit', () => {
  it('takes an edited cell, and keeps what the file does not show of its row', () => {
    const { coe } = edited('I bring soup.', 'I bring bread.');
    const [row] = coe.sections.timeline.entries.filter((entry) => entry.what.startsWith('I bring bread.'));
    expect(row).toMatchObject({ id: 'entry-9', effect: 'neutral' });
    expect(coe.sections.timeline.entries).toHaveLength(example.sections.timeline.entries.length);
  });

  it('takes an added row at its place, and every other row stays as it was', () => {
    const line = '| 2023-10-14 12:41 | She takes a taxi.';
    const { coe } = edited(line, `| 2023-10-14 12:30 | She asks the nurse. | | | | |\n${line}`);
    const { entries } = coe.sections.timeline;
    const at = entries.findIndex((entry) => entry.what === 'She asks the nurse.');
    expect(entries[at]?.when).toMatchObject({ value: '2023-10-14T12:30', zone: 'America/Chicago' });
    expect(entries.toSpliced(at, 1)).toEqual(example.sections.timeline.entries);
  });

  it('drops a removed row and nothing else', () => {
    const text = writeMarkdown(example).replace(/\| about 2023-10-14 17:00 .*\n/u, '');
    const { entries } = read(text).coe.sections.timeline;
    expect(entries.map((entry) => entry.id)).toEqual(
      example.sections.timeline.entries.map((entry) => entry.id).filter((id) => id !== 'entry-9'),
    );
  });

  it('takes edited prose, title and front matter', () => {
    const text = writeMarkdown(example)
      .replace('# Did not turn up', '# Was not there')
      .replace('Ines and I have been friends', 'We have been friends')
      .replace('status: reopened', 'status: closed');
    const { coe } = read(text);
    expect(coe.title).toBe('Was not there to drive Ines home from the clinic');
    expect(coe.sections.context.prose).toMatch(/^We have been friends/);
    expect(coe.status).toBe('closed');
    expect(coe.statusHistory).toEqual(example.statusHistory);
  });

  it('puts text under a heading that is not ours into Unplaced', () => {
    const { coe } = read(`${writeMarkdown(example)}\n## Notes\n\nSee the *other* file.\n`);
    expect(coe.unplaced).toBe('## Notes\n\nSee the *other* file.');
  });

  it('returns the keys that another program added', () => {
    const { otherKeys } = read(writeMarkdown(example).replace('once: 1', 'once: 1\ncssclasses:\n  - wide'));
    expect(otherKeys).toEqual({ cssclasses: ['wide'] });
  });

  it('reads a file without the data that it does not show', () => {
    const text = writeMarkdown(example).replace(/^once-data: .*\n/mu, '');
    const { coe } = read(text);
    expect(coe.sections.actions.items.map((item) => item.text)).toEqual(
      example.sections.actions.items.map((item) => item.text),
    );
    expect(coe.sections.context).toEqual(example.sections.context);
  });

  it.each(['{', '{"set":1}', '{"keys":{"kind":{"set":"nonsense","was":"x"}}}', '{"keys":{"sections":{"set":[]}}}'])(
    'reads a file whose hidden data was damaged: %s',
    (data) => {
      const text = writeMarkdown(example).replace(/^once-data: .*$/mu, `once-data: '${data}'`);
      expect(read(text).coe.title).toBe(example.title);
    },
  );

  it('gives an id and an instant to a file that lost its own', () => {
    const text = writeMarkdown(example).replace(/^(?:id|created|updated): .*\n/gmu, '');
    expect(read(text).coe).toMatchObject({ id: FALLBACK.id, createdAt: FALLBACK.now });
  });
});

describe('front matter', () => {
  it('keeps dates and numbers with leading zeros as text', () => {
    expect(splitFrontMatter('---\ndate: 2026-05-14\ntime: 10:04\n---\nText').values).toEqual({
      date: '2026-05-14',
      time: '10:04',
    });
  });

  it.each([
    ['another language', '---js\n{ run: process.exit(1) }\n---\nText'],
    ['aliases that multiply', `---\na: &a [x,x,x,x,x,x,x,x,x]\n${bomb()}\n---\nText`],
    ['a list', '---\n- a\n---\nText'],
    ['damaged YAML', '---\na: [\n---\nText'],
  ])('that is %s stays in the text', (_what, text) => {
    expect(splitFrontMatter(text)).toEqual({ values: {}, body: text });
  });

  it('cannot change a prototype', () => {
    const { values } = splitFrontMatter('---\nonce: 1\n__proto__:\n  polluted: yes\n---\n');
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('refuses Markdown of a newer version', () => {
    expect(readOnceMarkdown('---\nonce: 2\n---\n', FALLBACK)).toEqual({
      ok: false,
      error: { reason: 'newer-version', version: 2 },
    });
  });

  it('quotes whatever YAML would read as something else', () => {
    const tags = [
      'yes',
      'null',
      '12',
      '1.5',
      '2026-05-14',
      '#x',
      '- x',
      'a: b',
      '"',
      "'",
      '{a}',
      '&a',
      '*a',
      '!x',
      '%',
      '@x',
      '`',
      '',
    ];
    const coe = coeSchema.parse({ ...base, tags, author: 'no', lifeArea: '0x1' });
    expect(read(writeMarkdown(coe)).coe).toEqual(coe);
  });
});

function bomb(): string {
  const levels = 'abcdefghi'.split('');
  return levels
    .slice(1)
    .map((name, index) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${levels[index]}`).join(',')}]`)
    .join('\n');
}
