import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

import { createLibraryLock } from '#main/session/library-lock.ts';
import { markOfThisProcess, standingOf } from '#main/session/process-identity.ts';

// A process of its own that waits for the lock of a library, says so when it has it, and then has it until it is ended.
const [folder = '', lockFolder = ''] = process.argv.slice(2);
const lock = await createLibraryLock(folder, { lockFolder, self: await markOfThisProcess(), standingOf });
process.stdout.write('waits\n');
while (!(await lock.take())) await pause(5);
process.stdout.write('has it\n');
setInterval(() => {
  void lock.keep().then((isKept) => isKept || process.stdout.write('lost it\n'));
}, 10);
