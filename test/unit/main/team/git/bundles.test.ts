import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { parseBundleHead } from '#main/team/git/bundle-file.ts';
import { commitFiles, openTestRepository, valueOf } from '#test/support/team/open-test-repository.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const MAIN = 'refs/heads/main';
const THEIRS = 'refs/once/theirs';
const maxBytes = 1_000_000;
const unusable = (reason: string): object => ({ ok: false, error: { kind: 'bundle-unusable', reason } });

it('bundles carry a team library from one computer to another, in steps', async () => {
  const share = temporaryFolder();
  const [one, two, none] = ['1.bundle', '2.bundle', '3.bundle'].map((name) => path.join(share, 'outbox/ada', name));
  if (one === undefined || two === undefined || none === undefined) throw new Error('no names');
  const [ada, ben] = [await openTestRepository(temporaryFolder()), await openTestRepository(temporaryFolder())];
  const first = await commitFiles(ada, { 'a.txt': 'one' });
  expect(await valueOf(ada.createBundle({ file: one, ref: MAIN, without: [] }))).toBe(true);
  const second = await commitFiles(ada, { 'a.txt': 'two' });
  expect(await valueOf(ada.createBundle({ file: two, ref: MAIN, without: [first] }))).toBe(true);
  expect(await valueOf(ada.createBundle({ file: none, ref: MAIN, without: [second] }))).toBe(false);
  expect(await valueOf(ben.inspectBundle(two, maxBytes))).toEqual({
    refs: new Map([[MAIN, second]]),
    prerequisites: [first],
  });
  // A sync program may bring the second before the first.
  expect(await ben.fetchBundle({ file: two, from: MAIN, to: THEIRS, maxBytes })).toEqual(unusable('missing-commits'));
  expect(await valueOf(ben.fetchBundle({ file: one, from: MAIN, to: THEIRS, maxBytes }))).toBe(first);
  expect(await valueOf(ben.fetchBundle({ file: two, from: MAIN, to: THEIRS, maxBytes }))).toBe(second);
  expect(await valueOf(ben.fetchBundle({ file: two, from: MAIN, to: THEIRS, maxBytes }))).toBe(second);
  expect(await valueOf(ben.readRef(THEIRS))).toBe(second);
  expect(await ben.fetchBundle({ file: two, from: 'refs/heads/x', to: THEIRS, maxBytes })).toEqual(
    unusable('no-such-ref'),
  );
});

it('what is no whole bundle is left alone', async () => {
  const share = temporaryFolder();
  const at = (name: string): string => path.join(share, name);
  const [ada, ben] = [await openTestRepository(temporaryFolder()), await openTestRepository(temporaryFolder())];
  await commitFiles(ada, { 'a.txt': 'x'.repeat(10_000) });
  await valueOf(ada.createBundle({ file: at('good'), ref: MAIN, without: [] }));
  copyFileSync(at('good'), at('cut'));
  truncateSync(at('cut'), readFileSync(at('good')).length - 30);
  const flipped = readFileSync(at('good'));
  flipped.writeUInt8(flipped.readUInt8(flipped.length - 40) === 0 ? 1 : 0, flipped.length - 40);
  writeFileSync(at('flipped'), flipped);
  writeFileSync(at('head-only'), '# v2 git bundle\n');
  writeFileSync(at('text'), 'not a bundle');
  writeFileSync(at('empty'), '');
  symlinkSync(at('good'), at('link'));
  mkdirSync(at('folder'));
  execFileSync('mkfifo', [at('pipe')]);
  const read = (name: string, limit = maxBytes): Promise<unknown> =>
    ben.fetchBundle({ file: at(name), from: MAIN, to: THEIRS, maxBytes: limit });
  for (const name of ['cut', 'flipped', 'head-only']) expect(await read(name), name).toEqual(unusable('damaged'));
  for (const name of ['text', 'empty', 'link', 'folder', 'pipe']) {
    expect(await read(name), name).toEqual(unusable('not-a-bundle'));
  }
  expect(await read('good', 100)).toEqual({ ok: false, error: { kind: 'too-large', limitBytes: 100 } });
  expect(await read('gone')).toEqual(unusable('unreadable'));
  expect(await valueOf(ben.readRef(THEIRS))).toBeNull();
  expect(await read('good')).toMatchObject({ ok: true });
});

it('a head with a line that is not of a bundle is refused', () => {
  const id = 'a'.repeat(40);
  expect(parseBundleHead(`-${id} a message\n${id} refs/heads/main\n`)?.prerequisites).toEqual([id]);
  for (const head of [
    '@filter=blob:none\n',
    `--upload-pack=x refs/heads/main\n`,
    `${id}\n`,
    'short refs/heads/main\n',
  ]) {
    expect(parseBundleHead(head)).toBeNull();
  }
});
