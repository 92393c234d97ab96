import { agendaOf, type AgendaPart } from '#domain/coaching/agenda.ts';
import { questionsFor } from '#domain/coaching/question-bank.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import type { DateStyle } from '#domain/time/date-style.ts';
import type { AppError } from '#ipc/app-error.ts';

import type { PeopleStore, ShareKey } from './people-store.ts';
import { openQuestions, othersThan, readShares } from './shared-copies.ts';

/** The agenda of a talk, with the title of the COE and the day of the copy that it is about. */
export type ReadAgenda = { readonly title: string; readonly on: CalendarDate; readonly parts: AgendaPart[] };

/** Reads what the agenda of a talk about a share holds, with dates in a style. Fails with `not-found` if there is no copy. */
export async function readAgenda(
  store: PeopleStore,
  key: ShareKey,
  today: CalendarDate,
  dates: DateStyle,
): Promise<Result<ReadAgenda, AppError>> {
  const record = await store.readPerson(key.person);
  if (!record.ok) return record;
  const shares = await readShares(store, key.person);
  if (!shares.ok) return shares;
  const shown = shares.value.find(({ share }) => share === key.share);
  if (shown === undefined || shown.last === null) return fail({ kind: 'not-found' });
  const { file, coe } = shown.last;
  const { left, asks, on } = file.body;
  const parts = agendaOf({
    coe,
    left: left.sections,
    asks,
    open: openQuestions(shown.thread, file.from.key),
    fitting: questionsFor(coe, { left: left.sections, earlier: othersThan(shares.value, key) }),
    agreements: (record.value?.agreements ?? []).filter(({ share }) => share === null || share === key.share),
    today,
    dates,
  });
  return ok({ title: coe.title.trim() || 'Untitled', on, parts });
}
