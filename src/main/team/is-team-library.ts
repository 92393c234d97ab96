import { existsSync } from 'node:fs';
import path from 'node:path';

import { TEAM_FILE } from '#domain/team/tree-paths.ts';

/** Whether a library's folder says that it is a team's. It still does after the library was disconnected. */
export const isTeamLibrary = ({ folder }: { readonly folder: string }): boolean =>
  existsSync(path.join(folder, TEAM_FILE));
