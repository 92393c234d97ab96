import { isBuildStale } from '../bundle/is-stale.mjs';
import { electronLaunchArgs } from '../electron/launch-options.mjs';
import { provideElectron } from '../electron/provide-electron.mjs';
import { withDisplay } from '../system/display.mjs';
import { log } from '../system/log.mjs';
import { runCommand } from '../system/run-command.mjs';

/* Builds the app if its sources have changed, and starts it: npm start -- --user-data-dir=/tmp/try */
const { program } = await provideElectron();
if (isBuildStale()) {
  log('Building …');
  const code = await runCommand('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn']);
  if (code !== 0) process.exit(code);
}
const args = electronLaunchArgs();
if (args.includes('--no-sandbox')) log('Running as root, without Chromium’s sandbox. An ordinary user runs with it.');
const [command, rest] = withDisplay(program, [...args, ...process.argv.slice(2)]);
process.exitCode = await runCommand(command, rest, { shell: false });
