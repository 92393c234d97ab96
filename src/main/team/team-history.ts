import type { Coe } from '#domain/coe/coe.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { ok, type Result } from '#domain/result.ts';
import { describeStep } from '#domain/team/describe-step.ts';
import { parseOid } from '#domain/team/oid.ts';
import { coePath } from '#domain/team/tree-paths.ts';
import type { TeamStep } from '#ipc/team.ts';

import type { Branch } from './branch.ts';
import type { TeamRepository } from './git/team-repository.ts';
import type { TeamFailure } from './team-failure.ts';

/** The most steps of a COE's history that are shown. */
const MAX_STEPS = 200;

/** The team's steps in the history of a COE, newest first, and what each changed, in words. */
export async function readHistory(
  repository: TeamRepository,
  branch: Branch,
  coeId: string,
): Promise<Result<TeamStep[], TeamFailure>> {
  const head = branch.head();
  if (head === null) return ok([]);
  const steps = await repository.historyOf(head, coePath(coeId), MAX_STEPS);
  if (!steps.ok) return steps;
  const shown: TeamStep[] = [];
  for (const step of steps.value) {
    const [before, after] = [
      // oxlint-disable-next-line no-await-in-loop -- one process reads objects one after the other anyway
      step.before === null ? null : coeIn(await branch.readText(step.before)),
      // oxlint-disable-next-line no-await-in-loop -- as above
      step.after === null ? null : coeIn(await branch.readText(step.after)),
    ];
    shown.push({
      id: step.commit,
      by: step.parents.length > 1 ? '' : step.author.name,
      at: new Date(step.time * 1000).toISOString(),
      changes: describeStep(before, after),
    });
  }
  return ok(shown);
}

/** The COE as it was after a step; null if there is no such step, or it cannot be read. */
export async function readStep(repository: TeamRepository, coeId: string, step: string): Promise<Coe | null> {
  const commit = parseOid(step);
  if (commit === null) return null;
  const read = await repository.readFileAt(commit, coePath(coeId));
  return read.ok && read.value.ok ? coeIn(Buffer.from(read.value.value).toString('utf8')) : null;
}

/** The COE in the text of a file; null if there is no text, or it cannot be read. */
export function coeIn(text: string | null): Coe | null {
  const read = text === null ? null : readCoe(text);
  return read?.ok === true ? read.value : null;
}
