import { ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { TeamCopyPreview } from '#ipc/team.ts';
import type { Library } from '#main/library/library-api.ts';

import { attachmentsNamedIn } from './copy-library.ts';

/** The most titles that a question about what goes along lists. */
const MAX_TITLES = 500;

/** The kinds of COEs that are about work as a whole rather than about oneself. */
const WORK_KINDS: ReadonlySet<string> = new Set(['outage']);

/** What would go along if the open library became a team library. */
export async function previewCopy(library: Library): Promise<Result<TeamCopyPreview, AppError>> {
  const summaries = library.summaries();
  const attachments = await attachmentsNamedIn(library.folder);
  return ok({
    titles: summaries.slice(0, MAX_TITLES).map(({ title }) => title),
    coes: summaries.length,
    patterns: library.patterns.knownPatterns().length,
    attachments: attachments.size,
    personal: summaries.filter(({ kind }) => !WORK_KINDS.has(kind)).length,
  });
}
