import { z } from 'zod';

import { parseJsonText } from '../file/json-text.ts';
import { coeIdSchema } from '../ids.ts';

/** Says that a JSON file is a question that a merge left open. Never changes. */
const QUESTION_FORMAT = 'once-team-question';

/** The id of a question or a comment: 26 digits of Crockford's base 32. */
export const teamEventIdSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'is not an id');

/**
 * - `value`, `text`, `order`: two people changed the same place of a COE.
 * - `removed`: one removed a row that the other changed; the row was kept.
 * - `deleted`: one deleted the COE that the other changed; the COE was kept.
 * - `file`: two versions of a file that do not fit into one; `second` is the other file as text.
 */
export const TEAM_QUESTION_KINDS = ['value', 'text', 'order', 'removed', 'deleted', 'file'] as const;

/**
 * A question that only a person can decide, as stored in `asks/` of a team library. The file that it is about has one of
 * the wordings, or both, until someone settles it. Which side is first depends on the commits alone, so every computer
 * asks the same question. `file` is the path of that file in the tree; `coeId` is null if it is not a COE's. `where` is the place as people read it; `path` the keys and row ids to it. `stands`
 * says what the COE has now. Values are JSON; `shownFirst` and `shownSecond` are what a person reads.
 */
export const teamQuestionSchema = z.looseObject({
  format: z.literal(QUESTION_FORMAT),
  version: z.literal(1),
  id: teamEventIdSchema,
  file: z.string().max(200),
  coeId: coeIdSchema.nullable(),
  kind: z.enum(TEAM_QUESTION_KINDS),
  path: z.array(z.string().max(200)).max(50),
  where: z.string().max(500),
  stands: z.enum(['first', 'second', 'both']),
  base: z.unknown(),
  first: z.unknown(),
  second: z.unknown(),
  shownFirst: z.string(),
  shownSecond: z.string(),
});
export type TeamQuestion = z.infer<typeof teamQuestionSchema>;

/** Reads the text of a question's file; null if it is not one. Never throws. */
export function readTeamQuestion(text: string): TeamQuestion | null {
  const json = parseJsonText(text);
  const question = json.ok ? teamQuestionSchema.safeParse(json.value) : null;
  return question?.success === true ? question.data : null;
}

/** The text of a question's file: indented JSON with a final newline, the same on every computer. */
export const writeTeamQuestion = (question: TeamQuestion): string => `${JSON.stringify(question, null, 2)}\n`;

/** A question without its id, which follows from its content. */
export type TeamQuestionDraft = Pick<
  TeamQuestion,
  'file' | 'coeId' | 'kind' | 'path' | 'where' | 'stands' | 'base' | 'first' | 'second' | 'shownFirst' | 'shownSecond'
>;

/** A question from its parts. `digest` returns 26 digits of Crockford's base 32 that depend on a text alone. */
export function newTeamQuestion(draft: TeamQuestionDraft, digest: (text: string) => string): TeamQuestion {
  const {
    file,
    coeId,
    kind,
    path,
    where,
    stands,
    base = null,
    first = null,
    second = null,
    shownFirst,
    shownSecond,
  } = draft;
  const id = digest(JSON.stringify([file, kind, path, first, second]));
  return {
    format: QUESTION_FORMAT,
    version: 1,
    id,
    file,
    coeId,
    kind,
    path,
    where,
    stands,
    base,
    first,
    second,
    shownFirst,
    shownSecond,
  };
}
