import { COE_KIND_LABELS } from '#domain/guide/kinds.ts';
import type { KindId } from '#domain/coe/vocabulary.ts';
import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import type { DateStyle } from '#domain/time/date-style.ts';
import { formatDateAndTime } from '#domain/time/format-instant.ts';
import { formatMoment } from '#domain/time/format-moment.ts';
import type { Moment } from '#domain/time/moment.ts';

import { useIpcQuery } from '../../platform/queries.ts';
import { useZone } from '../../platform/today.ts';
import { useDateStyle } from '../../ui/date-style.ts';
import type { PaletteItem } from './palette-item.ts';

const EVERY_COE = emptyFilter();

type Named = { id: string; title: string; kind: KindId; happened: Moment; updatedAt: string };

/**
 * COEs whose title matches; the most recently changed ones, except the open one, while nothing is typed. The note says
 * which one is open, and tells COEs of the same title, kind and day apart.
 */
export function useCoeItems(
  typed: string,
  isWanted: boolean,
  openId: string | null,
  go: (to: string) => void,
): PaletteItem[] {
  const zone = useZone();
  const dates = useDateStyle();
  const isEmpty = typed.trim() === '';
  const latest = useIpcQuery(
    'coes:list',
    { filter: EVERY_COE, text: '', order: 'changed', offset: 0, limit: 7 },
    { enabled: isWanted && isEmpty },
  );
  const found = useIpcQuery(
    'coes:find-titles',
    { text: typed, limit: 20 },
    { enabled: isWanted && !isEmpty, keepPrevious: true },
  );
  if (!isWanted) return [];
  const coes: readonly Named[] = isEmpty
    ? (latest.data?.rows ?? []).filter(({ id }) => id !== openId)
    : (found.data ?? []);
  const notes = notesOf(coes, openId, zone, dates);
  return coes.map(({ id, title }, index) => ({
    id: `coe-${id}`,
    group: isEmpty ? 'Recent COEs' : 'COEs',
    label: title.trim() === '' ? 'Untitled' : title,
    note: notes[index],
    run: () => go(`/coes/${id}`),
  }));
}

/** The note beside each COE. */
export function notesOf(coes: readonly Named[], openId: string | null, zone: string, dates: DateStyle): string[] {
  const nameOf = ({ title, kind, happened }: Named): string =>
    [title.trim().toLowerCase(), kind, formatMoment(happened, { style: 'short', dates })].join('\n');
  const counts = new Map<string, number>();
  for (const coe of coes) counts.set(nameOf(coe), (counts.get(nameOf(coe)) ?? 0) + 1);
  return coes.map((coe) => {
    const about = `${COE_KIND_LABELS[coe.kind]}, ${formatMoment(coe.happened, { style: 'short', dates })}`;
    const changed =
      (counts.get(nameOf(coe)) ?? 0) > 1 ? `, last changed ${formatDateAndTime(coe.updatedAt, zone, dates)}` : '';
    return `${coe.id === openId ? 'Open now – ' : ''}${about}${changed}`;
  });
}
