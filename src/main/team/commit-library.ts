import { attachmentNamesIn } from '#domain/attachments/attachment-name.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { ok, type Result } from '#domain/result.ts';
import { describeStep } from '#domain/team/describe-step.ts';
import { mergeFile } from '#domain/team/merge-files.ts';
import type { TreeEdit } from '#domain/team/merge-trees.ts';
import type { Oid } from '#domain/team/oid.ts';
import { writeTeamQuestion } from '#domain/team/team-question.ts';
import { attachmentPath, parseTreePath, questionFolder } from '#domain/team/tree-paths.ts';

import type { AgreedFiles } from './agreed-files.ts';
import type { Branch } from './branch.ts';
import type { Author } from './git/team-repository.ts';
import { type KnownFiles, type LibraryFiles, refusalOf } from './library-files.ts';
import { blobId, textDigest } from './object-id.ts';
import type { TeamFailure } from './team-failure.ts';
import { attachmentsNamedBy, unusedAmong } from './unused-attachments.ts';

/** Above this many changed files at once, they share one commit: the first one, an import, a week without the app. */
const MAX_SINGLE_COMMITS = 20;

/** Files that vanished without being deleted in Once count as deleted up to this many, or this part of all. */
const MAX_VANISHED = 3;
const MAX_VANISHED_PART = 0.05;

/** A change of the library that the branch does not have yet. `local` is the file's content; null if it is gone. */
type LocalChange = { readonly path: string; readonly local: Oid | null };

/** What committing did. `vanished` counts files that are gone without a reason, and were left to be written back. */
export type Committed = { readonly commits: number; readonly files: number; readonly vanished: number };

/**
 * Commits what changed in the library since it last agreed with the branch: one commit for each COE, so that its
 * history reads well. Where the branch has moved meanwhile, the two are merged. Updates `agreed`.
 */
export async function commitLibrary(deps: {
  readonly files: LibraryFiles;
  readonly branch: Branch;
  readonly agreed: AgreedFiles;
  readonly author: Author;
  /** Whole seconds since 1970. */
  readonly time: () => number;
}): Promise<Result<Committed, TeamFailure>> {
  const { files, branch, agreed } = deps;
  const scanned = await files.scan(agreed.known);
  if (!scanned.ok) return { ok: false, error: { kind: 'library', error: scanned.error } };
  const trashed = await files.trashedIds();
  if (!trashed.ok) return { ok: false, error: { kind: 'library', error: trashed.error } };
  const removed = await files.removedPatterns();
  if (!removed.ok) return { ok: false, error: { kind: 'library', error: removed.error } };
  const { changes, vanished } = findChanges(
    scanned.value.files,
    scanned.value.unreadable,
    agreed,
    { coes: trashed.value, patterns: removed.value },
    branch.tree,
  );
  agreed.known.clear();
  for (const [path, file] of scanned.value.files) agreed.known.set(path, file);

  const pending: Pending[] = [];
  for (const { path, local } of changes) {
    const head = branch.tree.get(path) ?? null;
    if (local === head) setBase(agreed, path, local);
    else pending.push({ path, local, head, base: agreed.bases.get(path) ?? null });
  }
  const deleted = pending.flatMap(({ path, local, head, base }) =>
    local === null && head !== null && head === base && parseTreePath(path)?.is === 'coe' ? [head] : [],
  );
  const attached = await attachmentsNamedBy(branch, deleted);
  const isBulk = pending.length > MAX_SINGLE_COMMITS;
  const groups = isBulk ? [pending] : pending.map((one) => [one]);
  let commits = 0;
  for (const group of groups) {
    // oxlint-disable-next-line no-await-in-loop -- each commit follows the one before
    const made = await commitGroup(deps, group, isBulk);
    if (!made.ok) return made;
    if (made.value) commits += 1;
  }
  const unused = await removeUnused(deps, attached);
  if (!unused.ok) return unused;
  if (unused.value) commits += 1;
  return ok({ commits, files: pending.length, vanished });
}

