import { readFileSync } from 'node:fs';
import path from 'node:path';

import { z } from 'zod';

import type { AppInfo } from '#ipc/contract.ts';

const factsSchema = z.object({
  versionDate: z.iso.date().nullable().catch(null),
  homepage: z
    .url({ protocol: /^https$/ })
    .nullable()
    .catch(null),
});

/**
 * The date of the version and the page of the project, which `npm run package` writes into the `package.json` beside the
 * app. Null where they are not there.
 */
export function packageFacts(appFolder: string): Pick<AppInfo, 'versionDate' | 'homepage'> {
  try {
    return factsSchema.parse(JSON.parse(readFileSync(path.join(appFolder, 'package.json'), 'utf8')));
  } catch {
    return { versionDate: null, homepage: null };
  }
}
