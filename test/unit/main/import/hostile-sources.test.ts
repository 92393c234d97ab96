import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it, onTestFinished, vi } from 'vitest';

import { createWorkerClient } from '#main/worker/worker-client.ts';
import type { ImportTasks, ReadEntry } from '#main/import/import-tasks.ts';
import { LIMITS } from '#main/import/limits.ts';
import { openPickedSource } from '#main/import/picked-source.ts';
import { createImportThreads } from '#main/import/import-thread.ts';
import { readGroups } from '#main/import/read-groups.ts';
import { runImport } from '#main/import/run-import.ts';
import { zipOf } from '#test/support/archives.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';
import { workerUrl } from '#test/support/worker-url.ts';

import { folderWith, importRun, inProcess, OPTIONS, report, snapshotOf } from './import-support.ts';

/** Writes a zip into a folder of its own and returns its path. */
function zipFile(bytes: Uint8Array): string {
  const file = path.join(temporaryFolder(), 'reports.zip');
  writeFileSync(file, bytes);
  return file;
}

/** A zip in which a name was replaced by another of the same length, as no honest program writes it. */
async function renamed(from: string, to: string): Promise<Buffer> {
  const zip = await zipOf({ [from]: report('A'), 'b.md': report('B') });
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}

const importOf = async (from: string) => {
  const test = await openTestLibrary();
  const before = snapshotOf(test.folder);
  const done = await runImport(importRun(test.library, from), testId(1), { onWritten: () => undefined });
  return { ...test, before, done, after: snapshotOf(test.folder) };
};

describe('a zip', () => {
  it('is read like a folder', async () => {
    const { done } = await importOf(zipFile(await zipOf({ 'x/a.md': report('A'), 'b.md': report('B') })));
    expect(done.ok && done.value.receipt.files.map(({ path: name, result }) => [name, result])).toEqual([
      ['b.md', 'imported'],
      ['x/a.md', 'imported'],
    ]);
  });

  it.each(['../../evil.md', '/etc/evils.md', 'C:/evil/ab.md'])('that names %s changes nothing', async (name) => {
    const { before, after, done } = await importOf(zipFile(await renamed('a'.repeat(name.length), name)));
    expect(done).toEqual({
      ok: false,
      error: 'This zip is damaged, or names places outside itself. Nothing was read from it.',
    });
    expect(after).toEqual(before);
  });

  it('that is cut short changes nothing', async () => {
    const zip = await zipOf({ 'a.md': report('A') });
    const { before, after, done } = await importOf(zipFile(zip.subarray(0, zip.length - 30)));
    expect(done.ok).toBe(false);
    expect(after).toEqual(before);
  });

  it('with a bomb, a zip in a zip or a file of zeros imports only the reports', async () => {
    const { done } = await importOf(
      zipFile(
        await zipOf({
          'bomb.md': Buffer.alloc(15 * 1024 * 1024, 0x20),
          'large.md': Buffer.alloc(21 * 1024 * 1024, 0x61),
          'inner.zip': await zipOf({ 'c.md': report('C') }),
          'zeros.md': Buffer.alloc(100),
          'a.md': report('A'),
        }),
      ),
    );
    expect(done.ok && done.value.receipt.files.map(({ path: name, result, reason }) => [name, result, reason])).toEqual(
      [
        ['a.md', 'imported', ''],
        ['bomb.md', 'refused', 'The file would grow too much when unpacked, as an attack does.'],
        ['inner.zip', 'refused', 'This is a zip in a zip. Unpack it and import it on its own.'],
        ['large.md', 'refused', 'The file is larger than 20 MB.'],
        ['zeros.md', 'skipped', 'This is not a kind of file that Once imports.'],
      ],
    );
  });
});

