import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { root } from './root.ts';

/**
 * A copy of the built app in a folder of its own, so that nobody who builds meanwhile changes what runs. Answers the
 * folder.
 */
export function copyApp(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'once-app-'));
  cpSync(path.join(root, 'out'), path.join(folder, 'out'), { recursive: true });
  cpSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  return folder;
}
