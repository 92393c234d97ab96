import { attachmentNamesIn } from '../attachments/attachment-name.ts';
import { type Digest, mergeFile } from './merge-files.ts';
import type { Oid } from './oid.ts';
import { newTeamQuestion, readTeamQuestion, type TeamQuestion, writeTeamQuestion } from './team-question.ts';
import { attachmentPath, isInPlaceOfOurs, parseTreePath, questionFolder } from './tree-paths.ts';

/** A file as a tree has it: the id of its content, and its mode. Null where there is none. */
export type TreeEntry = { readonly oid: Oid; readonly mode: string } | null;

/** A path that differs between two trees. */
export type TreeChange = { readonly path: string; readonly before: TreeEntry; readonly after: TreeEntry };

/** A change of the tree of the first side: to content that the repository has, to new content, or away. */
export type TreeEdit =
  | { readonly path: string; readonly oid: Oid }
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly deleted: true };

/** The ids of the contents that a side had under each path since the common ancestor; `NO_FILE` for a time without a file. */
export type Passed = ReadonlyMap<string, ReadonlySet<string>>;

/** Stands in `Passed` for a path without a file. */
export const NO_FILE = 'no file';

const NOTHING_PASSED = { first: new Map(), second: new Map() };

/** What makes the tree of the first side the merged one. `merged` counts the files that both sides had changed. */
export type MergedTrees = { readonly edits: readonly TreeEdit[]; readonly merged: number };

/**
 * Merges two trees by what each changed since their common ancestor. Which side is first must not depend on the
 * computer. `readText` returns the text of an object; null if it is too large or not text, in which case the first side
 * stands. Files that are not Once's are taken from the side that changed them, and never read. An attachment that one
 * side removed stays if the other changed a file that names it. What one side has and the other had before it went on is
 * no change of two people: an earlier state that somebody approved as a new commit, for example.
 */
export async function mergeTrees(
  first: readonly TreeChange[],
  second: readonly TreeChange[],
  readText: (oid: Oid) => Promise<string | null>,
  digest: Digest,
  passed: { readonly first: Passed; readonly second: Passed } = NOTHING_PASSED,
): Promise<MergedTrees> {
  const ours = new Map(first.map((change) => [change.path, change]));
  const edits: TreeEdit[] = [];
  let merged = 0;
  const stay = second.some(isRemovedAttachment) ? await attachmentsNamedIn(first, readText) : new Set<string>();
  for (const { path, before, after } of second) {
    const mine = ours.get(path);
    if (mine === undefined) edits.push(...(after === null && stay.has(path) ? [] : takeSecond(path, after)));
    else if (!isSame(mine.after, after)) {
      const had = (side: Passed, entry: TreeEntry): boolean => side.get(path)?.has(entry?.oid ?? NO_FILE) === true;
      const [isFirstOld, isSecondOld] = [had(passed.second, mine.after), had(passed.first, after)];
      if (isFirstOld !== isSecondOld) {
        if (isFirstOld) edits.push(...takeSecond(path, after));
        continue;
      }
      merged += 1;
      // oxlint-disable-next-line no-await-in-loop -- a large merge would hold every text at once
      edits.push(...(await mergeEntry(path, { base: before, first: mine.after, second: after }, readText, digest)));
    }
  }
  const removed = first.filter(isRemovedAttachment);
  const comeBack = removed.length > 0 ? await attachmentsNamedIn(second, readText) : new Set<string>();
  const others = new Set(second.map(({ path }) => path));
  for (const { path, before } of removed)
    if (before !== null && comeBack.has(path) && !others.has(path)) edits.push({ path, oid: before.oid });
  return { edits, merged };
}

/** Whether two sides changed a file to something else each. */
export function areContested(first: readonly TreeChange[], second: readonly TreeChange[]): boolean {
  const ours = new Map(first.map((change) => [change.path, change]));
  return second.some(({ path, after }) => {
    const mine = ours.get(path);
    return mine !== undefined && !isSame(mine.after, after);
  });
}

const isRemovedAttachment = ({ path, after }: TreeChange): boolean =>
  after === null && parseTreePath(path)?.is === 'attachment';

