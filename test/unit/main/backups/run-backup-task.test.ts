import { expect, it } from 'vitest';

import { createBackupRunner } from '#main/backups/run-backup-task.ts';

it('logs a worker crash and fails with its log reference', async () => {
  const logged: Error[] = [];
  const run = createBackupRunner(new URL('no-such-worker.ts', import.meta.url), (error) => {
    logged.push(error);
    return `ref-${logged.length}`;
  });
  const made = await run('verify', { file: 'backup.zip' });
  expect(made).toEqual({ ok: false, error: { kind: 'unexpected', reference: 'ref-1' } });
  expect(logged.map((error) => error.message)).toEqual([expect.stringContaining('The backup worker died')]);
});
