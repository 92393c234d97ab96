import { Checkbox } from '../../ui/checkbox.tsx';
import { CaptureShortcutSetting } from './capture-shortcut-setting.tsx';
import type { SettingRowSpec } from './setting-row-spec.ts';
import { TraySetting } from './tray-setting.tsx';

/** How quick capture can be opened from outside the app. */
export const CAPTURE_ROWS: readonly SettingRowSpec[] = [
  {
    key: 'captureShortcut',
    label: 'Global shortcut',
    help: 'Keys that open quick capture from any program while Once runs. None until you choose some, because other programs may need them.',
    words: 'keyboard keys hotkey capture note system wide',
    field: ({ captureShortcut }, change) => (
      <CaptureShortcutSetting value={captureShortcut} onChange={(keys) => change({ captureShortcut: keys })} />
    ),
  },
  {
    key: 'trayIcon',
    label: 'Tray icon',
    help: 'An icon beside the clock that opens quick capture while Once runs. Off by default: others can see it, and some desktops have no place for it. It shows no text.',
    words: 'capture notification area menu bar status system',
    field: ({ trayIcon }, change) => <TraySetting isOn={trayIcon} onChange={(on) => change({ trayIcon: on })} />,
  },
  {
    key: 'runInTray',
    label: 'Keep running in the tray',
    help: 'Closing the window leaves Once running, so that the icon and the global shortcut still work. To quit, use the menu of the icon.',
    words: 'capture background minimize close quit',
    field: ({ trayIcon, runInTray }, change) => (
      <Checkbox
        label="Keep running after the window is closed"
        isSelected={runInTray && trayIcon}
        isDisabled={!trayIcon}
        onChange={(on) => change({ runInTray: on })}
      />
    ),
  },
];
