import { onDisplay } from './display.mjs';
import { run } from './run-command.mjs';

/* Runs the command that follows, on a virtual screen where there is none: node scripts/system/run-with-display.mjs playwright test */
const [command, args] = onDisplay(process.argv[2], process.argv.slice(3));
process.exitCode = await run(command, args);
