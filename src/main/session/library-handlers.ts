import type { OwnNames } from '#domain/actions/own-work.ts';
import type { Clock } from '#domain/clock.ts';
import { chainOf } from '#domain/links/chains.ts';
import { linksOf } from '#domain/links/links-of.ts';
import { patternHistories } from '#domain/patterns/pattern-history.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { type CalendarDate, calendarDateAt } from '#domain/time/calendar-date.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { OpenedCoe } from '#ipc/contract.ts';
import { listActions } from '#main/actions/list-actions.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { Library } from '#main/library/library-api.ts';
import { handleOf } from '#main/library/library-handle.ts';

import type { LibraryManager, RecallKey } from './library-manager.ts';

/** What the handlers need. `zone` is the IANA time zone that the person's days are counted in. */
export type LibraryHandlersDeps = {
  readonly manager: LibraryManager;
  readonly clock: Clock;
  readonly zone: () => string;
  /** The names of the person, for what is theirs in a team library. */
  readonly names: () => OwnNames;
  /** Finds the key that the system remembers. */
  readonly recallKey: RecallKey;
  /** The id of the COE that is being typed in the quick capture window; null for none. */
  readonly capturing: () => string | null;
};

/**
 * Returns the handlers of the library channels that need no dialog. Most make one call to the open library, and fail
 * with `library-loading` or `library-locked` when none is open.
 */
