import process from 'node:process';

import { createLibraryLock } from '#main/session/library-lock.ts';
import { identityOfThisProcess, processStatus } from '#main/session/process-identity.ts';

// A process of its own that asks for the lock of a library until it has it, and then has it until it is ended. It
// prints what came of each try.
const [folder = '', lockFolder = ''] = process.argv.slice(2);
const lock = await createLibraryLock(folder, { lockFolder, self: await identityOfThisProcess(), processStatus });
let hasIt = false;
let isAsking = false;

async function ask(): Promise<string> {
  if (hasIt) return (await lock.renew()) ? '' : 'lost it\n';
  hasIt = await lock.tryAcquire();
  return hasIt ? 'has it\n' : 'refused\n';
}

setInterval(() => {
  if (isAsking) return;
  isAsking = true;
  void ask().then((said) => {
    isAsking = false;
    process.stdout.write(said);
  });
}, 5);
