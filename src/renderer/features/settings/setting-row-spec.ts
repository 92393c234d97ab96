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
  readonly field: (settings: Settings, change: Change) => ReactNode;
};