export function libraryHandlers(deps: LibraryHandlersDeps) {
  const { manager, clock, zone, names, capturing } = deps;
  const refusal = (): AppError => ({
    kind: manager.closed()?.status === 'locked' ? 'library-locked' : 'library-loading',
  });
  const answer = async <Value>(ask: (library: Library) => Value | Promise<Value>): Promise<Result<Value, AppError>> => {
    const library = manager.current();
    return library === null ? fail(refusal()) : ok(await ask(library));
  };
  const attempt = async <Value>(
    ask: (library: Library) => Promise<Result<Value, AppError>>,
  ): Promise<Result<Value, AppError>> => {
    const library = manager.current();
    return library === null ? fail(refusal()) : ask(library);
  };
  /** For writes and what was typed: they go to the library that the page had open when it sent them, or fail with `library-switched`. */
  const attemptIn = <Value>(
    handle: string,
    ask: (library: Library) => Promise<Result<Value, AppError>>,
  ): Promise<Result<Value, AppError>> =>
    attempt(async (library) =>
      handleOf(library.folder) === handle ? ask(library) : fail({ kind: 'library-switched' }),
    );
  /** Adds the handle of the library, which a later save must name. */
  const withHandle = async (library: Library, opening: Promise<Result<OpenedCoe, AppError>>) => {
    const opened = await opening;
    return opened.ok ? ok({ ...opened.value, library: handleOf(library.folder) }) : opened;
  };
  const today = (): CalendarDate => calendarDateAt(clock(), zone());
  const stateNow = async () => {
    const closed = manager.closed();
    return closed === null ? answer((library) => library.state()) : ok(closed);
  };
  return {
    'library:state': stateNow,
    'library:retry': async () => {
      const state = manager.closed() === null ? null : await manager.retry(deps.recallKey);
      return state === null ? answer((library) => library.retry()) : ok(state);
    },
    'library:use-empty-folder': ({ library: handle }) => attemptIn(handle, (library) => library.useEmptyFolder()),
    'library:accept-rollback': ({ library: handle }) =>
      attemptIn(handle, async (library) => ok(library.acceptRollbacks())),
    'coes:list': (request) => answer((library) => library.list(request)),
    'coes:facets': () => answer((library) => library.facets()),
    'coes:find-titles': ({ text, limit }) => answer((library) => library.findTitles(text, limit)),
    'coes:titles': ({ ids }) =>
      answer((library) =>
        library
          .summaries()
          .filter(({ id }) => ids.includes(id))
          .map(({ id, title }) => ({ id, title })),
      ),
    'coes:correct-search': ({ text }) => answer((library) => library.correctSearch(text)),
    'coe:open': ({ id }) => attempt((library) => withHandle(library, library.open(id))),
    'coe:create': ({ library: handle, ...request }) =>
      attemptIn(handle, (library) => withHandle(library, library.create(request))),
    'coe:save': ({ library: handle, coe, base }) => attemptIn(handle, (library) => library.save(coe, base)),
    'coe:delete': ({ library: handle, id }) => attemptIn(handle, (library) => library.delete(id)),
    'journal:write': ({ library: handle, coe, base, since, ...as }) =>
      attemptIn(handle, (library) => library.journal.write(coe, base, since, as)),
    'journal:append': ({ library: handle, coeId, patch, ...to }) =>
      attemptIn(handle, (library) => library.journal.append(coeId, patch, to)),
    'journal:clear': ({ library: handle, coeId }) =>
      attemptIn(handle, async (library) => ok(await library.journal.remove(coeId).then(() => null))),
    'journal:recovered': () => answer((library) => library.journal.listRecovered(capturing())),
    'journal:read': ({ id }) => attempt((library) => library.journal.read(id)),
    'journal:discard': ({ library: handle, id }) => attemptIn(handle, (library) => library.journal.discard(id)),
    'journal:undo-discard': ({ library: handle, id }) =>
      attemptIn(handle, (library) => library.journal.undoDiscard(id)),
    'journal:read-unsent': ({ library: handle, coeId }) => attemptIn(handle, (library) => library.unsent.read(coeId)),
    'journal:save-unsent': ({ library: handle, coeId, about, words }) =>
      attemptIn(handle, (library) => library.unsent.save(coeId, about, words)),
    'versions:list': ({ id }) => attempt((library) => library.listVersions(id)),
    'versions:read': ({ id, versionId }) => attempt((library) => library.readVersion(id, versionId)),
    'versions:restore': ({ library: handle, id, versionId }) =>
      attemptIn(handle, (library) => library.restoreVersion(id, versionId)),
    'versions:disk-usage': () => answer((library) => library.spaceOfVersions()),
    'trash:list': () => attempt((library) => library.listTrash()),
    'trash:restore': ({ library: handle, trashId }) => attemptIn(handle, (library) => library.restore(trashId)),
    'trash:delete': ({ library: handle, trashIds }) =>
      attemptIn(handle, (library) => library.deletePermanently(trashIds)),
    'copies:read': ({ fileName }) => attempt((library) => library.readCopy(fileName)),
    'copies:set-aside': ({ library: handle, fileName, revision }) =>
      attemptIn(handle, (library) => library.quarantineCopy(fileName, revision)),
    'copies:restore': ({ library: handle, fileName }) => attemptIn(handle, (library) => library.restoreCopy(fileName)),
    'problems:read-text': ({ fileName }) => attempt((library) => library.readProblem(fileName)),
    'problems:set-aside': ({ library: handle, fileName }) =>
      attemptIn(handle, (library) => library.quarantineProblem(fileName)),
    'problems:undo-set-aside': ({ library: handle, aside }) =>
      attemptIn(handle, (library) => library.undoQuarantine(aside)),
    'problems:restore-version': ({ library: handle, fileName }) =>
      attemptIn(handle, (library) => library.restoreProblem(fileName)),
    'problems:list': () => answer((library) => library.problems()),
    'attachments:add': ({ library: handle, fileName, base64 }) =>
      attemptIn(handle, (library) => library.attachments.addAttachment(Buffer.from(base64, 'base64'), fileName)),
    'attachments:find': ({ names }) =>
      answer(async (library) =>
        [...(await library.attachments.findAttachments(names))].map(([name, bytes]) => ({ name, bytes })),
      ),
    'questions:read': () => attempt((library) => library.readQuestions()),
    'questions:change': ({ library: handle, base, questions }) =>
      attemptIn(handle, (library) => library.changeQuestions(base, questions)),
    'patterns:read': () => attempt((library) => library.patterns.readPatterns()),
    'patterns:histories': () =>
      answer((library) => patternHistories(library.patterns.knownPatterns(), library.summaries(), today())),
    'patterns:rank': ({ coe }) => answer((library) => library.rankPatterns(coe)),
    'patterns:change': ({ library: handle, base, pattern }) =>
      attemptIn(handle, (library) => library.patterns.changePattern(base, pattern)),
    'patterns:remove': ({ library: handle, id }) => attemptIn(handle, (library) => library.patterns.removePattern(id)),
    'patterns:mark': ({ library: handle, coeId, add, remove }) =>
      attemptIn(handle, (library) => library.markPattern(coeId, add, remove)),
    'similar:find': ({ coe }) => answer(async (library) => ({ similar: await library.findSimilar(coe) })),
    'advice:judge': ({ sentences }) => answer(async (library) => ({ rules: await library.judgeSentences(sentences) })),
    'similar:pairs': ({ batch, from }) => answer((library) => library.findPairs(batch, from)),
    'similar:answer-pair': ({ library: handle, later, earlier, answer: said }) =>
      attemptIn(handle, (library) => library.answerPair(later, earlier, said)),
    'themes:read': ({ filter }) => answer((library) => library.themes(filter, zone(), today())),
    'today:read': ({ whose }) =>
      answer((library) => library.today(today(), zone(), whose === 'mine' ? names() : undefined)),
    'coe:set-revisit-date': ({ library: handle, coeId, on }) =>
      attemptIn(handle, (library) => library.setRevisitDate(coeId, on)),
    'coe:set-analysed': ({ library: handle, coeId, analysed }) =>
      attemptIn(handle, (library) => library.setAnalysed(coeId, analysed)),
    'links:read': ({ coeId }) =>
      answer((library) => {
        const summaries = library.linkedSummaries(coeId);
        return { links: linksOf(coeId, summaries), chain: chainOf(coeId, summaries) };
      }),
    'actions:list': (request) => answer((library) => listActions(library.summaries(), request, today(), names())),
    'actions:change': ({ library: handle, ...change }) =>
      attemptIn(handle, (library) => library.changeAction(change, today())),
    'actions:answer-check': ({ library: handle, ...answer }) =>
      attemptIn(handle, (library) => library.answerCheck(answer)),
    'actions:undo-check': ({ library: handle, ...answer }) =>
      attemptIn(handle, (library) => library.undoCheckAnswer(answer)),
  } satisfies Partial<Handlers>;
}
