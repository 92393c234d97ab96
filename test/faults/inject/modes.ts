import { constants } from 'node:os';

import type { DiskErrorReason } from '#ipc/app-error.ts';

/**
 * A way in which a call goes wrong: as faultfs.c takes it, and what people have to be told; null when it must succeed.
 */
export type Mode = {
  readonly name: string;
  readonly mode: string;
  readonly fault: DiskErrorReason | null;
  readonly only?: readonly string[];
};

const failing = (name: keyof typeof constants.errno, fault: DiskErrorReason): Mode => ({
  name,
  mode: String(constants.errno[name]),
  fault,
});

/** Every way but being killed. */
export const MODES: readonly Mode[] = [
  failing('EIO', 'input-output'),
  failing('EACCES', 'not-permitted'),
  failing('EMFILE', 'too-many-open'),
  failing('ENOSPC', 'full'),
  failing('EROFS', 'read-only'),
  failing('EDQUOT', 'quota'),
  failing('ENAMETOOLONG', 'name-too-long'),
  { name: 'short', mode: 'short', fault: null, only: ['read', 'write'] },
  { name: 'short, then ENOSPC', mode: `short:${constants.errno.ENOSPC}`, fault: 'full', only: ['write'] },
];

/** Enough of them to notice most mistakes, for what takes long. */
export const BRIEF: readonly Mode[] = MODES.filter(({ name }) => ['EIO', 'short, then ENOSPC'].includes(name));
