import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it, onTestFinished, vi } from 'vitest';

import { temporaryName } from '#main/disk/temporary-name.ts';
import { createFolderMonitor } from '#main/library/folder-monitor.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const NEVER = 2 ** 31 - 1;

function monitorOf(folder: string, presence = NEVER, known: readonly string[] = []) {
  const scan = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const isKnown = vi.fn<(names: readonly string[]) => Promise<boolean>>((names) =>
    Promise.resolve(names.every((name) => known.includes(name))),
  );
  const onError = vi.fn<(error: unknown) => void>();
  const monitor = createFolderMonitor(
    folder,
    { settle: 1, presence, scan: NEVER, caches: NEVER },
    { scan, isKnown, writeCaches: () => Promise.resolve(), onError },
  );
  onTestFinished(monitor.close);
  return { monitor, scan, isKnown, onError };
}

it('misses no change once it reports that it is watching', async () => {
  const folder = temporaryFolder();
  const { monitor, scan } = monitorOf(folder);
  await monitor.watching;
  writeFileSync(path.join(folder, 'new.json'), '{}');
  await expect.poll(() => scan.mock.calls.length).toBeGreaterThan(0);
});

it('scans a missing folder once it appears', async () => {
  const folder = path.join(temporaryFolder(), 'later');
  const { monitor, scan, onError } = monitorOf(folder, 10);
  await monitor.watching;
  monitor.setStatus('missing');
  mkdirSync(folder);
  await expect.poll(() => scan.mock.calls.length).toBeGreaterThan(0);
  expect(onError).not.toHaveBeenCalled();
});

it('does not scan for files whose state is known, nor for temporary files', async () => {
  const folder = temporaryFolder();
  const { monitor, scan, isKnown } = monitorOf(folder, NEVER, ['saved.json']);
  await monitor.watching;
  const temporary = path.join(folder, temporaryName('a1'));
  writeFileSync(temporary, '{}');
  renameSync(temporary, path.join(folder, 'saved.json'));
  await expect.poll(() => isKnown.mock.calls.flat(2)).toContain('saved.json');
  expect(isKnown.mock.calls.flat(2).filter((name) => name !== 'saved.json')).toEqual([]);
  expect(scan).not.toHaveBeenCalled();
  writeFileSync(path.join(folder, 'from-outside.json'), '{}');
  await expect.poll(() => scan.mock.calls.length).toBeGreaterThan(0);
});

it('scans when more files changed than it names', async () => {
  const folder = temporaryFolder();
  const names = Array.from({ length: 200 }, (_, number) => `${number}.json`);
  const { monitor, scan } = monitorOf(folder, NEVER, names);
  await monitor.watching;
  for (const name of names) writeFileSync(path.join(folder, name), '{}');
  await expect.poll(() => scan.mock.calls.length).toBeGreaterThan(0);
});

it('scans when it cannot tell whether the files are known', async () => {
  const folder = temporaryFolder();
  const { monitor, scan, isKnown, onError } = monitorOf(folder);
  isKnown.mockRejectedValue(new Error('no'));
  await monitor.watching;
  writeFileSync(path.join(folder, 'new.json'), '{}');
  await expect.poll(() => scan.mock.calls.length).toBeGreaterThan(0);
  expect(onError).toHaveBeenCalled();
});

it.skipIf(process.platform !== 'linux')('scans when the folder itself changed', async () => {
  const folder = temporaryFolder();
  const { monitor, scan } = monitorOf(folder, NEVER, [path.basename(folder)]);
  await monitor.watching;
  chmodSync(folder, 0o711);
  await expect.poll(() => scan.mock.calls.length).toBeGreaterThan(0);
});
