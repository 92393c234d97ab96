import { instantFrom } from '#domain/clock.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { recordCheck, undoCheck } from '#domain/lifecycle/change-action.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { PairAnswer } from '#ipc/similar.ts';
import type { StoredCoe } from '#main/coe-files/parse-stored-coe.ts';

import { actionMarkOf, changeAction } from './change-action.ts';
import type { Library } from './library-api.ts';
import type { LibraryCore } from './library-core.ts';
import { withPairAnswer } from './pair-finder.ts';

/**
 * The part of a library that changes actions, checks, revisit dates and patterns of COEs that need not be open in an
 * editor.
 */
export type FixStore = Pick<
  Library,
  'changeAction' | 'answerCheck' | 'undoCheckAnswer' | 'setRevisitDate' | 'setAnalysed'
> & {
  /** Writes into the later COE of a pair what the person said about it. */
  readonly answerPair: (
    later: string,
    earlier: string,
    answer: PairAnswer,
  ) => Promise<Result<{ revision: string }, AppError>>;
  /** Changes the stored ids of the patterns of a COE. */
  readonly changePatternIds: (
    id: string,
    change: (ids: readonly string[]) => string[],
  ) => Promise<Result<{ revision: string }, AppError>>;
};

/** The parts of the COE store that it needs. */
type Deps = {
  readonly runExclusive: <Value>(
    id: string,
    work: () => Promise<Result<Value, AppError>>,
  ) => Promise<Result<Value, AppError>>;
  readonly read: (id: string) => Promise<Result<StoredCoe | null, AppError>>;
  readonly write: (coe: Coe, base: string) => Promise<Result<{ revision: string }, AppError>>;
};

/** A COE before and after a change, and its new revision. */
type Changed = { readonly before: Coe; readonly now: Coe; readonly revision: string };

/** Creates the store of fixes of an open library. */
export function createFixStore(core: LibraryCore, { runExclusive, read, write }: Deps): FixStore {
  const { clock, newId } = core.options;

  /** Changes the current version on disk. An open editor adopts it as a change from outside. */
  const change = (id: string, work: (coe: Coe, at: string) => Coe | null): Promise<Result<Changed, AppError>> =>
    runExclusive(id, async () => {
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
    changeAction: async (asked, today) => {
      const changed = await change(asked.coeId, (coe, at) => changeAction(coe, asked, { today, at }));
      if (!changed.ok) return changed;
      const { before, now, revision } = changed.value;
      const [was, is] = [actionIn(before, asked.actionId), actionIn(now, asked.actionId)];
      if (was === undefined || is === undefined) return fail({ kind: 'not-found' });
      return ok({ revision, before: actionMarkOf(was), after: actionMarkOf(is) });
    },
    answerCheck: async ({ coeId, actionId, check, nextCheckDate }) => {
      const checkId = newId();
      const answer = { check: { id: checkId, ...check }, next: nextCheckDate };
      const changed = await change(coeId, (coe, at) => recordCheck(coe, actionId, { ...answer, at }));
      if (!changed.ok) return changed;
      const { before, now, revision } = changed.value;
      const { checkDate = null, checkDateWords = '' } = actionIn(before, actionId) ?? {};
      const state = { checkDate, checkDateWords, status: before.status };
      return ok({ revision, checkId, status: now.status, before: state });
    },
    setRevisitDate: async (id, on) => {
      const changed = await change(id, (coe) => ({ ...coe, lookAgain: on }));
      return changed.ok ? ok({ revision: changed.value.revision }) : changed;
    },
    setAnalysed: async (id, analysed) => {
      const changed = await change(id, (coe) =>
        coe.source === null ? null : { ...coe, source: { ...coe.source, analysed } },
      );
      return changed.ok ? ok({ revision: changed.value.revision }) : changed;
    },
    answerPair: async (later, earlier, answer) => {
      const changed = await change(later, (coe) => withPairAnswer(coe, earlier, answer, newId()));
      return changed.ok ? ok({ revision: changed.value.revision }) : changed;
    },
    changePatternIds: async (id, changeIds) => {
      const changed = await change(id, (coe) => ({ ...coe, patternIds: changeIds(coe.patternIds) }));
      return changed.ok ? ok({ revision: changed.value.revision }) : changed;
    },
    undoCheckAnswer: async ({ coeId, actionId, checkId, before }) => {
      const changed = await change(coeId, (coe, at) => undoCheck(coe, actionId, { checkId, before, at }));
      return changed.ok ? ok({ revision: changed.value.revision }) : changed;
    },
  };
}

const actionIn = (coe: Coe, actionId: string) => coe.sections.actions.items.find(({ id }) => id === actionId);
