import { onDisplay } from '../system/display.mjs';
import { electronLaunchArgs } from '../electron/launch-options.mjs';
import { provideElectron } from '../electron/provide-electron.mjs';
import { isStale } from '../bundle/is-stale.mjs';
import { run } from '../system/run-command.mjs';
import { say } from '../system/log.mjs';

/* Builds what is stale and opens the app. Arguments are passed on: npm start -- --user-data-dir=/tmp/try */
const { program } = await provideElectron();
if (isStale()) {
  say('Building …');
  const code = await run('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn']);
  if (code !== 0) process.exit(code);
}
const args = electronLaunchArgs();
if (args.includes('--no-sandbox'))
  say('Running as root, so without Chromium’s sandbox. As an ordinary user it runs with it.');
const [command, rest] = onDisplay(program, [...args, ...process.argv.slice(2)]);
process.exitCode = await run(command, rest, { shell: false });
