import { attachmentNamesIn } from '#domain/attachments/attachment-name.ts';
import type { Oid } from '#domain/team/oid.ts';
import { attachmentPath, parseTreePath } from '#domain/team/tree-paths.ts';

import type { Branch } from './branch.ts';

/** The attachments that some files of the branch name, by their path in the tree, as far as the team has them. */
export async function attachmentsNamedBy(branch: Branch, files: readonly Oid[]): Promise<Set<string>> {
  const named = new Set<string>();
  for (const oid of files) {
    // oxlint-disable-next-line no-await-in-loop -- one process reads objects one after the other anyway
    for (const name of attachmentNamesIn((await branch.readText(oid)) ?? '')) named.add(attachmentPath(name));
  }
  return new Set([...named].filter((path) => branch.tree.has(path)));
}

/**
 * Which of some attachments no file of the branch names any more: no COE, pattern or question, and no comment. Reads all
 * of them, so it is asked only after a COE with attachments was deleted. None if a file cannot be read.
 */
export async function unusedAmong(branch: Branch, attachments: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const unused = new Set(attachments);
  branch.takeReadFailure();
  for (const [path, oid] of branch.tree) {
    if (unused.size === 0) return unused;
    if (parseTreePath(path)?.is === 'attachment') continue;
    // oxlint-disable-next-line no-await-in-loop -- as above
    const text = await branch.readText(oid);
    if (text === null) return new Set();
    for (const name of attachmentNamesIn(text)) unused.delete(attachmentPath(name));
  }
  return unused;
}
