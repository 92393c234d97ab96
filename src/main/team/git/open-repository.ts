import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { GitFailure } from '#domain/team/git-failure.ts';
import { type Oid, parseOid } from '#domain/team/oid.ts';
import { createFile } from '#main/disk/create-file.ts';
import { errnoOf } from '#main/disk/disk-error.ts';
import { temporaryName } from '#main/disk/temporary-name.ts';

import { openBundle, unreadable } from './bundle-file.ts';
import { oneLine, pushOutcome } from './classify-failure.ts';
import type { GitProgram } from './git-program.ts';
import { importStream } from './import-stream.ts';
import { findLockedKey } from './locked-key.ts';
import { createObjectReader } from './object-reader.ts';
import { failureOfDisk, writeOwnConfiguration } from './own-configuration.ts';
import { parseHistory, parseRawLine, splitAtZero } from './read-output.ts';
import { type GitCall, type GitContext, type GitOutput, gitStart, runGit } from './run-git.ts';
import type {
  Answer,
  ChangedPath,
  GitProgress,
  NewCommit,
  TeamRepository,
  TreeEntry,
  WaitsFor,
} from './team-repository.ts';

/** Where a team library's repository lives, and what it is reached with. */
export type RepositoryOptions = {
  /** The bare repository: in the app's own data, never in a library or a folder that others can write to. */
  readonly gitDir: string;
  /** A folder of ours for the configuration and an empty folder. Created when missing. */
  readonly stateDir: string;
  /** Host keys that the person accepted in Once; need not exist. */
  readonly knownHostsFile: string;
  readonly program: GitProgram;
  /** Hears how far calls to a remote are. */
  readonly onProgress?: (progress: GitProgress) => void;
  /** How long a call to a remote may be silent. 30 seconds when left out. */
  readonly remoteIdleMs?: number;
  /** `process.env` when left out. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Read instead of the person's ssh configuration; for tests. */
  readonly sshConfigFile?: string;
};

