import { readTeamComment, type TeamComment } from '#domain/team/team-comment.ts';
import { readTeamQuestion, type TeamQuestion } from '#domain/team/team-question.ts';
import { coePath, commentFolder, parseTreePath, questionFolder } from '#domain/team/tree-paths.ts';

import type { Branch } from './branch.ts';

/** The questions and comments in the team's branch. */
export type TeamTalk = {
  readonly questions: (coeId: string | null) => Promise<TeamQuestion[]>;
  readonly comments: (coeId: string) => Promise<TeamComment[]>;
  /** Looks into the branch again the next time, because it moved. */
  readonly forget: () => void;
};

/** Reads questions and comments, each only when somebody asks for it. */
export function openTalk(branch: Branch): TeamTalk {
  let byFolder: Map<string, string[]> | null = null;
  const readAll = async <Item>(folder: string, read: (text: string) => Item | null): Promise<Item[]> => {
    byFolder ??= groupByFolder(branch.tree.keys());
    const items: Item[] = [];
    for (const path of byFolder.get(folder.slice(0, folder.lastIndexOf('/'))) ?? []) {
      const oid = branch.tree.get(path);
      // oxlint-disable-next-line no-await-in-loop -- one process reads objects one after the other anyway
      const text = oid === undefined ? null : await branch.readText(oid);
      const item = text === null ? null : read(text);
      if (item !== null) items.push(item);
    }
    return items;
  };
  return {
    questions: (coeId) => readAll(questionFolder(coeId), readTeamQuestion),
    comments: (coeId) => readAll(commentFolder(coeId), readTeamComment),
    forget: () => {
      byFolder = null;
    },
  };
}

/** How many questions are open in a tree, in all and by the COE that they are about. */
export function countQuestions(tree: Branch['tree']): {
  readonly questions: number;
  readonly questionsByCoe: Readonly<Record<string, number>>;
} {
  const questionsByCoe: Record<string, number> = {};
  let questions = 0;
  for (const path of tree.keys()) {
    if (!path.startsWith('asks/')) continue;
    const place = parseTreePath(path);
    if (place?.is !== 'question') continue;
    // Two people may have deleted the COE and left a question about it.
    if (place.coeId !== null && !tree.has(coePath(place.coeId))) continue;
    questions += 1;
    if (place.coeId !== null) questionsByCoe[place.coeId] = (questionsByCoe[place.coeId] ?? 0) + 1;
  }
  return { questions, questionsByCoe };
}

/** The paths of questions and comments by their folder. */
function groupByFolder(paths: Iterable<string>): Map<string, string[]> {
  const byFolder = new Map<string, string[]>();
  for (const path of paths) {
    if (!path.startsWith('asks/') && !path.startsWith('talk/')) continue;
    const folder = path.slice(0, path.lastIndexOf('/'));
    const list = byFolder.get(folder);
    if (list === undefined) byFolder.set(folder, [path]);
    else list.push(path);
  }
  return byFolder;
}
