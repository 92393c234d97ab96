import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it, onTestFinished, vi } from 'vitest';

import { createFolderMonitor } from '#main/library/folder-monitor.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const NEVER = 2 ** 31 - 1;

function monitorOf(folder: string, presence = NEVER) {
  const scan = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const onError = vi.fn<(error: unknown) => void>();
  const monitor = createFolderMonitor(
    folder,
    { settle: 1, presence, scan: NEVER, caches: NEVER },
    { scan, writeCaches: () => Promise.resolve(), onError },
  );
  onTestFinished(monitor.close);
  return { monitor, scan, onError };
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
