import { Checkbox } from '../../ui/checkbox.tsx';
import type { SettingRowSpec } from './setting-row-spec.ts';

/** What others may see. */
export const PRIVACY_ROWS: readonly SettingRowSpec[] = [
  {
    key: 'titleInWindow',
    label: 'Titles in the window’s title',
    help: 'Others can read them in the taskbar and when you share your screen.',
    words: 'taskbar screen sharing private',
    field: ({ titleInWindow }, change) => (
      <Checkbox
        label="Show the title of a COE there"
        isSelected={titleInWindow}
        onChange={(on) => change({ titleInWindow: on })}
      />
    ),
  },
  {
    key: 'titlesInReminders',
    label: 'Titles in reminders',
    help: 'Notifications can be read over your shoulder and on a locked screen. Without this they only name numbers.',
    words: 'notification private screen',
    field: ({ titlesInReminders }, change) => (
      <Checkbox
        label="Show the words of what is due there"
        isSelected={titlesInReminders}
        onChange={(on) => change({ titlesInReminders: on })}
      />
    ),
  },
];
