import { withDisplay } from './display.mjs';
import { runCommand } from './run-command.mjs';

/* Runs a command on a display, for npm scripts: node scripts/system/run-with-display.mjs playwright test */
const [given = '', ...givenArgs] = process.argv.slice(2);
const [command, args] = withDisplay(given, givenArgs);
process.exitCode = await runCommand(command, args);
