import process from 'node:process';

import { markOfThisProcess } from '#main/session/process-identity.ts';

// A process of its own that says which one it is, and then runs until it is ended.
process.stdout.write(JSON.stringify(await markOfThisProcess()));
setInterval(() => undefined, 60_000);
