import { isAttachmentName } from '../attachments/attachment-name.ts';
import { isCoeId, patternIdSchema } from '../ids.ts';

/** The file that says that a repository, or a library's folder, is a team library of Once. */
export const TEAM_FILE = 'once-team.json';

/** The largest file that is read from a repository, in bytes. A larger one counts as a problem. */
export const MAX_TREE_FILE_BYTES = 20_000_000;

/** What a path in the tree of a team library stands for. */
export type TreePath =
  | { readonly is: 'team' | 'readme' | 'attributes' | 'own-questions' }
  | { readonly is: 'coe'; readonly coeId: string }
  | { readonly is: 'pattern'; readonly patternId: string }
  | { readonly is: 'attachment'; readonly name: string }
  | { readonly is: 'comment'; readonly coeId: string; readonly eventId: string }
  | { readonly is: 'question'; readonly coeId: string | null; readonly questionId: string };

const MONTH = /^\d{4}-\d{2}$/;
const JSON_NAME = /^([0-9A-HJKMNP-TV-Z]{26})\.json$/;

/**
 * What a path in a repository stands for; null for any other path, which is never written to a disk. Everything in a
 * repository is data from strangers: only paths of these exact forms count, and a COE must lie in the month of its id.
 */
export function parseTreePath(path: string): TreePath | null {
  if (path === TEAM_FILE) return { is: 'team' };
  if (path === 'README.md') return { is: 'readme' };
  if (path === '.gitattributes') return { is: 'attributes' };
  if (path === 'questions/questions.json') return { is: 'own-questions' };
  const parts = path.split('/');
  const [top = '', second = '', third = '', fourth = ''] = parts;
  if (top === 'coes' && parts.length === 3) {
    const coeId = JSON_NAME.exec(third)?.[1] ?? '';
    return isInMonth(coeId, second) ? { is: 'coe', coeId } : null;
  }
  if (top === 'patterns' && parts.length === 2 && second.endsWith('.json')) {
    const id = patternIdSchema.safeParse(second.slice(0, -'.json'.length));
    return id.success ? { is: 'pattern', patternId: id.data } : null;
  }
  if (top === 'attachments' && parts.length === 3) {
    return isAttachmentName(third) && third.startsWith(second) && second.length === 2
      ? { is: 'attachment', name: third }
      : null;
  }
  if (top === 'talk' && parts.length === 4) {
    const eventId = JSON_NAME.exec(fourth)?.[1];
    return eventId !== undefined && isInMonth(third, second) ? { is: 'comment', coeId: third, eventId } : null;
  }
  if (top === 'asks' && parts.length === 4) {
    const questionId = JSON_NAME.exec(fourth)?.[1];
    if (questionId === undefined) return null;
    if (isInMonth(third, second)) return { is: 'question', coeId: third, questionId };
    return second === 'other' && third === 'files' ? { is: 'question', coeId: null, questionId } : null;
  }
  return null;
}

/** A folder in which Once's files lie, or folders with them. */
const FOLDER =
  /^(?:(?:coes|talk|asks)(?:\/\d{4}-\d{2})?|(?:talk|asks)\/\d{4}-\d{2}\/[0-9A-HJKMNP-TV-Z]{26}|asks\/other(?:\/files)?|patterns|questions|attachments(?:\/[0-9a-f]{2})?)$/;

/**
 * Whether a file under a path that is not Once's would stand where Once's files do: in the place of one of their folders,
 * or below one of them as if it were a folder. A tree has one or the other.
 */
export function isInPlaceOfOurs(path: string): boolean {
  const parts = path.split('/');
  return FOLDER.test(path) || parts.some((_part, count) => parseTreePath(parts.slice(0, count).join('/')) !== null);
}

const isInMonth = (coeId: string, month: string): boolean =>
  isCoeId(coeId) && MONTH.test(month) && monthOfId(coeId) === month;

/** The path of a COE: `coes/2026-05/01J….json`, in the month in which its id was made. */
export const coePath = (coeId: string): string => `coes/${monthOfId(coeId)}/${coeId}.json`;

/** The path of a pattern. */
export const patternPath = (patternId: string): string => `patterns/${patternId}.json`;

/** The path of an attachment, in one of 256 folders by the first two digits of its hash. */
export const attachmentPath = (name: string): string => `attachments/${name.slice(0, 2)}/${name}`;

/** The folder with the comments on a COE, one file for each event, so that two people never write the same file. */
export const commentFolder = (coeId: string): string => `talk/${monthOfId(coeId)}/${coeId}/`;

/** The folder with the open questions about a COE; null for those about patterns and own questions. */
export const questionFolder = (coeId: string | null): string =>
  coeId === null ? 'asks/other/files/' : `asks/${monthOfId(coeId)}/${coeId}/`;

/** The path of the own questions, conditions and presets. */
export const OWN_QUESTIONS_PATH = 'questions/questions.json';

const BASE_32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The month in UTC, `YYYY-MM`, in which a ULID was made. An id beyond the calendar counts as of the year 9999. */
export function monthOfId(id: string): string {
  let time = 0;
  for (const digit of id.slice(0, 10)) time = time * 32 + BASE_32.indexOf(digit);
  const month = new Date(Math.min(time, Date.UTC(9999, 11, 31))).toISOString();
  return month.slice(0, 7);
}
