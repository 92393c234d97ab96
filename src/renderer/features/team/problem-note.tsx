import type { TeamProblem } from '#ipc/team.ts';

import { CopyLine } from './copy-line.tsx';
import styles from './team.module.css';

/** What went wrong, what to do, the command to type, and what git said. */
export const ProblemNote = ({ problem }: { problem: TeamProblem }) => (
  <div className={styles.problem} role="group" aria-label="What to do">
    <p>
      <strong>{problem.what}</strong> {problem.todo}
    </p>
    {problem.command !== null && <CopyLine text={problem.command} what="command" />}
    {problem.details !== null && (
      <details className={styles.details}>
        <summary>Details</summary>
        <p>What git or the server said:</p>
        <code>{problem.details}</code>
        {problem.reference !== null && (
          <p>
            In the log under the reference <code>{problem.reference}</code>.
          </p>
        )}
      </details>
    )}
  </div>
);