describe('a folder', () => {
  it('with links to files and folders outside is not followed', async () => {
    const outside = folderWith({ 'secret.md': report('Secret') });
    const folder = folderWith({ 'a.md': report('A') });
    symlinkSync(path.join(outside, 'secret.md'), path.join(folder, 'link.md'));
    symlinkSync(outside, path.join(folder, 'linked'));
    symlinkSync(folder, path.join(folder, 'loop'));
    const { done } = await importOf(folder);
    expect(done.ok && done.value.receipt.summary).toMatchObject({ imported: 1, refused: 3 });
  });

  it('that is a link itself is refused', async () => {
    const link = path.join(temporaryFolder(), 'link');
    symlinkSync(folderWith({ 'a.md': report('A') }), link);
    expect(await openPickedSource(link)).toMatchObject({ ok: false });
  });

  it('that is nested too deeply is read as far as the limit', async () => {
    const folder = folderWith({ 'a.md': report('A') });
    mkdirSync(path.join(folder, ...Array.from({ length: 60 }, () => 'd')), { recursive: true });
    const source = await openPickedSource(folder);
    expect(source.ok && source.value.refused.map(({ reason }) => reason)).toEqual(['The folder is nested too deeply.']);
  });

  it.each([
    [
      'billion laughs',
      `---\na: &a [x,x]\n${'bcdefghijk'
        .split('')
        .map((name, index) => `${name}: &${name} [*${'abcdefghijk'[index]},*${'abcdefghijk'[index]}]`)
        .join('\n')}\n---\n# T\n\n## Summary\n\nS\n`,
    ],
    ['a program in its front matter', '---js\n{ get title() { globalThis.ran = 1 } }\n---\n# T\n\n## Summary\n\nS\n'],
    ['a YAML tag', '---\ntitle: !!js/function "function(){ globalThis.ran = 1 }"\n---\n# T\n\n## Summary\n\nS\n'],
    ['a polluting key', '---\n__proto__: { polluted: true }\nconstructor: x\n---\n# T\n\n## Summary\n\nS\n'],
    ['deep quotes', `# T\n\n## Summary\n\n${'>'.repeat(3000)} x\n`],
    ['deep brackets', `# T\n\n## Summary\n\n${'['.repeat(20_000)}\n`],
    [
      'deep lists',
      `# T\n\n## Summary\n\n${Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')}\n`,
    ],
  ])('with %s never breaks the import of another file', async (_, text) => {
    const { done } = await importOf(folderWith({ 'hostile.md': text, 'good.md': report('Good') }));
    expect(done.ok && done.value.receipt.files.find(({ path: name }) => name === 'good.md')?.result).toBe('imported');
    expect(done.ok && done.value.receipt.summary.files).toBe(2);
    expect(Reflect.get(globalThis, 'ran')).toBeUndefined();
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('a file that takes too long', () => {
  it('is left out, and those beside it are read', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const folder = folderWith({ 'a.md': report('A'), 'slow.md': report('Slow'), 'z.md': report('Z') });
    let started = 0;
    const start = () => {
      started += 1;
      const thread = inProcess();
      const request: typeof thread.request = (task, asked) => {
        if (!JSON.stringify(asked).includes('slow.md')) return thread.request(task, asked);
        // It never answers; the time for it is over at once.
        queueMicrotask(() => vi.advanceTimersByTime(10 * LIMITS.archiveMs));
        return new Promise(() => undefined);
      };
      return { ...thread, request };
    };
    const files = ['a.md', 'slow.md', 'z.md'].map((name) => ({ path: name, format: 'markdown' as const }));
    const read: ReadEntry[] = [];
    const { signal } = new AbortController();
    await createImportThreads(start).use(signal, async (thread) => {
      for await (const entries of readGroups(thread, [folder], [{ archive: null, files }], OPTIONS, signal))
        read.push(...entries);
    });
    expect(read.map(({ path: name, reading }) => [name, reading.is])).toEqual([
      ['a.md', 'reports'],
      ['slow.md', 'refused'],
      ['z.md', 'reports'],
    ]);
    expect(started).toBe(3);
  });

  it('leaves no other file out while a busy computer is slow to end its thread', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const folder = folderWith({ 'slow.md': report('Slow'), 'z.md': report('Z') });
    const start = () => {
      const thread = inProcess();
      const request: typeof thread.request = (task, asked) => {
        if (!JSON.stringify(asked).includes('slow.md')) return thread.request(task, asked);
        // It never answers; the time for it is over at once.
        queueMicrotask(() => vi.advanceTimersByTime(10 * LIMITS.archiveMs));
        return new Promise(() => undefined);
      };
      // It ends after half the time for that.
      const close = async (): Promise<void> => void (await vi.advanceTimersByTimeAsync(LIMITS.fileMs / 2));
      return { ...thread, request, close };
    };
    const groups = ['slow.md', 'z.md'].map((name) => ({
      archive: null,
      files: [{ path: name, format: 'markdown' as const }],
    }));
    const read: ReadEntry[] = [];
    const { signal } = new AbortController();
    await createImportThreads(start).use(signal, async (thread) => {
      for await (const entries of readGroups(thread, [folder], groups, OPTIONS, signal)) read.push(...entries);
    });
    expect(read.map(({ reading }) => (reading.is === 'refused' ? reading.reason : reading.is))).toEqual([
      'Reading this file took too long, so it was left out.',
      'reports',
    ]);
  });

  it('is read in a thread that can be ended', async () => {
    const thread = createWorkerClient<ImportTasks>({ name: 'import', url: workerUrl('import-worker') });
    const listed = await thread.request('list', { from: [folderWith({ 'a.md': report('A') })] });
    expect(listed.ok && listed.value.ok && listed.value.value.groups).toHaveLength(1);
    await thread.close();
  });
});
