import { readFileSync, statfsSync } from 'node:fs';

const MEMORY = '/dev/shm';
/** What the tests have in temporary files at the same time, with room to spare. */
const NEEDED_BYTES = 2 ** 31;

/**
 * Has temporary files of tests made in memory where Linux offers a file system for it, because most of what tests on a
 * disk wait for are flushes. TMPDIR, if it is set, wins. Tests of flushes themselves (`test:faults`) use a disk.
 */
export function putTemporaryFilesInMemory() {
  if (process.env.TMPDIR === undefined && hasMemoryFolder()) process.env.TMPDIR = MEMORY;
}

/** Some systems have none, or a small one, or one whose files cannot be executed. */
function hasMemoryFolder() {
  if (process.platform !== 'linux') return false;
  const mounts = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '));
  const [, , , options = ''] = mounts.findLast(([, folder]) => folder === MEMORY) ?? [];
  if (!options.split(',').includes('rw') || options.split(',').includes('noexec')) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= NEEDED_BYTES;
}
