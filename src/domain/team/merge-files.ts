import type { Coe } from '../coe/coe.ts';
import { readCoe } from '../file/read-coe.ts';
import { writeCoe } from '../file/write-coe.ts';
import type { Conflict } from '../merge/conflict.ts';
import { describeReferences } from '../merge/describe-references.ts';
import { describeOrder, describeProse, describeValue } from '../merge/describe-value.ts';
import { lossless } from '../merge/lossless.ts';
import { merge } from '../merge/merge.ts';
import { mergePattern } from '../patterns/merge-patterns.ts';
import { type Pattern, readPattern, writePattern } from '../patterns/pattern.ts';
import { mergeQuestions } from '../questions/merge-questions.ts';
import { type OwnQuestions, readQuestions, writeQuestions } from '../questions/own-questions.ts';
import { PLAIN_DATE_STYLE } from '../time/date-style.ts';
import { newTeamQuestion, type TeamQuestion, type TeamQuestionDraft } from './team-question.ts';
import { parseTreePath } from './tree-paths.ts';

/** The text of a file on both sides and in their common ancestor; null where it does not exist. */
export type FileSides = {
  readonly base: string | null;
  readonly first: string | null;
  readonly second: string | null;
};

/** The merged text of a file, null if it is deleted, and the questions that only a person can decide. */
export type MergedFile = { readonly text: string | null; readonly questions: readonly TeamQuestion[] };

/** Returns 26 digits of Crockford's base 32 that depend on a text alone. */
export type Digest = (text: string) => string;

/**
 * Merges a file that both sides changed, in a way that loses no word: what does not fit into the result is in a
 * question. Which side is first must not depend on the computer, so that all of them get the same result. A file that
 * one side deleted and the other changed stays. Never throws.
 */
export function mergeFile(path: string, sides: FileSides, digest: Digest): MergedFile {
  const { base, first, second } = sides;
  if (first === second || second === base) return unasked(first);
  if (first === base) return unasked(second);
  const place = parseTreePath(path);
  if (place?.is === 'coe') return mergeCoeFile(path, place.coeId, sides, digest);
  if (first === null || second === null) return unasked(first ?? second);
  if (place?.is === 'pattern') return mergeWhole(path, { base, first, second }, patternFormat, digest);
  if (place?.is === 'own-questions') return mergeWhole(path, { base, first, second }, questionsFormat, digest);
  return unasked(first);
}

const unasked = (text: string | null): MergedFile => ({ text, questions: [] });

function mergeCoeFile(path: string, coeId: string, { base, first, second }: FileSides, digest: Digest): MergedFile {
  const ask = (draft: Omit<TeamQuestionDraft, 'file' | 'coeId'>): TeamQuestion =>
    newTeamQuestion({ ...draft, file: path, coeId }, digest);
  if (first === null || second === null) {
    const kept = first ?? second;
    const deleted = ask({
      kind: 'deleted',
      path: [],
      where: 'The whole COE',
      stands: first === null ? 'second' : 'first',
      base: null,
      first: first === null ? null : digest(first),
      second: second === null ? null : digest(second),
      shownFirst: first === null ? 'Deleted' : 'Changed',
      shownSecond: second === null ? 'Deleted' : 'Changed',
    });
    return { text: kept, questions: [deleted] };
  }
  const [ours, others] = [readCoe(first), readCoe(second)];
  if (!ours.ok || !others.ok) {
    const isNewer = (read: typeof ours): boolean => !read.ok && read.error.reason === 'newer-version';
    // A broken file gives way; one of a newer version is somebody's work that this version cannot read.
    const takesFirst = ours.ok ? !isNewer(others) : isNewer(ours) || !others.ok;
    const [text, other] = takesFirst ? [first, second] : [second, first];
    return { text, questions: [fileQuestion(path, coeId, text, other, takesFirst, digest)] };
  }
  const before = base === null ? null : readCoe(base);
  const ancestor = before?.ok === true ? before.value : null;
  const { merged, conflicts } = merge(ancestor, ours.value, others.value, lossless);
  const versions = [ours.value, others.value, ancestor];
  return {
    text: isSameCoe(merged, ours.value) ? first : isSameCoe(merged, others.value) ? second : writeCoe(merged),
    questions: conflicts.map((conflict) => ask(questionOf(conflict, versions))),
  };
}

const isSameCoe = (one: Coe, other: Coe): boolean => one === other || writeCoe(one) === writeCoe(other);

