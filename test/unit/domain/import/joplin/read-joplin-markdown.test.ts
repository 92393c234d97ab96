import { describe, expect, it } from 'vitest';

import { readJoplinMarkdown } from '#domain/import/joplin/read-joplin-markdown.ts';
import { NO_CHOICES, reasonsOf, reportAt } from '#test/support/archives.ts';

const files = [
  {
    path: 'Work/Late.md',
    text: '---\ntitle: Late again\nupdated: 2020-01-02 00:00:00Z\ncreated: 2020-01-01 23:30:00Z\nlatitude: 1.5\ncompleted?: no\ntags:\n  - trains\n---\n\nIt was late. ![](../_resources/a.png)',
  },
  { path: 'Work/Plain.md', text: 'No front matter' },
  { path: 'Work/Empty.md', text: '' },
  { path: '_resources/a.png', text: null },
  { path: '_resources/b.png', text: null },
];
const read = () => readJoplinMarkdown(files, NO_CHOICES);

describe('an export of Joplin as Markdown with front matter', () => {
  it('gives a report for each note, and says why there is none for every other file', () => {
    expect(read()).toHaveLength(4);
    expect(reasonsOf(read())).toEqual({
      'Work/Empty.md': 'skipped: This note has no text.',
      '_resources/b.png': 'skipped: No note refers to this file.',
    });
  });

  it('reads title, tags, date and pictures, and keeps the other keys', () => {
    const { coe, source, attachments, createdAt } = reportAt(read(), 'Work/Late.md');
    expect(coe.title).toBe('Late again');
    expect(coe.sections.context.prose).toBe('It was late. ![](../_resources/a.png)');
    expect(coe.tags).toEqual(['trains']);
    expect(createdAt).toBe('2020-01-01T23:30:00.000Z');
    expect(source.raw).toEqual({ updated: '2020-01-02 00:00:00Z', latitude: 1.5, 'completed?': 'no' });
    expect(attachments).toEqual([{ path: '../_resources/a.png', alt: '' }]);
  });
});
