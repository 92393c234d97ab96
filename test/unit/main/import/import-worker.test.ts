import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import type { ImportTasks } from '#main/import/import-tasks.ts';
import { createWorkerClient } from '#main/worker/worker-client.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const THREAD = new URL('../../../../src/main/import/import-worker.ts', import.meta.url);

/** The niceness of each thread of this process. */
const nicenesses = (): number[] =>
  readdirSync('/proc/self/task').map((thread) => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
  });

test.runIf(process.platform === 'linux')(
  'files are read in a thread that leaves the processor to the window',
  async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'disk.md'), '# Disk full\n');
    const lowest = Math.max(...nicenesses());
    const thread = createWorkerClient<ImportTasks>({ name: 'import', url: THREAD });
    try {
      const listing = await thread.request('list', { from: [folder] });
      expect(listing.ok && listing.value.ok && listing.value.value.groups).toHaveLength(1);
      expect(Math.max(...nicenesses())).toBe(Math.max(lowest, 10));
    } finally {
      await thread.close();
    }
  },
);
