import process from 'node:process';

import { identityOfThisProcess } from '#main/session/process-identity.ts';

// A process of its own that says which one it is, and then runs until it is ended.
process.stdout.write(JSON.stringify(await identityOfThisProcess()));
setInterval(() => undefined, 60_000);