const REMOTE_IDLE_MS = 30_000;
const READ_IDLE_MS = 30_000;
/** A person who signs in in a browser may have to look for a second device. */
const SIGN_IN_IDLE_MS = 300_000;
const REPACK_IDLE_MS = 900_000;
const MAX_BLOB_BYTES = 20_000_000;
/** Enough for a list of a million files. */
const MAX_LIST_BYTES = 512_000_000;
/** git's name for a tree without files. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** Opens the repository of a team library. Starts no process; `initRepository` has to be called before anything else. */
export function openTeamRepository(options: RepositoryOptions): TeamRepository {
  const { gitDir, stateDir, program } = options;
  const folders = {
    gitDir,
    configFile: path.join(stateDir, 'gitconfig'),
    emptyFolder: path.join(stateDir, 'empty'),
  };
  const context: GitContext = {
    program,
    folders,
    knownHostsFile: options.knownHostsFile,
    environment: options.environment ?? process.env,
    sshConfigFile: options.sshConfigFile ?? null,
    remoteIdleMs: options.remoteIdleMs ?? REMOTE_IDLE_MS,
    onProgress: options.onProgress,
  };
  const reader = createObjectReader(gitStart(context, ['cat-file', '--batch-command'], null), READ_IDLE_MS);

  /** Runs git. A refused key is looked at once more: a locked one can be unlocked. */
  const git = async (call: GitCall): Answer<GitOutput> => {
    const output = await runGit(context, call);
    if (output.ok || output.error.kind !== 'key-refused' || call.remote === undefined) return output;
    const keyFile = await findLockedKey(call.remote.address, {
      program,
      environment: context.environment,
      emptyFolder: folders.emptyFolder,
      sshConfigFile: context.sshConfigFile,
    });
    return keyFile === null ? output : fail({ kind: 'key-locked', keyFile });
  };

  const readRef = async (ref: string): Answer<Oid | null> => {
    const output = await git({ args: ['rev-parse', '--verify', '--quiet', '--end-of-options', ref], alsoExits: [1] });
    return output.ok ? ok(parseOid(textOf(output.value).trim())) : output;
  };

  const moveRef: TeamRepository['moveRef'] = async (ref, to, expected) => {
    const none = '0'.repeat((to ?? expected ?? EMPTY_TREE).length);
    const line = `update ${ref}\0${to ?? none}\0${expected ?? none}\0`;
    const output = await git({ args: ['update-ref', '--no-deref', '-z', '--stdin'], stdin: [Buffer.from(line)] });
    if (output.ok) return ok(null);
    const now =
      output.error.kind === 'unexpected' || output.error.kind === 'repository-broken' ? await readRef(ref) : null;
    return fail(now?.ok === true && now.value !== expected ? { kind: 'ref-moved' } : output.error);
  };

  const isAncestor = async (ancestor: Oid, tip: Oid): Answer<boolean> => {
    const output = await git({ args: ['merge-base', '--is-ancestor', ancestor, tip], alsoExits: [1] });
    return output.ok ? ok(output.value.code === 0) : output;
  };

  const countObjects: TeamRepository['countObjects'] = async () => {
    const output = await git({ args: ['count-objects', '-v'] });
    if (!output.ok) return output;
    const text = textOf(output.value);
    const number = (name: string): number => Number(new RegExp(`^${name}: (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
    return ok({
      packs: number('packs'),
      looseObjects: number('count'),
      bytes: (number('size') + number('size-pack')) * 1024,
    });
  };

  /**
   * Lists the branches. Over https git takes any page without a line break for an old server without branches, such as
   * the sign-in page of a network. So when nothing is listed, the server must also have spoken git's protocol.
   */
  const lsRemote: TeamRepository['lsRemote'] = async (address, { signal } = {}) => {
    const args = ['ls-remote', '--heads', '--quiet', '--', address.text];
    const tracesProtocol = address.protocol === 'https';
    const output = await git({ args, remote: { what: 'read', address }, maxStdout: 8_000_000, tracesProtocol, signal });
    if (!output.ok) return output;
    const refs = new Map<string, Oid>();
    for (const line of textOf(output.value).split('\n')) {
      const [id = '', ref = ''] = line.split('\t');
      const oid = parseOid(id);
      if (oid !== null && ref.startsWith('refs/heads/')) refs.set(ref, oid);
    }
    const spokeGit =
      !tracesProtocol || /packet: .*< (?:# service=git-upload-pack|version [12])/.test(output.value.stderr);
    return refs.size === 0 && !spokeGit ? fail({ kind: 'not-a-git-server' }) : ok(refs);
  };

  return {
    initRepository: async () => {
      try {
        await mkdir(folders.emptyFolder, { recursive: true });
        await mkdir(gitDir, { recursive: true });
        await removeLeftovers(gitDir);
      } catch (error) {
        return failedOnDisk(error);
      }
      const configured = await writeOwnConfiguration(program.git, folders.configFile, context.environment);
      if (!configured.ok) return configured;
      const args = ['init', '--bare', '--quiet', '--template=', '--object-format=sha1', '--initial-branch=main'];
      const created = await git({ args });
      return created.ok ? ok(null) : created;
    },

    readRef,
    moveRef,

    lsRemote,

    fetchRef: async (address, { from, to }, { signal } = {}) => {
      const args = [
        'fetch',
        '--no-tags',
        '--no-write-fetch-head',
        '--no-recurse-submodules',
        '--no-auto-maintenance',
        '--no-show-forced-updates',
        '--refmap=',
        '--progress',
        '--',
        address.text,
        `+${from}:${to}`,
      ];
      const output = await git({ args, remote: { what: 'read', address }, signal });
      if (output.ok) return readRef(to);
      const { error } = output;
      if (error.kind !== 'unexpected' || !/couldn't find remote ref/i.test(error.detail)) return output;
      const listed = await lsRemote(address, { signal });
      return listed.ok ? ok(null) : listed;
    },

    signIn: async (address, { signal } = {}) => {
      const args = ['ls-remote', '--heads', '--quiet', '--', address.text];
      const remote = { what: 'read', address } as const;
      const output = await git({ args, remote, maxStdout: 8_000_000, mayAsk: true, idleMs: SIGN_IN_IDLE_MS, signal });
      return output.ok ? ok(null) : output;
    },

    push: async (address, { commit, to, expected }, { signal, isTrial = false } = {}) => {
      if (expected !== null) {
        const contains = await isAncestor(expected, commit);
        // When the old commit is not even here, the caller has to fetch first: the same as a race.
        if (!contains.ok && contains.error.kind !== 'repository-broken' && contains.error.kind !== 'unexpected') {
          return contains;
        }
        if (!contains.ok || !contains.value) return fail({ kind: 'push-race' });
      }
      const args = [
        'push',
        '--porcelain',
        '--progress',
        ...(isTrial ? ['--dry-run'] : []),
        '--no-verify',
        '--no-signed',
        '--no-follow-tags',
        '--recurse-submodules=no',
        `--force-with-lease=${to}:${expected ?? ''}`,
        '--',
        address.text,
        `${commit}:${to}`,
      ];
      const output = await git({ args, remote: { what: 'write', address }, signal, alsoExits: [1] });
      if (!output.ok) return output;
      const outcome = pushOutcome(textOf(output.value));
      if (outcome !== null && outcome !== 'done') return fail(outcome);
      if (output.value.code === 0) return ok(null);
      const detail = oneLine(lastLine(output.value.stderr));
      return fail({ kind: 'unexpected', code: output.value.code, detail, said: detail });
    },

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
      const changes: ChangedPath[] = [];
      const rawLines = splitAtZero();
      let entry: ChangedPath | null = null;
      const onStdout = (chunk: Buffer): void => {
        for (const part of rawLines(chunk)) {
          if (entry === null) entry = parseRawLine(part);
          else {
            changes.push({ ...entry, path: part });
            entry = null;
          }
        }
      };
      const args = ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--no-abbrev', '--no-ext-diff', '--no-textconv'];
      const output = await git({
        args: [...args, base ?? EMPTY_TREE, tip, '--'],
        onStdout,
        maxStdout: MAX_LIST_BYTES,
      });
      return output.ok ? ok(changes) : output;
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

    readBlob: (oid, maxBytes = MAX_BLOB_BYTES) => reader.readBlob(oid, maxBytes),
    readFileAt: (commit, file, maxBytes = MAX_BLOB_BYTES) => reader.readBlob(`${commit}:${file}`, maxBytes),

    commit: async (commit) => {
      const args = ['fast-import', '--quiet', '--done', '--date-format=raw'];
      const output = await git({ args, stdin: importStream(commit) });
      if (output.ok) {
        const oid = parseOid(textOf(output.value).trim());
        return oid === null ? fail({ kind: 'unexpected', code: 0, detail: 'fast-import printed no id' }) : ok(oid);
      }
      return fail(await whyNotCommitted(commit, output.error));
    },

    historyOf: async (tip, file, limit) => {
      const format = '%H%x00%P%x00%an%x00%ae%x00%at%x00%B%x00';
      const args = ['log', '-z', '--raw', '--no-abbrev', '--no-renames', '--no-ext-diff', '--no-textconv'];
      const output = await git({
        args: [...args, '--diff-merges=first-parent', `--format=${format}`, `--max-count=${limit}`, tip, '--', file],
      });
      return output.ok ? ok(parseHistory(output.value.stdout.toString('utf8'))) : output;
    },

    countObjects,

    repackWhenMoreThan: async (packs, { signal } = {}) => {
      const counts = await countObjects();
      if (!counts.ok) return counts;
      if (counts.value.packs <= packs) return ok(false);
      // Windows cannot delete a pack that a process has open.
      await reader.close();
      for (const args of [
        ['repack', '-d', '-q', '-l', '--geometric=2'],
        ['commit-graph', 'write', '--reachable', '--changed-paths', '--no-progress'],
      ]) {
        const output = await git({ args, idleMs: REPACK_IDLE_MS, signal });
        if (!output.ok) return output;
      }
      return ok(true);
    },

    createBundle: async ({ file, ref, without, waits }) => {
      const temporary = path.join(stateDir, temporaryName(randomUUID()));
      const args = ['bundle', 'create', '--quiet', '--version=2', temporary, ref, ...without.map((oid) => `^${oid}`)];
      try {
        const output = await git({ args });
        if (output.ok) return await moveToFolder(temporary, file, waits);
        const { error } = output;
        return error.kind === 'unexpected' && /empty bundle/i.test(error.detail) ? ok(false) : output;
      } finally {
        await rm(temporary, { force: true });
      }
    },

    inspectBundle: async (file, maxBytes, waits) => {
      const opened = await openBundle(file, maxBytes, waits);
      if (!opened.ok) return opened;
      await opened.value.close();
      return ok(opened.value.head);
    },

    fetchBundle: async ({ file, from, to, maxBytes, waits, signal }) => {
      const opened = await openBundle(file, maxBytes, waits);
      if (!opened.ok) return opened;
      const bundle = opened.value;
      try {
        const tip = bundle.head.refs.get(from);
        if (tip === undefined) return fail({ kind: 'bundle-unusable', reason: 'no-such-ref' });
        for (const needed of bundle.head.prerequisites) {
          const type = await reader.typeOf(needed);
          if (!type.ok) return type;
          if (type.value !== 'commit') return fail({ kind: 'bundle-unusable', reason: 'missing-commits' });
        }
        const args = ['index-pack', '--stdin', '--fix-thin', '--strict', `--max-input-size=${maxBytes}`];
        const taken = await git({ args, stdin: bundle.pack(), signal }).catch(unreadable);
        if (!taken.ok) return fail(whyNotTaken(taken.error, maxBytes));
        // The pack may lack what its commits need: the branch moves only when everything is here.
        const complete = await git({ args: ['rev-list', '--objects', '--quiet', tip, '--not', '--all'] });
        if (!complete.ok) return fail(whyNotTaken(complete.error, maxBytes));
        const old = await readRef(to);
        if (!old.ok) return old;
        const moved = old.value === tip ? ok(null) : await moveRef(to, tip, old.value);
        return moved.ok ? ok(tip) : moved;
      } finally {
        await bundle.close();
      }
    },

    close: () => reader.close(),
  };

  /** fast-import says only that it failed; where the branch is now tells a moved one from other reasons. */
  async function whyNotCommitted({ ref, parents }: NewCommit, failure: GitFailure): Promise<GitFailure> {
    if (failure.kind !== 'unexpected' && failure.kind !== 'repository-broken') return failure;
    const now = await readRef(ref);
    if (!now.ok || now.value === null) return failure;
    for (const parent of parents) {
      const contains = await isAncestor(now.value, parent);
      if (contains.ok && contains.value) return failure;
    }
    return { kind: 'ref-moved' };
  }
}

const textOf = ({ stdout }: GitOutput): string => stdout.toString('utf8');

const lastLine = (text: string): string => text.split('\n').findLast((line) => line.trim() !== '') ?? '';

function failedOnDisk(error: unknown): { readonly ok: false; readonly error: GitFailure } {
  const code = errnoOf(error);
  if (code === null) throw error;
  return fail(failureOfDisk({ kind: 'disk', code }));
}

const whyNotTaken = (failure: GitFailure, maxBytes: number): GitFailure => {
  if (failure.kind === 'too-large') return { kind: 'too-large', limitBytes: maxBytes };
  return failure.kind === 'unexpected' || failure.kind === 'repository-broken'
    ? { kind: 'bundle-unusable', reason: 'damaged' }
    : failure;
};

/** Copies a finished file into a shared folder, where it appears whole or not at all. */
async function moveToFolder(
  from: string,
  to: string,
  waits: WaitsFor = (work) => work(),
): Promise<Result<boolean, GitFailure>> {
  try {
    await waits(async () => {
      await mkdir(path.dirname(to), { recursive: true });
      await createFile(to, true, (temporary) => copyFile(from, temporary));
    });
    return ok(true);
  } catch (error) {
    return failedOnDisk(error);
  }
}

/**
 * Removes what a killed git leaves behind: lock files, packs that were never finished, and reports of crashes. No other
 * process of ours runs when this is called, so nobody holds the locks.
 */
async function removeLeftovers(gitDir: string): Promise<void> {
  const names = await readdir(gitDir, { recursive: true, withFileTypes: true });
  for (const entry of names) {
    const isLeftover =
      /\.lock$|^tmp_(?:pack|idx|rev|obj|mtimes|bitmap|graph|midx)|^fast_import_crash_|^\.tmp-\d+-pack|^incoming-/.test(
        entry.name,
      );
    if (isLeftover) await rm(path.join(entry.parentPath, entry.name), { recursive: true, force: true });
  }
}
