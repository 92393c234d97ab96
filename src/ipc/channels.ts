/** Every request the page may make. Names only: the sandboxed preload is built from this list and knows nothing else. */
export const CHANNELS = [
  'library:state',
  'library:choose',
  'library:recents',
  'library:open-recent',
  'library:open-examples',
  'library:retry',
  'library:reveal',
  'coes:list',
  'coes:facets',
  'coes:find-titles',
  'coe:open',
  'coe:create',
  'coe:save',
  'coe:save-copy',
  'coe:delete',
  'trash:list',
  'trash:restore',
  'problems:list',
  'problems:reveal',
  'themes:read',
  'actions:list',
  'actions:change',
  'settings:read',
  'settings:change',
  'link:open',
  'chart:save',
  'app:info',
  'app:flushed',
  'app:run-native',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Everything main may tell the page without being asked. */
export const EVENTS = [
  'library:changed',
  'coes:changed',
  'coe:changed-outside',
  'settings:changed',
  'command',
  'app:flush',
] as const;
export type EventName = (typeof EVENTS)[number];
