import type { ReactNode } from 'react';

import type { Settings, SettingsChange } from '#ipc/settings.ts';

/** Changes some settings at once. */
type Change = (change: SettingsChange) => void;

/** One setting: its label, its help and its field. */
export type SettingRowSpec = {
  readonly key: keyof Settings;
  readonly label: string;
  readonly help: string;
  /** More words that the search finds it by. */
  readonly words?: string;
  /** False for a setting without a useful default to return to. */
  readonly hasReset?: boolean;
  /** Whether the field is below the help, over the whole width. */
  readonly isWide?: boolean;
  readonly field: (settings: Settings, change: Change) => ReactNode;
};
