import { fail, ok, type Result } from '#domain/result.ts';
import type { Oid } from '#domain/team/oid.ts';
import type { RemoteAddress } from '#domain/team/remote-address.ts';

import { MAIN, SHARED } from './branch.ts';
import type { CallOptions, TeamRepository } from './git/team-repository.ts';
import type { TeamFailure } from './team-failure.ts';
import { refusalOfTip, type Transport } from './transport.ts';

/** What the transport through a server needs. */
export type ServerTransportDeps = {
  readonly repository: TeamRepository;
  readonly address: RemoteAddress;
  /** Names the branches of one's own on a server with a protected main branch: 8 hex digits. */
  readonly writer: string;
  /** The id of the team library that was connected; null for the first exchange. */
  readonly teamId: () => string | null;
};

/** Exchanges through the main branch of a repository on a server. Opening it uses no network. */
export async function openServerTransport(deps: ServerTransportDeps): Promise<Result<Transport, TeamFailure>> {
  const { repository, address } = deps;
  const last = await repository.readRef(SHARED);
  if (!last.ok) return last;
  let theirs = last.value;
  let checked: Oid | null = null;
  let approvalBranch: string | null = null;

  /** Whether a branch of the server can move on to a commit. One with a commit that is not here cannot. */
  const canMoveTo = async (head: Oid, before: Oid): Promise<Result<boolean, TeamFailure>> => {
    const counted = await repository.aheadBehind(head, before);
    if (counted.ok) return ok(counted.value.behind === 0);
    return counted.error.kind === 'repository-broken' || counted.error.kind === 'unexpected' ? ok(false) : counted;
  };

  /**
   * Pushes to a branch of one's own. A server that approves by a new commit leaves what waited there as it was: what is
   * written afterwards does not continue it, and goes to the next branch.
   */
  const pushForApproval = async (
    head: Oid,
    refusal: TeamFailure,
    options: CallOptions,
  ): Promise<Result<never, TeamFailure>> => {
    const listed = await repository.lsRemote(address, options);
    if (!listed.ok) return listed;
    for (let round = 1; ; round += 1) {
      const name = `once/${deps.writer}${round === 1 ? '' : `-${round}`}`;
      const to = `refs/heads/${name}`;
      const before = listed.value.get(to) ?? null;
      // oxlint-disable-next-line no-await-in-loop -- stops at the first that can move on
      const canMove = before === null ? ok(true) : await canMoveTo(head, before);
      if (!canMove.ok) return canMove;
      if (!canMove.value) continue;
      if (before !== head) {
        // oxlint-disable-next-line no-await-in-loop -- the loop ends here
        const sent = await repository.push(address, { commit: head, to, expected: before }, options);
        if (!sent.ok) return sent;
      }
      approvalBranch = name;
      return fail(refusal);
    }
  };

  return ok({
    fetchTips: async (options) => {
      const fetched = await repository.fetchRef(address, { from: MAIN, to: SHARED }, options);
      if (!fetched.ok) return fetched;
      const tip = fetched.value;
      if (tip === null) return theirs === null ? ok([]) : fail({ kind: 'remote-empty' });
      if (tip !== checked) {
        const refusal = await refusalOfTip(repository, tip, deps.teamId());
        if (!refusal.ok) return refusal;
        if (refusal.value !== null) return fail({ kind: refusal.value });
      }
      checked = tip;
      theirs = tip;
      return ok([tip]);
    },
    push: async (head, options) => {
      if (head === theirs) {
        approvalBranch = null;
        return ok(0);
      }
      const ahead = theirs === null ? ok({ ahead: 1 }) : await repository.aheadBehind(head, theirs);
      if (!ahead.ok) return ahead;
      const pushed = await repository.push(address, { commit: head, to: MAIN, expected: theirs }, options);
      if (!pushed.ok) {
        return pushed.error.kind === 'push-protected' ? pushForApproval(head, pushed.error, options) : pushed;
      }
      theirs = head;
      approvalBranch = null;
      const moved = await repository.setRef(SHARED, head);
      return moved.ok ? ok(ahead.value.ahead) : moved;
    },
    shared: () => theirs,
    hasOneBranch: true,
    approvalBranch: () => approvalBranch,
    unusableFiles: () => [],
  });
}
