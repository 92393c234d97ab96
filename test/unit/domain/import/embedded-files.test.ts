import { describe, expect, it } from 'vitest';

import { takeEmbeddedFiles } from '#domain/import/embedded-files.ts';
import { readSource } from '#domain/import/read-source.ts';
import { NO_CHOICES } from '#test/support/archives.ts';

const PNG = 'iVBORw0KGgo=';
const JPEG = '/9j/4AAQSkZJRg==';

const read = (path: string, content: string) => {
  const reading = readSource({ path, content }, NO_CHOICES);
  if (reading.is !== 'reports') throw new Error(JSON.stringify(reading));
  return reading.reports[0];
};

describe('files inside a text', () => {
  it('leave it for paths, each once', () => {
    const { text, files } = takeEmbeddedFiles(
      `![a](data:image/png;base64,${PNG}) ![b](data:image/jpeg;base64,${JPEG}) ![a](DATA:image/PNG;base64,${PNG})`,
    );
    expect(text).toBe('![a](embedded/file-1.png) ![b](embedded/file-2.jpg) ![a](embedded/file-1.png)');
    expect([...files]).toEqual([
      ['embedded/file-1.png', PNG],
      ['embedded/file-2.jpg', JPEG],
    ]);
  });

  it.each(['data:text/html;base64,PHNjcmlwdD4=', 'data:image/png,raw', 'data:application/javascript;base64,YQ=='])(
    'stay when they are no picture or document: %s',
    (address) => {
      expect(takeEmbeddedFiles(`[x](${address})`)).toEqual({ text: `[x](${address})`, files: new Map() });
    },
  );

  it('are attachments of a report in Markdown, also by reference as Google Docs writes them', () => {
    const report = read(
      'a.md',
      `# Disk full\n\n## Impact\n\n![The graph](data:image/png;base64,${PNG})\n\n![][image1]\n\n[image1]: <data:image/jpeg;base64,${JPEG}>\n`,
    );
    expect(report?.attachments.map(({ path, base64 }) => [path, base64])).toEqual([
      ['embedded/file-1.png', PNG],
      ['embedded/file-2.jpg', JPEG],
    ]);
    expect(JSON.stringify(report?.coe)).toContain('![The graph](embedded/file-1.png)');
    expect(JSON.stringify(report?.coe)).not.toContain(PNG);
  });

  it('are attachments of a report in HTML', () => {
    const report = read(
      'a.html',
      `<h1>Disk full</h1><h2>Impact</h2><p>Look: <img alt="The graph" src="data:image/png;base64,${PNG}"></p>`,
    );
    expect(report?.attachments).toEqual([{ path: 'embedded/file-1.png', alt: 'The graph', base64: PNG }]);
    expect(report?.coe.sections.customerImpact.prose).toContain('![The graph](embedded/file-1.png)');
  });

  it('are found in tens of megabytes of text without delay', () => {
    const file = 'A'.repeat(30_000_000);
    const long = `data:image/png;base64,${file}== ${'data:image/'.repeat(100_000)}`;
    expect([...takeEmbeddedFiles(long).files.values()]).toEqual([`${file}==`]);
  });
});
