import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { agreedInFile } from '#main/team/agreed-files.ts';
import { blobId } from '#main/team/object-id.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const oid = blobId(Buffer.from('a COE'));
const AGREED = {
  bases: new Map([['coes/2026-05/a.json', oid]]),
  known: new Map([
    ['coes/2026-05/a.json', { oid, stamp: { mtimeMs: 1.5, size: 5, ino: 7 } }],
    ['coes/2026-05/b.json', { oid, stamp: { mtimeMs: 2, size: 5, ino: 8 } }],
  ]),
};
const NOTHING = { bases: new Map(), known: new Map() };

it('reads what it wrote', async () => {
  const memory = agreedInFile(path.join(temporaryFolder(), 'agreed.json'));
  expect(await memory.read()).toEqual(NOTHING);
  await memory.write(AGREED);
  expect(await memory.read()).toEqual(AGREED);
});

it.each([
  ['', 'not JSON'],
  ['null', 'nothing'],
  [`{"format":"another","files":[]}`, 'another format'],
  [`{"format":"FORMAT","files":{}}`, 'no list'],
  [`{"format":"FORMAT","files":[["a",null]]}`, 'a file without a stamp'],
  [`{"format":"FORMAT","files":[[1,null,null]]}`, 'a path that is no text'],
  [`{"format":"FORMAT","files":[["a","x",null]]}`, 'an id that is none'],
  [`{"format":"FORMAT","files":[["a",null,["${oid}",1,2]]]}`, 'half a stamp'],
  [`{"format":"FORMAT","files":[["a",null,["${oid}",1,"2",3]]]}`, 'a size that is no number'],
  [`{"format":"FORMAT","files":[["b","${oid}",null],["a",null,["x",1,2,3]]]}`, 'a content that is none'],
])('takes %s for a damaged file: %s', async (text) => {
  const file = path.join(temporaryFolder(), 'agreed.json');
  await agreedInFile(file).write(AGREED);
  const { format } = JSON.parse(readFileSync(file, 'utf8')) as { format: string };
  writeFileSync(file, text.replace('FORMAT', format));
  expect(await agreedInFile(file).read()).toEqual(NOTHING);
});
