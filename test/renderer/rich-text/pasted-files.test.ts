// @vitest-environment happy-dom
import { expect, it } from 'vitest';

import { pastedFiles } from '#renderer/rich-text/attachments/pasted-files.ts';
import { pastePlain } from '#renderer/rich-text/paste/plain-paste.ts';

/** A clipboard with a picture, and what else a program writes beside it. */
function clipboard(beside: { readonly text?: string; readonly html?: string }, names = ['image.png']): DataTransfer {
  const data = new DataTransfer();
  for (const name of names) data.items.add(new File(['bytes'], name, { type: 'image/png' }));
  if (beside.text !== undefined) data.setData('text/plain', beside.text);
  if (beside.html !== undefined) data.setData('text/html', beside.html);
  return data;
}

const names = (data: DataTransfer): string[] => pastedFiles(data).map(({ name }) => name);

it.each([
  ['a screenshot alone', {}],
  ['an image of a web page', { html: '<meta charset="utf-8"><img src="https://example.org/a.png" alt="A chart">' }],
  [
    'an image of a web page, with its address as text',
    { html: '<img src="https://example.org/a.png">', text: 'https://example.org/a.png' },
  ],
  [
    'a picture of a document',
    { html: '<body><style>p {}</style><p><img src="file:///tmp/a.png"></p></body>', text: '' },
  ],
  ['a screenshot with the path where it was saved', { text: '/home/ana/Pictures/Shot 1.png\n' }],
  ['a screenshot with a path of Windows', { text: String.raw`C:\Users\Ana\shot.png` }],
  ['a screenshot with the address where it was uploaded', { text: 'https://img.example.org/x1' }],
  ['a picture with its name', { text: 'image.png' }],
])('%s is pasted as a picture', (_what, beside) => {
  expect(names(clipboard(beside))).toEqual(['image.png']);
});

it.each([
  ['cells of a spreadsheet', { html: '<table><tr><td>10:04</td><td>Alert</td></tr></table>', text: '10:04\tAlert' }],
  ['empty cells', { html: '<table><tr><td></td></tr></table>', text: '\t\r\n' }],
  [
    'a paragraph of a word processor',
    { html: '<p>It was <b>down</b>. <img src="file:///a.png"></p>', text: 'It was down.' },
  ],
  ['a line of text', { text: 'It was down at 10:04.' }],
  ['a sentence that begins with a path', { text: '/etc was full at 10:04' }],
  ['a sentence that begins with a path of Windows', { text: String.raw`C:\ was full at 10:04.` }],
  ['the path of another file', { text: '/var/log/app.log' }],
  ['two addresses beside one picture', { text: 'https://example.org/a\nhttps://example.org/b' }],
])('%s is pasted as text', (_what, beside) => {
  expect(names(clipboard(beside))).toEqual([]);
});

it('files of a file manager are pasted as files, with the paths beside them', () => {
  const data = clipboard({ text: '/tmp/a.png\n/tmp/b.png' }, ['a.png', 'b.png']);
  expect(names(data)).toEqual(['a.png', 'b.png']);
  expect(names(clipboard({ text: '~/a log.txt' }, ['a log.txt']))).toEqual(['a log.txt']);
});

it('a plain paste takes no files', () => {
  const data = clipboard({ text: '/tmp/a.png' });
  pastePlain(() => expect(names(data)).toEqual([]));
});
