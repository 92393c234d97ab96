import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, rmSync } from 'node:fs';
import path from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import { hasStuckCall } from '#main/disk/time-limit.ts';
import type { ImportTasks, ReadEntry } from '#main/import/import-tasks.ts';
import { createImportThreads, type ImportThread, type StartedThread } from '#main/import/import-thread.ts';
import { readGroups } from '#main/import/read-groups.ts';
import { previewImport } from '#main/import/run-import.ts';
import { createWorkerClient } from '#main/worker/worker-client.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { skipWithout } from '#test/support/skip-without.ts';
import { testId } from '#test/support/test-ids.ts';
import { workerUrl } from '#test/support/worker-url.ts';

import { folderWith, importRun, inProcess, OPTIONS, report } from './import-support.ts';

/** Six times as long by the clock: longer than a thread on a busy computer needs until it opens a file. */
const SHORT = { fileMs: 500, groupMs: 500, archiveMs: 500 };
const END_MS = 100;

/** Puts a pipe in the place of a file: opening it waits until somebody writes, as a silent disk does. */
function silence(file: string): { answer: () => void } {
  rmSync(file);
  execFileSync('mkfifo', [file]);
  let isSilent = true;
  const answer = (): void => {
    if (isSilent) closeSync(openSync(file, constants.O_WRONLY | constants.O_NONBLOCK));
    isSilent = false;
  };
  onTestFinished(answer);
  return { answer };
}

it('leaves the other files out, too, without waiting for each, and reads again once the disk answers', async (context) => {
  skipWithout('mkfifo', context);
  const folder = folderWith({ 'a.md': report('A'), 'b.md': report('B'), 'c.md': report('C') });
  const group = (name: string) => ({ archive: null, files: [{ path: name, format: 'markdown' as const }] });
  const start = () => createWorkerClient<ImportTasks>({ name: 'import', url: workerUrl('import-worker') });
  const { signal } = new AbortController();
  const work = async (thread: ImportThread) => {
    const read = async (...names: string[]) => {
      const entries: ReadEntry[] = [];
      const groups = names.map(group);
      for await (const some of readGroups(thread, [folder], groups, OPTIONS, signal, SHORT)) entries.push(...some);
      return entries.map(({ path: name, reading }) => [name, reading.is === 'refused' ? reading.reason : reading.is]);
    };
    await thread.request('list', { from: [folder] });
    const { answer } = silence(path.join(folder, 'a.md'));
    const reason = 'A disk that files are imported from does not answer, so this file was left out.';
    expect(await read('a.md', 'b.md')).toEqual([
      ['a.md', reason],
      ['b.md', reason],
    ]);
    // The app ends without waiting for it.
    expect(hasStuckCall()).toBe(true);
    answer();
    await expect.poll(thread.isStuck).toBe(false);
    expect(hasStuckCall()).toBe(false);
    await thread.request('list', { from: [folder] });
    expect((await read('c.md')).map(([name]) => name)).toEqual(['c.md']);
  };
  await createImportThreads(start, END_MS).use(signal, work);
});

it.each(['list', 'read', 'texts', 'attachment'] as const)(
  'can be stopped at once while it does not answer the request to %s',
  async (silent) => {
    const { library } = await openTestLibrary();
    const from = folderWith({ 'a.md': `${report('A')}\n![A picture](a.png)\n`, 'a.png': 'a picture' });
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    onTestFinished(answer);
    const stop = new AbortController();
    const start = (): StartedThread => {
      const thread = inProcess();
      const request: StartedThread['request'] = async (task, ...asked) => {
        if (task === silent) {
          stop.abort();
          await answered;
        }
        return thread.request(task, ...asked);
      };
      return { ...thread, request, close: () => answered };
    };
    const preview = await previewImport(
      importRun(library, from, { threads: createImportThreads(start), signal: stop.signal }),
      testId(1),
    );
    expect(stop.signal.aborted).toBe(true);
    expect(preview.ok && preview.value.receipt.cancelled).toBe(true);
  },
);

it('refuses another import, and starts no thread for it, until the disk of a stopped one answers', async () => {
  const { library } = await openTestLibrary();
  const from = folderWith({ 'a.md': report('A') });
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  onTestFinished(answer);
  const stop = new AbortController();
  let started = 0;
  const silent = (): StartedThread => {
    started += 1;
    const request: StartedThread['request'] = async (...asked) => {
      stop.abort();
      await answered;
      return inProcess().request(...asked);
    };
    return { ...inProcess(), request, close: () => answered };
  };
  const threads = createImportThreads(silent, END_MS);
  const stopped = await previewImport(importRun(library, from, { threads, signal: stop.signal }), testId(1));
  expect(stopped.ok && stopped.value.receipt.cancelled).toBe(true);
  const error = 'The disk of an earlier import does not answer. Import again once it does, or restart Once.';
  for (const batch of [testId(2), testId(3)]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person tries
    expect(await previewImport(importRun(library, from, { threads }), batch)).toEqual({ ok: false, error });
  }
  expect(started).toBe(1);
  answer();
  await answered;
  expect(await previewImport(importRun(library, from, { threads }), testId(4))).toMatchObject({ ok: true });
  expect(started).toBe(2);
});
