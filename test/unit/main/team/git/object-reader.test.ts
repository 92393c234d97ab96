import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { createObjectReader, READ_OBJECTS } from '#main/team/git/object-reader.ts';
import { createBareRepository, PLAIN_GIT_ENVIRONMENT, plainGit } from '#test/support/team/git-command.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const program = plainGit('/', ['--exec-path']);

/** A repository, a reader of it, and a way to store an object there. */
function withReader() {
  const folder = createBareRepository(temporaryFolder());
  const reader = createObjectReader(
    {
      program: path.join(program, 'git'),
      args: READ_OBJECTS,
      env: { ...PLAIN_GIT_ENVIRONMENT, GIT_DIR: folder },
      cwd: folder,
    },
    30_000,
  );
  onTestFinished(() => reader.close());
  return {
    reader,
    store: (bytes: Buffer | string): string => plainGit(folder, ['hash-object', '-w', '--stdin'], bytes),
    /** Makes the file of an object end too early. */
    damage: (oid: string): void => {
      const file = path.join(folder, 'objects', oid.slice(0, 2), oid.slice(2));
      chmodSync(file, 0o644);
      writeFileSync(file, 'damaged');
    },
  };
}

const LIMIT = 10_000_000;
const MISSING = '0123456789012345678901234567890123456789';

describe('objects that are asked for at once', () => {
  it('are each answered with what they are', async () => {
    const { reader, store } = withReader();
    const contents = Array.from({ length: 60 }, (_, index) =>
      Buffer.from(`${index}\n`.repeat(index % 7 === 0 ? 40_000 : index)),
    );
    const oids = contents.map(store);
    const binary = store(Buffer.from([10, 0, 255, 10, 10]));
    const reads = await Promise.all([
      ...oids.map((oid) => reader.readBlob(oid, LIMIT)),
      reader.readBlob(binary, LIMIT),
      reader.readBlob(MISSING, LIMIT),
      reader.readBlob('two\nlines', LIMIT),
      reader.readBlob(oids[7] ?? '', 5),
      reader.typeOf(binary),
      reader.typeOf(MISSING),
    ]);
    expect(reads.slice(0, 60)).toEqual(contents.map((bytes) => ({ ok: true, value: { ok: true, value: bytes } })));
    expect(reads.slice(60)).toMatchObject([
      { ok: true, value: { ok: true, value: Buffer.from([10, 0, 255, 10, 10]) } },
      { ok: true, value: { ok: false, error: { kind: 'missing' } } },
      { ok: true, value: { ok: false, error: { kind: 'missing' } } },
      { ok: true, value: { ok: false, error: { kind: 'too-large', size: 80_000 } } },
      { ok: true, value: 'blob' },
      { ok: true, value: null },
    ]);
  });

  it('are asked for in one piece, and git answers all of it at once', async () => {
    const folder = createBareRepository(temporaryFolder());
    const asked = path.join(folder, 'asked');
    const git = [path.join(program, 'git'), ...READ_OBJECTS].join(' ');
    const env = { ...PLAIN_GIT_ENVIRONMENT, PATH: process.env['PATH'] ?? '', GIT_DIR: folder };
    const start = {
      program: '/bin/sh',
      args: ['-c', `tee '${asked}' | '${git.replaceAll(' ', "' '")}'`],
      env,
      cwd: folder,
    };
    const reader = createObjectReader(start, 30_000);
    onTestFinished(() => reader.close());
    const oids = ['one', 'two', 'three'].map((text) => plainGit(folder, ['hash-object', '-w', '--stdin'], text));
    expect(await Promise.all(oids.map((oid) => reader.readBlob(oid, LIMIT)))).toMatchObject(
      oids.map(() => ({ ok: true })),
    );
    const lines = readFileSync(asked, 'utf8').split('\n');
    expect(lines.slice(0, 4)).toEqual([...oids.map((oid) => `info ${oid}`), 'flush']);
  });

  it('are read although one among them is damaged, which alone fails', async () => {
    const { reader, store, damage } = withReader();
    const oids = ['one', 'two', 'three', 'four'].map(store);
    damage(oids[1] ?? '');
    const reads = await Promise.all(oids.map((oid) => reader.readBlob(oid, LIMIT)));
    expect(reads.map((read) => read.ok && read.value.ok && Buffer.from(read.value.value).toString())).toEqual([
      'one',
      false,
      'three',
      'four',
    ]);
  });

  it('are read although git is ended by a signal at one among them, which alone fails', async () => {
    // As git does, it passes answers on when it is told to, and loses the others when a signal ends it.
    const git = `while read -r command oid; do case "$command $oid" in
      'flush ') printf '%s' "$answers"; answers= ;;
      *' ${MISSING}') kill -KILL $$ ;;
      *) answers="$answers$oid blob 3\n" ;;
    esac; done`;
    const env = { PATH: process.env['PATH'] ?? '' };
    const reader = createObjectReader({ program: '/bin/sh', args: ['-c', git], env, cwd: temporaryFolder() }, 30_000);
    onTestFinished(() => reader.close());
    const oids = ['1', '2', MISSING, '4'].map((oid) => oid.padStart(40, '0'));
    expect(await Promise.all(oids.map((oid) => reader.typeOf(oid)))).toMatchObject([
      { ok: true, value: 'blob' },
      { ok: true, value: 'blob' },
      { ok: false, error: { kind: 'repository-broken' } },
      { ok: true, value: 'blob' },
    ]);
  });

  it('are answered before the reader closes, and reading goes on in another process', async () => {
    const { reader, store } = withReader();
    const [one, two] = [store('one'), store('two')];
    const reads = [reader.readBlob(one, LIMIT), reader.readBlob(two, LIMIT)];
    await reader.close();
    expect(await Promise.all(reads)).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await reader.readBlob(one, LIMIT)).toMatchObject({ ok: true, value: { ok: true } });
  });

  it('all fail at once when git had to be killed: no other process is made to wait as long', async () => {
    const folder = temporaryFolder();
    const start = {
      program: '/bin/sh',
      // Only the first process is silent.
      args: ['-c', `mkdir first || echo ${MISSING} missing; exec sleep 600`],
      env: { PATH: process.env['PATH'] ?? '' },
      cwd: folder,
    };
    const reader = createObjectReader(start, 300);
    onTestFinished(() => reader.close());
    const failed = { ok: false, error: { kind: 'repository-broken' } };
    expect(await Promise.all([1, 2, 3].map(() => reader.typeOf(MISSING)))).toEqual([failed, failed, failed]);
  });

  it('all fail when the program is silent, or says something else', async () => {
    for (const args of [
      ['-c', 'sleep 600'],
      ['-c', 'echo I am no git; sleep 600'],
    ]) {
      const start = { program: '/bin/sh', args, env: { PATH: process.env['PATH'] ?? '' }, cwd: '/' };
      const reader = createObjectReader(start, 100);
      const reads = await Promise.all([reader.readBlob(MISSING, LIMIT), reader.typeOf(MISSING)]);
      expect(reads).toMatchObject([
        { ok: false, error: { kind: 'repository-broken' } },
        { ok: false, error: { kind: 'repository-broken' } },
      ]);
      await reader.close();
    }
  });
});
