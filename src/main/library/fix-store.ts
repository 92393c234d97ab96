import { instantFrom } from '#domain/clock.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { recordCheck, undoCheck } from '#domain/lifecycle/change-action.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { StoredCoe } from '#main/coe-files/parse-stored-coe.ts';

import { changeAction } from './change-action.ts';
import type { Library } from './library-api.ts';
import type { LibraryCore } from './library-core.ts';

/** The part of a library that changes COEs which need not be open: fixes ticked off, checked, found not to hold; drafts put off. */
export type FixStore = Pick<Library, 'changeAction' | 'answerCheck' | 'takeBackCheck' | 'setLookAgain'>;

/** What it needs of the store of COEs. */
type Neighbours = {
  readonly inTurn: <Value>(
    id: string,
    work: () => Promise<Result<Value, AppError>>,
  ) => Promise<Result<Value, AppError>>;
  readonly read: (id: string) => Promise<Result<StoredCoe | null, AppError>>;
  readonly write: (coe: Coe, base: string) => Promise<Result<{ revision: string }, AppError>>;
};

/** A change from what a COE was to what it is now. */
type Changed = { readonly before: Coe; readonly now: Coe; readonly revision: string };

/** Makes the store of fixes of an open library. */
export function createFixStore(core: LibraryCore, { inTurn, read, write }: Neighbours): FixStore {
  const { clock, newId } = core.options;

  /** Changes what is on disk now. Whoever has the COE open takes it over as a change from elsewhere. */
  const change = (id: string, work: (coe: Coe, at: string) => Coe | null): Promise<Result<Changed, AppError>> =>
    inTurn(id, async () => {
      const found = await read(id);
      if (!found.ok) return found;
      const now = found.value === null ? null : work(found.value.coe, instantFrom(clock));
      if (found.value === null || now === null) return fail({ kind: 'not-found' });
      const saved = await write(now, found.value.revision);
      if (!saved.ok) return saved;
      core.announce('coe:changed-outside', { id, revision: saved.value.revision });
      return ok({ before: found.value.coe, now, revision: saved.value.revision });
    });

  return {
    changeAction: async (asked) => {
      const changed = await change(asked.coeId, (coe, at) => changeAction(coe, asked, at));
      if (!changed.ok) return changed;
      const { now, revision } = changed.value;
      return ok({ revision, checkDate: actionIn(now, asked.actionId)?.checkDate ?? null });
    },
    answerCheck: async ({ coeId, actionId, check, nextCheckDate }) => {
      const checkId = newId();
      const answer = { check: { id: checkId, ...check }, next: nextCheckDate };
      const changed = await change(coeId, (coe, at) => recordCheck(coe, actionId, { ...answer, at }));
      if (!changed.ok) return changed;
      const { before, now, revision } = changed.value;
      const checkDate = actionIn(before, actionId)?.checkDate ?? null;
      return ok({ revision, checkId, status: now.status, before: { checkDate, status: before.status } });
    },
    setLookAgain: async (id, on) => {
      const changed = await change(id, (coe) => ({ ...coe, lookAgain: on }));
      return changed.ok ? ok({ revision: changed.value.revision }) : changed;
    },
    takeBackCheck: async ({ coeId, actionId, checkId, before }) => {
      const changed = await change(coeId, (coe, at) => undoCheck(coe, actionId, { checkId, before, at }));
      return changed.ok ? ok({ revision: changed.value.revision }) : changed;
    },
  };
}

const actionIn = (coe: Coe, actionId: string) => coe.sections.actions.items.find(({ id }) => id === actionId);
