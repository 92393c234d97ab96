import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { ImportOptions } from '#domain/import/imported-report.ts';
import { ok } from '#domain/result.ts';
import type { RepeatId } from '#ipc/imports.ts';
import { createImportTasks } from '#main/import/import-task-handlers.ts';
import { createImportThreads, type StartedThread } from '#main/import/import-thread.ts';
import type { ImportRun } from '#main/import/run-import.ts';
import type { Library } from '#main/library/library-api.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

export const OPTIONS: ImportOptions = {
  zone: 'UTC',
  zoneFallback: 'UTC',
  dateOrder: 'day-first',
  headings: new Map(),
  kind: null,
  splitReports: true,
};

/** A small report. */
export const report = (title: string, cause = 'A full disk.'): string =>
  `# ${title}\n\n## Timeline\n\n- 2024-05-01 10:00 alert\n- 10:20 fixed\n\n## Root cause\n\n${cause}\n\n## Action items\n\n- Watch the disk\n`;

/** A folder with these files, removed after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = path.join(temporaryFolder(), 'reports');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** The import tasks without a thread. */
export function inProcess(): StartedThread {
  const tasks = createImportTasks();
  return {
    request: async (task, request) => ok((await tasks[task](request as never, () => undefined)) as never),
    generation: () => 1,
    close: async () => undefined,
  } satisfies StartedThread;
}

let made = 0;

/** An import of what is at a path into an open library, without a thread. */
export function importRun(
  library: Library,
  from: string | readonly string[],
  changes: Partial<ImportRun> = {},
): ImportRun {
  return {
    from: typeof from === 'string' ? [from] : from,
    options: OPTIONS,
    repeated: 'skip' satisfies RepeatId,
    target: library.imports,
    threads: createImportThreads(inProcess),
    newId: () => testId(500_000 + (made += 1)),
    clock: () => Date.UTC(2026, 4, 14),
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...changes,
  };
}

/** The bytes of every file below a folder, by path. */
export function snapshotOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .toSorted()
      .map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')]),
  );
}
