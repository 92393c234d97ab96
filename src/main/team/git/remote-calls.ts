import { fail, ok } from '#domain/result.ts';
import { type Oid, parseOid } from '#domain/team/oid.ts';

import { oneLine, pushOutcome } from './classify-failure.ts';
import { type GitCall, type GitOutput, textOf } from './run-git.ts';
import type { Answer, TeamRepository } from './team-repository.ts';

/** A person who signs in in a browser may have to look for a second device. */
const SIGN_IN_IDLE_MS = 300_000;

/** What calls to a remote need of the repository on this computer. */
type RemoteDeps = {
  readonly git: (call: GitCall) => Answer<GitOutput>;
  readonly readRef: (ref: string) => Answer<Oid | null>;
  readonly isAncestor: (ancestor: Oid, tip: Oid) => Answer<boolean>;
};

/** The calls that use a network: what the remote has, getting it, giving to it, and signing in. */
export function remoteCalls({
  git,
  readRef,
  isAncestor,
}: RemoteDeps): Pick<TeamRepository, 'lsRemote' | 'fetchRef' | 'signIn' | 'push'> {
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
  };
}

const lastLine = (text: string): string => text.split('\n').findLast((line) => line.trim() !== '') ?? '';
