import { type QuestionSide, saysSide } from '#domain/team/side-of-question.ts';
import type { Oid } from '#domain/team/oid.ts';
import type { TeamQuestion } from '#domain/team/team-question.ts';
import { questionFolder } from '#domain/team/tree-paths.ts';
import type { AskedQuestion, QuestionWriter } from '#ipc/team.ts';

import type { HistoryStep, TeamRepository } from './git/team-repository.ts';
import { textDigest } from './object-id.ts';

/** How far back in the history of a file a wording is looked for. */
const MAX_STEPS = 100;

/** What finding the writers needs. `ownEmail` is the address in the commits of this computer. */
export type WritersDeps = {
  readonly repository: Pick<TeamRepository, 'historyOf' | 'readBlob' | 'readFileAt'>;
  readonly head: Oid;
  readonly ownEmail: string;
};

/**
 * Finds out who wrote the two wordings of some questions, from the history: the question itself names nobody, because
 * it must be the same on every computer. A wording is by the author of the commit that brought it into the file; null
 * where it is a combination of several, or the history does not say.
 */
export async function withWriters(questions: readonly TeamQuestion[], deps: WritersDeps): Promise<AskedQuestion[]> {
  const { repository, head, ownEmail } = deps;
  const writerOf = ({ author }: HistoryStep): QuestionWriter | null => {
    const name = author.name.trim().slice(0, 100);
    return name === '' ? null : { name, isYou: author.email === ownEmail };
  };
  const texts = new Map<Oid, string | null>();
  const textOf = async (oid: Oid | null): Promise<string | null> => {
    if (oid === null) return null;
    const known = texts.get(oid);
    if (known !== undefined) return known;
    const read = await repository.readBlob(oid);
    const text = read.ok && read.value.ok ? Buffer.from(read.value.value).toString('utf8') : null;
    texts.set(oid, text);
    return text;
  };
  const histories = new Map<string, readonly HistoryStep[]>();
  const historyOf = async (tip: Oid, path: string): Promise<readonly HistoryStep[]> => {
    const known = histories.get(`${tip} ${path}`);
    if (known !== undefined) return known;
    const read = await repository.historyOf(tip, path, MAX_STEPS);
    const steps = read.ok ? read.value : [];
    histories.set(`${tip} ${path}`, steps);
    return steps;
  };
  const writerIn = async (tip: Oid, question: TeamQuestion, side: QuestionSide): Promise<QuestionWriter | null> => {
    for (const step of await historyOf(tip, question.file)) {
      if (step.parents.length > 1) continue;
      // oxlint-disable-next-line no-await-in-loop -- usually the first step
      if (!saysSide(question, side, await textOf(step.after), textDigest)) continue;
      // oxlint-disable-next-line no-await-in-loop -- as above
      if (saysSide(question, side, await textOf(step.before), textDigest)) continue;
      return writerOf(step);
    }
    return null;
  };
  const commits: HistoryStep[] = [];
  /** The commit that asked a question. Questions about one file are usually of one commit. */
  const commitOf = async (path: string): Promise<HistoryStep | null> => {
    const isIn = async (commit: Oid): Promise<boolean> => {
      const read = await repository.readFileAt(commit, path);
      return read.ok && read.value.ok;
    };
    for (const step of commits) {
      // oxlint-disable-next-line no-await-in-loop -- one or two
      const isNew = (await Promise.all(step.parents.map(isIn))).every((is) => !is);
      // oxlint-disable-next-line no-await-in-loop -- as above
      if (isNew && (await isIn(step.commit))) return step;
    }
    const found = await repository.historyOf(head, path, 1);
    const [step] = found.ok ? found.value : [];
    if (step !== undefined) commits.push(step);
    return step ?? null;
  };
  const asked: AskedQuestion[] = [];
  for (const question of questions) {
    // oxlint-disable-next-line no-await-in-loop -- they share what was read for the one before
    const commit = await commitOf(`${questionFolder(question.coeId)}${question.id}.json`);
    const [first, second] = commit?.parents ?? [];
    asked.push({
      ...question,
      // oxlint-disable-next-line no-await-in-loop -- as above
      firstBy: first === undefined ? null : await writerIn(first, question, 'first'),
      // Otherwise it was merged on the computer of the author, into what its library had.
      secondBy:
        commit === null || first === undefined
          ? null
          : second === undefined
            ? isOfOnce(commit)
              ? writerOf(commit)
              : null
            : // oxlint-disable-next-line no-await-in-loop -- as above
              await writerIn(second, question, 'second'),
    });
  }
  return asked;
}

/** Whether a commit was made by Once for a member. One made by a server when changes are approved may be of several. */
const isOfOnce = ({ author }: HistoryStep): boolean => author.email.endsWith('@once.invalid');
