import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for teams that tests start from. It lasts until all tests have ended. */
    preparedTeams: string;
  }
}

/** Runs before all unit tests. Returns what runs after them. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'once-test-teams-'));
  project.provide('preparedTeams', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
