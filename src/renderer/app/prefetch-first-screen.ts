import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';

import { pageRequest } from '../list/use-paged-query.ts';
import { prefetch } from '../platform/queries.ts';

/** Requests the data of the first screen before it renders, so that it renders with data. */
export async function prefetchFirstScreen(): Promise<void> {
  void prefetch('library:state', {});
  void prefetch('today:read', {}); // at once: what is due in a team's library is asked for once it is known to be one
  void prefetch('team:state', {}).then((team) =>
    team?.is === 'team' ? prefetch('today:read', { whose: 'mine' }) : null,
  );
  const settings = (await prefetch('settings:read', {})) ?? DEFAULT_SETTINGS;
  await prefetch(
    'coes:list',
    pageRequest('coes:list', { filter: emptyFilter(), text: '', order: settings.listOrder }, 0),
  );
}
