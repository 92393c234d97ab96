import type { ComponentType } from 'react';

import { COMMAND_GROUPS, commandName, FIXED_SHORTCUTS } from '../../ui/shortcut-groups.ts';
import { AboutSettings } from './about-settings.tsx';
import { BackupSettings } from './backup-settings.tsx';
import { APPEARANCE_ROWS } from './appearance-rows.tsx';
import { CAPTURE_ROWS } from './capture-rows.tsx';
import { GENERAL_ROWS } from './general-rows.tsx';
import { LibrarySettings } from './library-settings.tsx';
import { LOCK_ROWS } from './lock/lock-rows.tsx';
import { LockSettings } from './lock/lock-settings.tsx';
import { PRIVACY_ROWS } from './privacy-rows.tsx';
import { PrivacySettings } from './privacy-settings.tsx';
import type { SettingRowSpec } from './setting-row-spec.ts';
import { QuestionSettings } from './questions/question-settings.tsx';
import { ShortcutSettings } from './shortcut-settings.tsx';
import { WRITING_ROWS } from './writing-rows.tsx';

/** A section of the page: settings, and an optional component with its search words. */
export type SettingSection = {
  readonly name: string;
  readonly rows: readonly SettingRowSpec[];
  readonly more?: { readonly words: string; readonly Show: ComponentType };
};

/** Commands without a shortcut are left out, so that a search for “dark” does not find this long section. */
const SHORTCUT_WORDS = [
  ...COMMAND_GROUPS.flatMap(({ commands }) =>
    commands.filter(({ accelerator }) => accelerator !== undefined).map(commandName),
  ),
  ...FIXED_SHORTCUTS.flatMap(({ lines }) => lines.map(({ label }) => label)),
].join(' ');

/** All sections, in order. */
export const SETTING_SECTIONS: readonly SettingSection[] = [
  { name: 'General', rows: GENERAL_ROWS },
  { name: 'Writing', rows: WRITING_ROWS },
  { name: 'Quick capture', rows: CAPTURE_ROWS },
  {
    name: 'Questions',
    rows: [],
    more: {
      words: 'own prompts questions conditions presets kind depth template order hide add reset team',
      Show: QuestionSettings,
    },
  },
  { name: 'Appearance', rows: APPEARANCE_ROWS },
  {
    name: 'Library',
    rows: [],
    more: {
      words:
        'folder place of files where show the folder open another recent libraries markdown copy export team git share together',
      Show: LibrarySettings,
    },
  },
  {
    name: 'Backups',
    rows: [],
    more: { words: 'backup second folder restore copy zip last good', Show: BackupSettings },
  },
  {
    name: 'Lock',
    rows: LOCK_ROWS,
    more: {
      words: 'privacy encryption encrypt passphrase password recovery key keychain age protect turn off decrypt',
      Show: LockSettings,
    },
  },
  {
    name: 'Privacy',
    rows: PRIVACY_ROWS,
    more: { words: 'what leaves this computer nothing network links internet offline', Show: PrivacySettings },
  },
  { name: 'Shortcuts', rows: [], more: { words: `keyboard keys ${SHORTCUT_WORDS}`, Show: ShortcutSettings } },
  {
    name: 'About',
    rows: [],
    more: { words: 'version electron chromium licence license where settings are kept', Show: AboutSettings },
  },
];