/** The paths of the attachments that the files which a side changed name now. */
async function attachmentsNamedIn(
  changes: readonly TreeChange[],
  readText: (oid: Oid) => Promise<string | null>,
): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  for (const { path, after } of changes) {
    if (after === null || !isFile(after) || parseTreePath(path)?.is === 'attachment') continue;
    // oxlint-disable-next-line no-await-in-loop -- a large merge would hold every text at once
    for (const name of attachmentNamesIn((await readText(after.oid)) ?? '')) named.add(attachmentPath(name));
  }
  return named;
}

const isSame = (one: TreeEntry, other: TreeEntry): boolean => one?.oid === other?.oid && one?.mode === other?.mode;

async function mergeEntry(
  path: string,
  entries: { readonly base: TreeEntry; readonly first: TreeEntry; readonly second: TreeEntry },
  readText: (oid: Oid) => Promise<string | null>,
  digest: Digest,
): Promise<TreeEdit[]> {
  const { base, first, second } = entries;
  const [before, ours, others] = await Promise.all(
    [base, first, second].map(async (entry) => (entry === null ? null : readText(entry.oid))),
  );
  const place = parseTreePath(path);
  const isText = (entry: TreeEntry, text: string | null | undefined): boolean =>
    entry === null || typeof text === 'string';
  // A link or a submodule in the place of a file says nothing: the file stays.
  if (first !== null && !isFile(first)) return takeSecond(path, second);
  if (second !== null && !isFile(second)) return [];
  if (place === null || !isText(first, ours) || !isText(second, others)) {
    // A settled question stays settled; of anything else, what is there stays.
    if (first !== null || second === null || place?.is === 'question') return [];
    return takeSecond(path, second);
  }
  if (place.is === 'question') {
    if (second === null) return [{ path, deleted: true }];
    return first === null
      ? []
      : mergeOpenQuestion(path, { first: ours ?? '', second: others ?? '' }, second.oid, digest);
  }
  const { text, questions } = mergeFile(
    path,
    { base: before ?? null, first: ours ?? null, second: others ?? null },
    digest,
  );
  const edits: TreeEdit[] = questions.map((question) => ({
    path: `${questionFolder(question.coeId)}${question.id}.json`,
    text: writeTeamQuestion(question),
  }));
  if (text === null) return first === null ? edits : [...edits, { path, deleted: true }];
  if (text === ours) return edits;
  return text === others && second !== null ? [...edits, { path, oid: second.oid }] : [...edits, { path, text }];
}

/**
 * Keeps a question that is open on both sides. Its path follows from the two wordings, so the sides usually differ only
 * in how a version of Once describes them, and the first stands. If they ask something else, which no version of Once
 * writes, the one that does not belong to the path moves to the path of its own wordings.
 */
function mergeOpenQuestion(
  path: string,
  texts: { readonly first: string; readonly second: string },
  secondOid: Oid,
  digest: Digest,
): TreeEdit[] {
  const [ours, others] = [readTeamQuestion(texts.first), readTeamQuestion(texts.second)];
  if (others === null) return [];
  if (ours === null) return [{ path, oid: secondOid }];
  const pathOf = (question: TeamQuestion): string =>
    `${path.slice(0, path.lastIndexOf('/') + 1)}${newTeamQuestion(question, digest).id}.json`;
  const moved = (question: TeamQuestion): TreeEdit => {
    const { id } = newTeamQuestion(question, digest);
    return { path: pathOf(question), text: writeTeamQuestion({ ...question, id }) };
  };
  if (pathOf(ours) === pathOf(others)) return [];
  return pathOf(others) === path ? [{ path, oid: secondOid }, moved(ours)] : [moved(others)];
}

/**
 * What the second side did alone. A link or a submodule is not taken, nor what would take the place of files of Once:
 * the first side may have some there that the second never saw.
 */
function takeSecond(path: string, after: TreeEntry): TreeEdit[] {
  if (parseTreePath(path) === null && (!PLAIN_PATH.test(path) || isInPlaceOfOurs(path))) return [];
  if (after === null) return [{ path, deleted: true }];
  return isFile(after) ? [{ path, oid: after.oid }] : [];
}

/** A path that is not Once's is only carried along if every system can write it. */
const PLAIN_PATH = /^[\w][\w .-]*(?:\/[\w][\w .-]*)*$/;

/** The mode of an ordinary file. */
export const FILE_MODE = '100644';

/**
 * Whether an entry is a file. Some systems mark every file as a program; that changes nothing. Links and submodules are
 * not files.
 */
export const isFile = ({ mode }: { readonly mode: string }): boolean => mode === FILE_MODE || mode === '100755';
