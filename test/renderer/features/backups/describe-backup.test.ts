import { expect, it } from 'vitest';

import type { BackupsState } from '#ipc/backups.ts';
import { describeLastBackup, describePreview } from '#renderer/features/backups/describe-backup.ts';

const backup = { id: 'b', at: '2026-06-01T23:30:00.000Z', size: 1, coeCount: 3 };
const state: BackupsState = {
  folder: '/backups',
  isReachable: true,
  isOnSameDisk: false,
  last: backup,
  running: null,
  shrunk: null,
  failure: null,
};

it('counts the days since the last backup in the zone of the settings', () => {
  expect(describeLastBackup(state, '2026-06-02', 'UTC')).toBe('Last backup yesterday');
  expect(describeLastBackup(state, '2026-06-02', 'Asia/Tokyo')).toBe('Last backup today');
  expect(describeLastBackup(state, '2026-06-12', 'Asia/Tokyo')).toBe('Last backup 10 days ago');
});

it('says how the COEs of a backup compare with the library', () => {
  expect(describePreview({ backup, same: 1200, differs: 2, missing: 1, leftOut: 0, coes: [] })).toBe(
    '1 COE is missing from your library; 2 COEs differ from your library; 1,200 COEs are the same as in your library.',
  );
});

it('says that nothing needs to be restored when nothing differs', () => {
  expect(describePreview({ backup, same: 8, differs: 0, missing: 0, leftOut: 0, coes: [] })).toBe(
    'Nothing to restore: all 8 COEs in this backup are the same as in your library.',
  );
});
