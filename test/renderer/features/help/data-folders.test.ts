import { expect, test, vi } from 'vitest';

import { dataFolders } from '#renderer/features/help/data-folders.ts';

vi.stubGlobal('navigator', { userAgent: 'Linux' });
const { shortcutGroups } = await import('#renderer/ui/shortcut-groups.ts');
const { shortcutsInUse } = await import('#ipc/shortcuts.ts');
const { COMMANDS } = await import('#ipc/commands.ts');

const info = {
  version: '0.1.0',
  versionDate: null,
  homepage: null,
  electron: '1',
  chromium: '1',
  platform: 'linux' as const,
  locale: 'en-GB',
  zone: 'UTC',
  settingsQuarantinedAs: null,
};

test('folders have the path separator of the system', () => {
  const linux = dataFolders({ ...info, libraryFolder: '/home/a/Once', settingsFolder: '/home/a/.config/Once' });
  expect(linux.map(({ path }) => path)).toEqual([
    '/home/a/Once',
    '/home/a/.config/Once',
    '/home/a/.config/Once/libraries',
    '/home/a/.config/Once/journal',
    '/home/a/.config/Once/people',
    '/home/a/.config/Once/sharing',
    '/home/a/.config/Once/logs',
  ]);
  const windows = dataFolders({ ...info, libraryFolder: 'C:\\Once', settingsFolder: 'C:\\App Data\\Once' });
  expect(windows.at(-1)?.path).toBe('C:\\App Data\\Once\\logs');
});

test('every command with a shortcut is in the shortcut list', () => {
  const listed = shortcutGroups(shortcutsInUse({}, false)).flatMap(({ lines }) => lines.map(({ label }) => label));
  for (const command of COMMANDS) {
    if ('accelerator' in command) expect(listed).toContain(command.label.replace('…', ''));
  }
});

test('the keys of the zoom are in the shortcut list', () => {
  const keys = new Map(
    shortcutGroups(shortcutsInUse({}, false)).flatMap(({ lines }) => lines.map(({ label, keys }) => [label, keys])),
  );
  expect(['Zoom in', 'Zoom out', 'Actual size'].map((label) => keys.get(label))).toEqual([
    'Ctrl+=',
    'Ctrl+-',
    'Ctrl+0',
  ]);
});
