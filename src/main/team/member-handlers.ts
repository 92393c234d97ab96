import { rm } from 'node:fs/promises';

import type { SettleChoice } from '#domain/team/settle-question.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { nullOnDiskError } from '#main/disk/disk-error.ts';
import { handleOf } from '#main/library/library-handle.ts';

import { disconnectTeam } from './connect-team.ts';
import { copyLibrary } from './copy-library.ts';
import type { ProblemExplainer } from './explain-problem.ts';
import type { FollowedTeam } from './follow-library.ts';
import { unusedNameBeside } from './library-places.ts';
import type { TeamFailure } from './team-failure.ts';
import type { StartTeamDeps, TeamHandlers } from './team-handlers.ts';
import type { TeamThread } from './team-thread.ts';

type MemberHandlers = Pick<
  TeamHandlers,
  | 'team:keep-copy'
  | 'team:open-copy'
  | 'team:host-key'
  | 'team:accept-host'
  | 'team:disconnect'
  | 'team:commit'
  | 'team:sync'
  | 'team:questions'
  | 'team:settle'
  | 'team:comments'
  | 'team:add-comment'
  | 'team:history'
  | 'team:read-step'
>;

/** The handlers of what a member does in the open team library. */
export function memberHandlers(
  deps: StartTeamDeps,
  thread: TeamThread,
  { failed }: ProblemExplainer,
  { close, commit, openAgain, publish, stateNow, timer, withTeam }: FollowedTeam,
): MemberHandlers {
  const copies = new Map<string, string>();
  const explained = <Value>(result: Result<Value, TeamFailure>): Result<Value, AppError> =>
    result.ok ? result : failed(result.error);

  return {
    'team:keep-copy': ({ library: handle }) =>
      withTeam(async (team) => {
        const library = deps.library();
        if (library === null) return fail({ kind: 'library-loading' });
        const folder = await unusedNameBeside(library.folder, (await team.state()).name, ' (my copy)');
        const copied = await copyLibrary(library.folder, folder);
        if (!copied.ok) {
          // Nothing was there before; half a copy would look like a whole one.
          await rm(folder, { recursive: true, force: true }).catch(nullOnDiskError);
          return copied;
        }
        const copy = handleOf(folder);
        copies.set(copy, folder);
        return ok({ handle: copy, path: folder });
      }, handle),
    'team:open-copy': async ({ copy }) => {
      const folder = copies.get(copy);
      if (folder === undefined) return fail({ kind: 'not-found' });
      const opened = await deps.openLibrary(folder);
      return opened.ok ? ok(null) : opened;
    },
    'team:host-key': ({ library }) =>
      withTeam(async (team) => {
        const key = await thread.findHostKey((await team.state()).remote);
        return key.ok ? ok({ host: key.value.host, fingerprint: key.value.fingerprint }) : failed(key.error);
      }, library),
    'team:accept-host': ({ library, fingerprint }) =>
      withTeam(async (team) => {
        const trusted = await thread.trustHostKey((await team.state()).remote, fingerprint);
        if (!trusted.ok) return failed(trusted.error);
        await timer.now();
        return ok(await stateNow());
      }, library),
    'team:disconnect': ({ library }) =>
      withTeam(async () => {
        const folder = deps.library()?.folder;
        await close();
        if (folder !== undefined) await disconnectTeam(folder, deps.folders.team);
        return ok(await publish());
      }, library),
    'team:commit': async () => {
      if (await commit()) timer.onCommitted();
      return ok(null);
    },
    'team:sync': async ({ library }) => {
      await openAgain();
      return withTeam(async () => {
        await timer.now();
        return ok(await stateNow());
      }, library);
    },
    'team:questions': ({ coeId }) => withTeam(async (team) => ok(await team.questions(coeId))),
    'team:settle': ({ library, coeId, question, choice }) =>
      withTeam(async (team) => {
        const settled = await team.settle(coeId, question, choice satisfies SettleChoice);
        if (!settled.ok) return isAppError(settled.error) ? fail(settled.error) : failed(settled.error);
        await deps.library()?.reconcile();
        await publish();
        timer.onCommitted();
        return ok(null);
      }, library),
    'team:comments': ({ coeId }) => withTeam(async (team) => ok(await team.comments(coeId))),
    'team:add-comment': ({ library, ...event }) =>
      withTeam(async (team) => {
        const added = explained(await team.addComment(event));
        if (added.ok) {
          deps.announce('team:comments-changed', { coeIds: [event.coeId] });
          await publish();
          timer.onCommitted();
        }
        return added;
      }, library),
    'team:history': ({ coeId }) => withTeam(async (team) => explained(await team.history(coeId))),
    'team:read-step': ({ coeId, step }) =>
      withTeam(async (team) => {
        const coe = await team.readStep(coeId, step);
        return coe === null ? fail({ kind: 'not-found' }) : ok(coe);
      }),
  };
}

const APP_ERRORS: ReadonlySet<string> = new Set(['not-found', 'disk', 'unreadable', 'library-missing', 'team']);

const isAppError = (error: AppError | TeamFailure): error is AppError => APP_ERRORS.has(error.kind);
