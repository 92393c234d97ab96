import process from 'node:process';

import { replaceFileLater } from '#main/disk/replace-file-later.ts';

// A process of its own that writes the new version of a file, says so, and then waits with the rename until it is ended.
const [file = ''] = process.argv.slice(2);
await replaceFileLater(file, 'new', {
  mode: 0o600,
  isWanted: () => true,
  onReplaced: () => undefined,
  patience: () => {
    process.stdout.write('written\n');
    return new Promise(() => void setInterval(() => undefined, 60_000));
  },
});
