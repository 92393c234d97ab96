import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { fail, ok } from '#domain/result.ts';
import { NO_FILE } from '#domain/team/merge-trees.ts';
import { type Oid, parseOid } from '#domain/team/oid.ts';
import type { ChangedPath, TeamRepository, TreeEntry } from '#main/team/git/team-repository.ts';
import { blobId } from '#main/team/object-id.ts';

type Entry = Omit<TreeEntry, 'path'>;
type Commit = { readonly parents: readonly Oid[]; readonly time: number; readonly tree: ReadonlyMap<string, Entry> };

/** The objects of all replicas, and the branches of the server. */
export type MemoryServer = {
  readonly commits: Map<Oid, Commit>;
  readonly blobs: Map<Oid, Uint8Array>;
  readonly refs: Map<string, Oid>;
};

export const memoryServer = (): MemoryServer => ({ commits: new Map(), blobs: new Map(), refs: new Map() });

const oidOf = (text: string): Oid => {
  const oid = parseOid(createHash('sha1').update(text).digest('hex'));
  if (oid === null) throw new Error('not an id');
  return oid;
};

type Used =
  | 'readRef'
  | 'moveRef'
  | 'setRef'
  | 'lsRemote'
  | 'fetchRef'
  | 'push'
  | 'mergeBase'
  | 'aheadBehind'
  | 'changedPaths'
  | 'contentsSince'
  | 'listTree'
  | 'readBlob'
  | 'readFileAt'
  | 'commit'
  | 'commitTime'
  | 'createBundle'
  | 'inspectBundle'
  | 'fetchBundle'
  | 'close';

const bundleIn = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as { tip: Oid; without: Oid[] };

/** A repository in memory with the same answers as git, for exchanges by the thousand. */
export function memoryRepository(server: MemoryServer): TeamRepository {
  const refs = new Map<string, Oid>();
  /** The commits that this replica has. */
  const has = new Set<Oid>();
  const commitOf = (oid: Oid): Commit => {
    const found = server.commits.get(oid);
    if (found === undefined) throw new Error('no such commit');
    return found;
  };
  const ancestors = (tip: Oid): Set<Oid> => {
    const seen = new Set<Oid>();
    const open = [tip];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...commitOf(next).parents);
    }
    return seen;
  };
  const treeOf = (oid: Oid | null): ReadonlyMap<string, Entry> => (oid === null ? new Map() : commitOf(oid).tree);
  const repository: Pick<TeamRepository, Used> = {
    readRef: async (ref) => ok(refs.get(ref) ?? null),
    moveRef: async (ref, to, expected) => {
      if ((refs.get(ref) ?? null) !== expected) return fail({ kind: 'ref-moved' });
      if (to === null) refs.delete(ref);
      else refs.set(ref, to);
      return ok(null);
    },
    setRef: async (ref, to) => {
      refs.set(ref, to);
      return ok(null);
    },
    lsRemote: async () => ok(new Map(server.refs)),
    fetchRef: async (_address, { from, to }) => {
      const found = server.refs.get(from) ?? null;
      if (found !== null) {
        refs.set(to, found);
        for (const oid of ancestors(found)) has.add(oid);
      }
      return ok(found);
    },
    push: async (_address, { commit, to, expected }) => {
      if ((server.refs.get(to) ?? null) !== expected) return fail({ kind: 'push-race' });
      server.refs.set(to, commit);
      return ok(null);
    },
    mergeBase: async (first, second) => {
      const [mine, theirs] = [ancestors(first), ancestors(second)];
      const common = [...mine].filter((oid) => theirs.has(oid));
      const below = new Set(common.flatMap((oid) => [...ancestors(oid)].filter((other) => other !== oid)));
      return ok(common.filter((oid) => !below.has(oid)).toSorted()[0] ?? null);
    },
    aheadBehind: async (mine, theirs) => {
      const [ours, others] = [ancestors(mine), ancestors(theirs)];
      return ok({
        ahead: [...ours].filter((oid) => !others.has(oid)).length,
        behind: [...others].filter((oid) => !ours.has(oid)).length,
      });
    },
    changedPaths: async (base, tip) => {
      const [before, after] = [treeOf(base), treeOf(tip)];
      const changed: ChangedPath[] = [];
      for (const path of new Set([...before.keys(), ...after.keys()])) {
        const [was, is] = [before.get(path) ?? null, after.get(path) ?? null];
        if (was?.oid !== is?.oid) changed.push({ path, before: was, after: is });
      }
      return ok(changed);
    },
    contentsSince: async (base, tip) => {
      const before = ancestors(base);
      const contents = new Map<string, Set<string>>();
      for (const oid of ancestors(tip)) {
        if (before.has(oid)) continue;
        const { tree, parents } = commitOf(oid);
        const parent = treeOf(parents[0] ?? null);
        for (const path of new Set([...parent.keys(), ...tree.keys()])) {
          if (parent.get(path)?.oid === tree.get(path)?.oid) continue;
          contents.set(path, (contents.get(path) ?? new Set()).add(tree.get(path)?.oid ?? NO_FILE));
        }
      }
      return ok(contents);
    },
    listTree: async (tip) => ok([...treeOf(tip)].map(([path, entry]) => ({ path, ...entry }))),
    readBlob: async (oid) => {
      const bytes = server.blobs.get(oid);
      return ok(bytes === undefined ? fail({ kind: 'missing' } as const) : ok(bytes));
    },
    readFileAt: async (commit, path) => {
      const entry = treeOf(commit).get(path);
      const bytes = entry === undefined ? undefined : server.blobs.get(entry.oid);
      return ok(bytes === undefined ? fail({ kind: 'missing' } as const) : ok(bytes));
    },
    commit: async ({ ref, parents, author, time, message, changes }) => {
      const [first] = parents;
      const now = refs.get(ref);
      if (now !== undefined && !parents.includes(now)) return fail({ kind: 'ref-moved' });
      const tree = new Map(treeOf(first ?? null));
      for await (const change of changes) {
        if ('deleted' in change) tree.delete(change.path);
        else if ('oid' in change) tree.set(change.path, { mode: '100644', oid: change.oid });
        else {
          const oid = blobId(change.bytes);
          server.blobs.set(oid, change.bytes);
          tree.set(change.path, { mode: '100644', oid });
        }
      }
      const entries = [...tree].toSorted(([one], [other]) => (one < other ? -1 : 1));
      const oid = oidOf(JSON.stringify([parents, author, time, message, entries]));
      server.commits.set(oid, { parents, time, tree });
      refs.set(ref, oid);
      has.add(oid);
      return ok(oid);
    },
    createBundle: async ({ file, ref, without }) => {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ tip: refs.get(ref), without }));
      return ok(true);
    },
    inspectBundle: async (file) => {
      const { tip, without } = bundleIn(file);
      return ok({ refs: new Map([['refs/heads/main', tip]]), prerequisites: without });
    },
    fetchBundle: async ({ file, to }) => {
      const { tip, without } = bundleIn(file);
      if (without.some((oid) => !has.has(oid))) return fail({ kind: 'bundle-unusable', reason: 'missing-commits' });
      for (const oid of ancestors(tip)) has.add(oid);
      refs.set(to, tip);
      return ok(tip);
    },
    commitTime: async (commit) => ok(commitOf(commit).time),
    close: async () => undefined,
  };
  return repository as unknown as TeamRepository;
}