/** `versions` are where the rows are looked up that ids name. */
function questionOf(conflict: Conflict, versions: readonly unknown[]): Omit<TeamQuestionDraft, 'file' | 'coeId'> {
  const { kind, path, where, base } = conflict;
  const [mine, theirs] = [conflict.mine, conflict.theirs].map((side) =>
    kind === 'order' && Array.isArray(side) ? describeOrder(side, PLAIN_DATE_STYLE) : side,
  );
  const choice = lossless(conflict);
  const [shownFirst, shownSecond] =
    kind === 'text'
      ? describeProse(mine, theirs)
      : (describeReferences(path.at(-1), [mine, theirs], versions, PLAIN_DATE_STYLE) ?? [
          shown(conflict, mine),
          shown(conflict, theirs),
        ]);
  return {
    kind,
    path: [...path],
    where,
    stands: choice === 'both' ? 'both' : choice === 'mine' ? 'first' : 'second',
    base: base ?? null,
    first: mine ?? null,
    second: theirs ?? null,
    shownFirst,
    shownSecond,
  };
}

const shown = ({ kind, path }: Conflict, value: unknown): string =>
  value === undefined && kind === 'removed' ? 'Removed' : describeValue(value, PLAIN_DATE_STYLE, { key: path.at(-1) });

function fileQuestion(
  path: string,
  coeId: string | null,
  text: string,
  other: string,
  takesFirst: boolean,
  digest: Digest,
): TeamQuestion {
  const [first, second] = takesFirst ? [text, other] : [other, text];
  return newTeamQuestion(
    {
      file: path,
      coeId,
      kind: 'file',
      path: [],
      where: 'The whole file',
      stands: takesFirst ? 'first' : 'second',
      base: null,
      first,
      second,
      shownFirst: first,
      shownSecond: second,
    },
    digest,
  );
}

/** How a small JSON file is read, merged and written. `read` returns null for a file that is not one. */
type WholeFormat<Content> = {
  readonly read: (text: string) => Content | null;
  readonly merge: (first: Content, second: Content, base: Content | null) => Content;
  readonly write: (content: Content) => string;
};

const patternFormat: WholeFormat<Pattern> = {
  read: (text) => {
    const read = readPattern(text, null);
    return read.ok ? read.value : null;
  },
  merge: mergePattern,
  write: writePattern,
};

const questionsFormat: WholeFormat<OwnQuestions> = {
  read: (text) => {
    const read = readQuestions(text);
    return read.ok ? read.value : null;
  },
  merge: (first, second, base) => mergeQuestions(first, second, base ?? undefined),
  write: writeQuestions,
};

/** Merges a file whose own merge lets one side win. If that dropped a text, a question keeps the other file. */
function mergeWhole<Content>(
  path: string,
  { base, first, second }: { base: string | null; first: string; second: string },
  format: WholeFormat<Content>,
  digest: Digest,
): MergedFile {
  const [ours, others] = [format.read(first), format.read(second)];
  if (ours === null || others === null) {
    const takesFirst = ours !== null || others === null;
    const [text, other] = takesFirst ? [first, second] : [second, first];
    return { text, questions: [fileQuestion(path, null, text, other, takesFirst, digest)] };
  }
  const before = base === null ? null : format.read(base);
  const merged = format.merge(ours, others, before);
  const text = format.write(merged);
  const known = new Set([...textsIn(merged), ...textsIn(before)]);
  const lost = (content: Content): boolean => [...textsIn(content)].some((words) => !isIn(words, known));
  if (!lost(ours) && !lost(others)) return unasked(text);
  const takesFirst = !lost(ours);
  return {
    text,
    questions: [fileQuestion(path, null, text, takesFirst ? second : first, takesFirst, digest)],
  };
}

const isIn = (words: string, known: ReadonlySet<string>): boolean =>
  known.has(words) || [...known].some((text) => text.includes(words));

/** Every text in a JSON value, keys included, since own questions have texts as keys. */
function textsIn(value: unknown): Set<string> {
  const texts = new Set<string>();
  const collect = (part: unknown): void => {
    if (typeof part === 'string') texts.add(part);
    else if (Array.isArray(part)) part.forEach(collect);
    else if (typeof part === 'object' && part !== null)
      for (const [key, inner] of Object.entries(part)) {
        texts.add(key);
        collect(inner);
      }
  };
  collect(value);
  return texts;
}
