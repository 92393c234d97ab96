import type { TeamProblem } from '#ipc/team.ts';

import { CopyLine } from './copy-line.tsx';
import styles from './team.module.css';

/** What went wrong, what to do, and the command to type. */
export const ProblemNote = ({ problem }: { problem: TeamProblem }) => (
  <div className={styles.problem} role="group" aria-label="What to do">
    <p>
      <strong>{problem.what}</strong> {problem.todo}
    </p>
    {problem.command !== null && <CopyLine text={problem.command} what="command" />}
  </div>
);
