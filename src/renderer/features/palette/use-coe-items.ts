import { COE_KIND_LABELS } from '#domain/guide/kinds.ts';
import type { KindId } from '#domain/coe/vocabulary.ts';
import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { formatMoment } from '#domain/time/format-moment.ts';
import type { Moment } from '#domain/time/moment.ts';

import { useIpcQuery } from '../../platform/queries.ts';
import type { PaletteItem } from './palette-item.ts';

const EVERY_COE = emptyFilter();

type Named = { id: string; title: string; kind: KindId; happened: Moment };

/** COEs whose title matches; the most recently changed ones while nothing is typed. */
export function useCoeItems(typed: string, isWanted: boolean, go: (to: string) => void): PaletteItem[] {
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
  const item =
    (group: string) =>
    ({ id, title, kind, happened }: Named): PaletteItem => ({
      id: `coe-${id}`,
      group,
      label: title.trim() === '' ? 'Untitled' : title,
      note: `${COE_KIND_LABELS[kind]}, ${formatMoment(happened, { style: 'short' })}`,
      run: () => go(`/coes/${id}`),
    });
  if (!isWanted) return [];
  return isEmpty ? (latest.data?.rows ?? []).map(item('Recent COEs')) : (found.data ?? []).map(item('COEs'));
}
