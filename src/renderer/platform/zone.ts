import type { Settings } from '#ipc/settings.ts';

/** The zone times are entered in: the person's choice, or else the computer's. */
export const entryZone = (settings: Settings): string =>
  settings.zone || Intl.DateTimeFormat().resolvedOptions().timeZone;
