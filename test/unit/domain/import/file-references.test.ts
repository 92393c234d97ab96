import { expect, test } from 'vitest';

import { replaceFileReferences } from '#domain/import/file-references.ts';
import { findLocalFiles } from '#domain/import/local-files.ts';

const CODE = 'Write `![a](a.png)`:\n\n```md\n![a](a.png)\n![[a.png]]\n[a]: a.png\n```';

test('links in code are no links to files', () => {
  const all: string[] = [];
  const text = `${CODE}\n\n![see \`a\`](b.png)`;
  const replaced = replaceFileReferences(text, ({ path, label }) => {
    all.push(`${label} ${path}`);
    return { address: 'attachments/x', isPicture: true };
  });
  expect(all).toEqual(['see `a` b.png']);
  expect(replaced).toBe(`${CODE}\n\n![see \`a\`](attachments/x)`);
});

test('notes keep their code too', () => {
  const found = findLocalFiles(`${CODE}\n\n![[a.png]]`, 'note.md', new Set(['a.png']), new Map());
  expect(found.text).toBe(`${CODE}\n\n![](a.png)`);
  expect(found.attachments).toEqual([{ path: 'a.png', alt: '' }]);
});

test('a picture with a size of its own is a picture, and a missing one is a doubt', () => {
  const text = '<img src="../_resources/a%20b.png" alt="x" width="10"/> <img src="gone.png">';
  const found = findLocalFiles(text, 'notes/note.md', new Set(['_resources/a b.png']), new Map());
  expect(found.text).toBe('![x](<../_resources/a b.png>) <img src="gone.png">');
  expect(found.attachments).toEqual([{ path: '../_resources/a b.png', alt: 'x' }]);
  expect(found.doubts).toEqual(['The picture “gone.png” was not found.']);
});
