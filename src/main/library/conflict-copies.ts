import type { Problem } from '#ipc/library-state.ts';
import { classifyFileName } from '#main/coe-files/file-names.ts';

/** What is known of a COE's own file. */
export type OwnFile = 'read' | 'unreadable' | 'missing';

/**
 * What a file whose name does not fit its COE is to a person. The id inside decides, not the name, since every sync program
 * has its own way of naming copies: beside a COE it is another version of it; where the COE's own file is gone, a copy is what
 * is left of it. A file that is named for another COE may be one by mistake, and is not taken for a copy unasked.
 */
export function asCopy(problem: Problem, name: string, ownFile: (id: string) => OwnFile): Problem {
  if (problem.reason !== 'wrong-name') return problem;
  const id = problem.detail;
  const own = ownFile(id);
  if (own === 'read') return { ...problem, reason: 'conflict-copy', coeId: id };
  if (own === 'missing' && classifyFileName(name).is === 'stray')
    return { ...problem, reason: 'copy-alone', coeId: id };
  return problem;
}
