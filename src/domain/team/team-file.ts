import { z } from 'zod';

import { parseJsonText } from '../file/json-text.ts';
import { coeIdSchema } from '../ids.ts';

/** Says that a repository, or the folder of a library, is a team library. Never changes. */
const TEAM_FORMAT = 'once-team-library';

const teamFileSchema = z.looseObject({
  format: z.literal(TEAM_FORMAT),
  version: z.number().int().min(1),
  id: coeIdSchema,
  name: z.string().min(1).max(200),
});

/** What `once-team.json` says: a library is a team's for life, so this file is never removed. `id` is a ULID. */
export type TeamFile = z.infer<typeof teamFileSchema>;

/** Reads the text of `once-team.json`; null if it is not one. Never throws. */
export function readTeamFile(text: string): TeamFile | null {
  const json = parseJsonText(text);
  const team = json.ok ? teamFileSchema.safeParse(json.value) : null;
  return team?.success === true ? team.data : null;
}

/** The text of `once-team.json` for a new team library. */
export const writeTeamFile = (id: string, name: string): string =>
  `${JSON.stringify({ format: TEAM_FORMAT, version: 1, id, name }, null, 2)}\n`;

/** The `README.md` in the repository: how to read it without Once. */
export const TEAM_README = `# A team library of Once

Once (a desktop app for learning from mistakes) exchanges this repository between the computers of a team. Everything
in it is text and can be read without Once:

- \`coes/<month>/<id>.json\`: one COE each (Correction of Errors), indented JSON in UTF-8
- \`talk/<month>/<COE>/\`: comments, one file for each
- \`asks/\`: what two people changed in one place, until somebody decides
- \`patterns/\`, \`questions/\`: traps that come back; the team's own questions
- \`attachments/\`: pictures and files, named by the SHA-256 of their content
- \`once-team.json\`: the name of the library

Change COEs in Once, or edit their files and commit: both are read.
`;

/** The `.gitattributes` in the repository: no program changes a line ending. */
export const TEAM_ATTRIBUTES = '* -text\n';

/** The `README.txt` in a shared folder. */
export const SHARED_FOLDER_README = `Once, a desktop app for learning from mistakes, exchanges the COEs of a team through this folder.
Please change nothing in it: each member's computer adds files to its own folder in "outbox", and Once removes old ones.
`;