/** Removes from the branch the attachments of deleted COEs that nothing else uses. The library's folder keeps them. */
async function removeUnused(
  { branch, agreed, author, time }: Parameters<typeof commitLibrary>[0],
  attached: ReadonlySet<string>,
): Promise<Result<boolean, TeamFailure>> {
  const unused = attached.size === 0 ? attached : await unusedAmong(branch, attached);
  if (unused.size === 0) return ok(false);
  const edits = [...unused].map((path) => ({ path, deleted: true }) as const);
  const made = await branch.commit({ author, time: time(), message: 'Attachments that nothing uses any more', edits });
  if (!made.ok) return made;
  for (const path of unused) setBase(agreed, path, null);
  return ok(true);
}

/** A change that is not in the branch. `head` is what the branch has, `base` what the folder and it last agreed on. */
type Pending = LocalChange & { readonly head: Oid | null; readonly base: Oid | null };

/** Commits some changes together. Returns whether there was anything to commit. */
async function commitGroup(
  deps: Parameters<typeof commitLibrary>[0],
  group: readonly Pending[],
  isBulk: boolean,
): Promise<Result<boolean, TeamFailure>> {
  const { branch, agreed, author, time } = deps;
  const done: Pending[] = [];
  const finish = (): void => {
    // What the folder has is part of the branch from now on, so writing back starts from it.
    for (const { path, local } of done) setBase(agreed, path, local);
  };
  const sent = new Set<string>();
  const editsOf = async (one: Pending): Promise<TreeEdit[]> => {
    const edits = await editsFor(deps, one);
    if (edits === null) return [];
    done.push(one);
    const attachments = await attachmentsIn(deps, edits, sent);
    for (const { path, bytes } of attachments) done.push({ path, local: blobId(bytes), head: null, base: null });
    return [...attachments, ...edits];
  };
  let edits: TreeEdit[] | AsyncGenerator<TreeEdit>;
  let message = `${group.length} files`;
  if (isBulk) {
    edits = (async function* all() {
      for (const one of group) yield* await editsOf(one);
    })();
  } else {
    const [one] = group;
    if (one === undefined) return ok(false);
    edits = await editsOf(one);
    if (edits.length === 0) {
      finish();
      return ok(false);
    }
    message = await messageFor(branch, one.path, one.head, edits);
  }
  const made = await branch.commit({ author, time: time(), message, edits });
  if (!made.ok) return made;
  finish();
  return ok(true);
}

function setBase(agreed: AgreedFiles, path: string, oid: Oid | null): void {
  if (oid === null) agreed.bases.delete(path);
  else agreed.bases.set(path, oid);
}

/** What differs between the folder and what was agreed. `inOnce` are the ids of what was deleted in Once. */
function findChanges(
  local: KnownFiles,
  unreadable: ReadonlySet<string>,
  { bases }: AgreedFiles,
  inOnce: { readonly coes: ReadonlySet<string>; readonly patterns: ReadonlySet<string> },
  tree: ReadonlyMap<string, Oid>,
): { changes: LocalChange[]; vanished: number } {
  const changes: LocalChange[] = [];
  for (const [path, { oid }] of local) {
    // A picture goes along with a file that names it; one that was cut out again stays here.
    if (parseTreePath(path)?.is === 'attachment' && !tree.has(path)) continue;
    if (bases.get(path) !== oid) changes.push({ path, local: oid });
  }
  const gone = [...bases.keys()].filter((path) => !local.has(path) && !unreadable.has(path));
  const deleted: string[] = [];
  const vanished: string[] = [];
  for (const path of gone) {
    const place = parseTreePath(path);
    // Attachments are named by their content and are cheap to keep; the library's own mark is never removed.
    if (place?.is === 'attachment' || place?.is === 'team') vanished.push(path);
    else if (place?.is === 'coe' && inOnce.coes.has(place.coeId)) deleted.push(path);
    else if (place?.is === 'pattern' && inOnce.patterns.has(place.patternId)) deleted.push(path);
    else vanished.push(path);
  }
  const unexplained = vanished.filter((path) =>
    ['coe', 'pattern', 'own-questions'].includes(parseTreePath(path)?.is ?? ''),
  );
  const coes = [...bases.keys()].filter((path) => path.startsWith('coes/')).length;
  const isFew = unexplained.length <= Math.max(MAX_VANISHED, coes * MAX_VANISHED_PART);
  if (isFew) deleted.push(...unexplained);
  const lost = isFew ? vanished.filter((path) => !unexplained.includes(path)) : vanished;
  // Forgetting that the folder had them makes writing back restore them.
  for (const path of lost) bases.delete(path);
  return {
    changes: [...changes, ...deleted.map((path) => ({ path, local: null }))],
    vanished: isFew ? 0 : unexplained.length,
  };
}

