import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { allowInspector } from '../../scripts/package/packaged-app.mjs';
import { root as project } from '../../scripts/system/paths.mjs';
import type { CleanRoot } from './clean-root.ts';

const INSTALLED = '/opt/Once';

/**
 * Runs the end-to-end tests of the package against the installed program. The tests themselves run in the clean root as
 * an ordinary user, with the sources and Node lent to it, so that the program has nothing around it but what apt
 * installed. Tests that need other programs are skipped there. As with the unpacked package, Playwright attaches to a
 * copy that differs in one fuse.
 */
export async function runSmoke(root: CleanRoot, user: string): Promise<void> {
  const copy = `${INSTALLED}-for-tests`;
  execFileSync('cp', ['-a', path.join(root.folder, INSTALLED), path.join(root.folder, copy)]);
  await allowInspector(path.join(root.folder, copy, 'once'));
  root.lend(project);
  const node = path.join(project, 'node_modules/node/bin/node');
  const tests = path.join(project, 'node_modules/@playwright/test/cli.js');
  root.show(
    // One after the other: they share a screen.
    ['env', '-C', project, node, tests, 'test', '--grep=@packaged', '--workers=1', '--output=/tmp/once-test-results'],
    user,
    {
      HOME: `/home/${user}`,
      DISPLAY: process.env['DISPLAY'] ?? '',
      ONCE_PACKAGED: '1',
      ONCE_INSTALLED: INSTALLED,
    },
  );
  root.run(['rm', '-rf', copy]);
}
