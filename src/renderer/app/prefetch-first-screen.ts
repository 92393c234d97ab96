import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';

import { pageRequest } from '../list/use-paged-query.ts';
import { prefetch } from '../platform/queries.ts';
import { dayOf } from '../platform/team.ts';

/** Requests the data of the first screen before it renders, so that it renders with data. */
export async function prefetchFirstScreen(): Promise<void> {
  void prefetch('library:state', {});
  void prefetch('team:state', {}).then((team) => prefetch('today:read', dayOf(team)));
  const settings = (await prefetch('settings:read', {})) ?? DEFAULT_SETTINGS;
  await prefetch(
    'coes:list',
    pageRequest('coes:list', { filter: emptyFilter(), text: '', order: settings.listOrder }, 0),
  );
}
