import type { ReactNode } from 'react';

import type { Settings, SettingsChange } from '#ipc/settings.ts';

/** Changes some settings at once. */
type Change = (change: SettingsChange) => void;

/** One setting: what it is called, what it does, and what changes it. */
export type SettingRowSpec = {
  readonly key: keyof Settings;
  readonly label: string;
  readonly help: string;
  /** Other words people might look for. */
  readonly words?: string;
  readonly field: (settings: Settings, change: Change) => ReactNode;
};