/** The attachments that some edits name, and that the team does not have yet. */
async function attachmentsIn(
  { files, branch }: { readonly files: LibraryFiles; readonly branch: Branch },
  edits: readonly TreeEdit[],
  sent: Set<string>,
): Promise<{ path: string; bytes: Uint8Array }[]> {
  const found: { path: string; bytes: Uint8Array }[] = [];
  for (const edit of edits) {
    if (parseTreePath(edit.path)?.is === 'question') continue;
    for (const name of attachmentNamesIn(textOf(edit) ?? '')) {
      const path = attachmentPath(name);
      if (branch.tree.has(path) || sent.has(path)) continue;
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that few are in memory
      const read = await files.read(path);
      if (!read.ok || read.value === null || refusalOf(path, read.value) !== null) continue;
      sent.add(path);
      found.push({ path, bytes: read.value });
    }
  }
  return found;
}

/** The edits of the branch for one changed file; null if the file changed again and has to wait for the next time. */
async function editsFor(
  { files, branch }: { readonly files: LibraryFiles; readonly branch: Branch },
  { path, base, head, local }: Pending,
): Promise<TreeEdit[] | null> {
  if (local === null && head === base)
    return head === null ? [] : [{ path, deleted: true }, ...questionsAbout(branch, path)];
  const read = local === null ? ok(null) : await files.read(path);
  if (!read.ok || (read.value === null ? null : blobId(read.value)) !== local) return null;
  const bytes = read.value;
  if (head === base || isBinary(path)) return bytes === null ? [] : [{ path, bytes }];
  const textOf = async (oid: Oid | null): Promise<string | null> => (oid === null ? null : branch.readText(oid));
  const sides = {
    base: await textOf(base),
    first: await textOf(head),
    second: bytes === null ? null : Buffer.from(bytes).toString('utf8'),
  };
  if (branch.takeReadFailure() !== null) return null;
  const { text, questions } = mergeFile(path, sides, textDigest);
  const asks = questions.map((question) => ({
    path: `${questionFolder(question.coeId)}${question.id}.json`,
    text: writeTeamQuestion(question),
  }));
  if (text === sides.first) return asks;
  return text === null ? [...asks, { path, deleted: true }] : [...asks, { path, text }];
}

/** Nobody can settle a question about a COE that is gone. */
function questionsAbout(branch: Branch, path: string): TreeEdit[] {
  const place = parseTreePath(path);
  if (place?.is !== 'coe') return [];
  const folder = questionFolder(place.coeId);
  return [...branch.tree.keys()]
    .filter((other) => other.startsWith(folder))
    .map((other) => ({ path: other, deleted: true }));
}

const isBinary = (path: string): boolean => parseTreePath(path)?.is === 'attachment';

/** The message of a commit. It names no text of the COE, because servers send messages in mails. */
async function messageFor(branch: Branch, path: string, head: Oid | null, edits: readonly TreeEdit[]): Promise<string> {
  const place = parseTreePath(path);
  if (place?.is !== 'coe') return place?.is === 'attachment' ? 'An attachment' : (place?.is ?? 'A file');
  const edit = edits.find((some) => some.path === path);
  const coeOf = (text: string | null): ReturnType<typeof readCoe> | null => (text === null ? null : readCoe(text));
  const before = coeOf(head === null ? null : await branch.readText(head));
  const after = coeOf(edit === undefined || 'deleted' in edit ? null : textOf(edit));
  const parts = describeStep(before?.ok === true ? before.value : null, after?.ok === true ? after.value : null);
  return `COE ${place.coeId}: ${parts.length === 0 ? 'bookkeeping' : parts.join(', ')}`;
}

const textOf = (edit: TreeEdit): string | null =>
  'text' in edit ? edit.text : 'bytes' in edit ? Buffer.from(edit.bytes).toString('utf8') : null;
