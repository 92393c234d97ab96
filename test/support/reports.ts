import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Reports of our own, about companies that do not exist, in the shapes in which reports are met. */
export const OWN_REPORTS = path.resolve('test/fixtures/reports');

/** Reports that real teams published, on machines where they lie beside the project. They are never copied into it. */
export const REAL_REPORTS = path.resolve('../shared/corpus');

/** Whether the real ones are there. Tests run on them too then, and say so. */
export const hasRealReports = (): boolean => existsSync(REAL_REPORTS);

/** The reports under a folder, as paths. Empty if there is no such folder. */
export const reportsIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/^(?:README|LICENSE|repeats\.json)/.test(entry.name))
        .map((entry) => path.join(entry.parentPath, entry.name))
        .toSorted()
    : [];
