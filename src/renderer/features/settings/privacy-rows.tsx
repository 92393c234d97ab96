import { Checkbox } from '../../ui/checkbox.tsx';
import type { SettingRowSpec } from './setting-row-spec.ts';

/** Where titles may appear that other people can see. */
export const PRIVACY_ROWS: readonly SettingRowSpec[] = [
  {
    key: 'titleInWindow',
    label: 'Titles in the window title',
    help: 'Other people can read them in the taskbar and when you share your screen.',
    words: 'taskbar screen sharing private',
    field: ({ titleInWindow }, change) => (
      <Checkbox
        label="Show the title of the open COE"
        isSelected={titleInWindow}
        onChange={(on) => change({ titleInWindow: on })}
      />
    ),
  },
  {
    key: 'titlesInReminders',
    label: 'Titles in reminders',
    help: 'Other people can read notifications, even on a locked screen. When this is off, reminders only give numbers.',
    words: 'notification private screen',
    field: ({ titlesInReminders }, change) => (
      <Checkbox
        label="Show what is due"
        isSelected={titlesInReminders}
        onChange={(on) => change({ titlesInReminders: on })}
      />
    ),
  },
];
