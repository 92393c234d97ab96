import type { Problem } from '#ipc/library-state.ts';
import { classifyFileName } from '#main/coe-files/file-names.ts';

/** The state of the file that a COE should be in. */
export type OwnFile = 'read' | 'unreadable' | 'missing';

/**
 * Classifies a file whose name does not match the id inside. The id decides, since every sync program names copies in
 * its own way. If the COE's own file is readable, the file is another version of it (`conflict-copy`); if that file is
 * gone, it is what is left of the COE (`copy-alone`). A file named after another COE may be a mistake and stays a
 * `wrong-name` problem.
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
