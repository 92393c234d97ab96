import { ok } from '#domain/result.ts';
import { NO_FILE } from '#domain/team/merge-trees.ts';
import { parseOid } from '#domain/team/oid.ts';

import { parseHistory, parseRawLine, splitAtZero } from './read-output.ts';
import { EMPTY_TREE, type GitCall, type GitOutput, textOf } from './run-git.ts';
import type { Answer, ChangedPath, TeamRepository, TreeEntry } from './team-repository.ts';

/** Enough for a list of a million files. */
const MAX_LIST_BYTES = 512_000_000;

/** Differences of whole files, with full ids, and without anything that a configuration could name. */
const WHOLE_FILES = ['--no-renames', '--no-abbrev', '--no-ext-diff', '--no-textconv'] as const;

/** Reads lines of `--raw -z` as they come, each with the path behind it. */
function readRawLines(): { readonly changes: ChangedPath[]; readonly onStdout: (chunk: Buffer) => void } {
  const changes: ChangedPath[] = [];
  const lines = splitAtZero();
  let entry: ChangedPath | null = null;
  const onStdout = (chunk: Buffer): void => {
    for (const part of lines(chunk)) {
      if (entry === null) entry = parseRawLine(part);
      else {
        changes.push({ ...entry, path: part });
        entry = null;
      }
    }
  };
  return { changes, onStdout };
}

type HistoryCalls = Pick<
  TeamRepository,
  'mergeBase' | 'aheadBehind' | 'commitTime' | 'changedPaths' | 'contentsSince' | 'listTree' | 'historyOf'
>;

/** The calls that read commits and trees, and change nothing. */
export function historyCalls(git: (call: GitCall) => Answer<GitOutput>): HistoryCalls {
  return {
    mergeBase: async (first, second) => {
      const output = await git({ args: ['merge-base', '--all', first, second], alsoExits: [1] });
      if (!output.ok) return output;
      const bases = textOf(output.value)
        .split('\n')
        .flatMap((line) => parseOid(line) ?? []);
      return ok(bases.toSorted()[0] ?? null);
    },

    aheadBehind: async (mine, theirs) => {
      const output = await git({ args: ['rev-list', '--count', '--left-right', `${mine}...${theirs}`, '--'] });
      if (!output.ok) return output;
      const [ahead = '0', behind = '0'] = textOf(output.value).trim().split('\t');
      return ok({ ahead: Number(ahead), behind: Number(behind) });
    },

    commitTime: async (commit) => {
      const output = await git({ args: ['log', '-1', '--format=%ct', commit, '--'] });
      return output.ok ? ok(Number(textOf(output.value).trim())) : output;
    },

    changedPaths: async (base, tip) => {
      const { changes, onStdout } = readRawLines();
      const args = ['diff-tree', '-r', '-z', '--raw', ...WHOLE_FILES];
      const output = await git({ args: [...args, base ?? EMPTY_TREE, tip, '--'], onStdout, maxStdout: MAX_LIST_BYTES });
      return output.ok ? ok(changes) : output;
    },

    contentsSince: async (base, tip) => {
      const { changes, onStdout } = readRawLines();
      const args = ['log', '-z', '--raw', '--format=', '--diff-merges=first-parent', ...WHOLE_FILES];
      const output = await git({ args: [...args, tip, `^${base}`, '--'], onStdout, maxStdout: MAX_LIST_BYTES });
      if (!output.ok) return output;
      const contents = new Map<string, Set<string>>();
      for (const { path, after } of changes)
        contents.set(path, (contents.get(path) ?? new Set()).add(after?.oid ?? NO_FILE));
      return ok(contents);
    },

    listTree: async (tip) => {
      const entries: TreeEntry[] = [];
      const lines = splitAtZero();
      const onStdout = (chunk: Buffer): void => {
        for (const line of lines(chunk)) {
          const [, mode = '', id = '', name = ''] = /^(\d{6}) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
          const oid = parseOid(id);
          if (oid !== null) entries.push({ path: name, mode, oid });
        }
      };
      const output = await git({
        args: ['ls-tree', '-r', '-z', '--full-tree', tip],
        onStdout,
        maxStdout: MAX_LIST_BYTES,
      });
      return output.ok ? ok(entries) : output;
    },

    historyOf: async (tip, file, limit) => {
      const format = '%H%x00%P%x00%an%x00%ae%x00%at%x00%B%x00';
      const args = ['log', '-z', '--raw', ...WHOLE_FILES];
      const output = await git({
        args: [...args, '--diff-merges=first-parent', `--format=${format}`, `--max-count=${limit}`, tip, '--', file],
      });
      return output.ok ? ok(parseHistory(output.value.stdout.toString('utf8'))) : output;
    },
  };
}
