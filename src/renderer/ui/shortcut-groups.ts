import { type Command, COMMANDS } from '#ipc/commands.ts';

import { shortcutText } from './shortcut-text.ts';

/** One line of the shortcut list: a label, and the keys as this system writes them. */
type ShortcutLine = { readonly label: string; readonly keys: string };

/** A group of shortcuts under a heading. */
export type ShortcutGroup = { readonly title: string; readonly lines: readonly ShortcutLine[] };

const MENUS: readonly { menu: Command['menu']; title: string }[] = [
  { menu: 'go', title: 'Getting about' },
  { menu: 'view', title: 'Screens' },
  { menu: 'file', title: 'Files' },
  { menu: 'edit', title: 'Editing' },
  { menu: 'coe', title: 'In a COE' },
  { menu: 'help', title: 'Help' },
];

const isMac = shortcutText('CmdOrCtrl') !== 'Ctrl';

/** Shortcuts of the text editor, which are not commands. */
const WRITING: ShortcutGroup = {
  title: 'Writing prose',
  lines: [
    { label: 'Bold', keys: shortcutText('CmdOrCtrl+B') },
    { label: 'Italic', keys: shortcutText('CmdOrCtrl+I') },
    { label: 'Link', keys: shortcutText('CmdOrCtrl+K') },
    { label: 'Paste as plain text', keys: shortcutText('CmdOrCtrl+Shift+V') },
    { label: 'Headings', keys: '## or ### and a space' },
    { label: 'Lists', keys: '-, 1. or [ ] and a space' },
    { label: 'Quotation', keys: '> and a space' },
  ],
};

const ROWS: ShortcutGroup = {
  title: 'Timeline, whys and other rows',
  lines: [
    { label: 'Next row', keys: 'Enter' },
    { label: 'Line break within a row', keys: shortcutText('Shift+Enter') },
    { label: 'Next field', keys: 'Tab' },
    { label: 'Move a row', keys: `${shortcutText('Alt+Up')} and ${shortcutText('Alt+Down')}` },
    { label: 'Remove an empty row', keys: 'Backspace' },
    { label: 'A second answer to the same why', keys: shortcutText('CmdOrCtrl+Enter') },
    { label: 'A why further in or out', keys: `${shortcutText('CmdOrCtrl+]')} and ${shortcutText('CmdOrCtrl+[')}` },
  ],
};

const LIST: ShortcutGroup = {
  title: 'The list of COEs',
  lines: [
    { label: 'Choose a COE', keys: 'Space' },
    { label: 'Choose the next ones too', keys: `${shortcutText('Shift+Up')} and ${shortcutText('Shift+Down')}` },
    { label: 'Choose none', keys: 'Esc' },
    { label: 'Move to trash', keys: 'Delete' },
  ],
};

const SCALES: ShortcutGroup = {
  title: 'Scales and feelings',
  lines: [
    { label: 'Answer', keys: 'its number' },
    { label: 'Clear the answer', keys: 'Delete' },
  ],
};

const CAPTURE: ShortcutGroup = {
  title: 'Quick capture',
  lines: [
    { label: 'Save', keys: 'Enter' },
    { label: 'New line', keys: shortcutText('Shift+Enter') },
    { label: 'Close, and keep the text', keys: 'Esc' },
  ],
};

const ZOOM: ShortcutGroup = {
  title: 'Size',
  lines: [
    { label: 'Zoom in', keys: shortcutText('CmdOrCtrl+=') },
    { label: 'Zoom out', keys: shortcutText('CmdOrCtrl+-') },
    { label: 'Actual size', keys: shortcutText('CmdOrCtrl+0') },
    ...(isMac ? [] : [{ label: 'Full screen', keys: 'Shift+F11' }]),
  ],
};

/** The shortcuts that cannot be changed, in groups. */
export const FIXED_SHORTCUTS: readonly ShortcutGroup[] = [WRITING, ROWS, LIST, SCALES, CAPTURE, ZOOM];

/** The commands of each menu, under its heading in the list of shortcuts. */
export const COMMAND_GROUPS: readonly { readonly title: string; readonly commands: readonly Command[] }[] = MENUS.map(
  ({ menu, title }) => ({ title, commands: COMMANDS.filter((command) => command.menu === menu) }),
);

/** The name of a command in the list of shortcuts. */
export const commandName = ({ label }: Command): string => label.replace('…', '');

/** All shortcuts of the app in groups, given the accelerators of the commands. */
export const shortcutGroups = (inUse: ReadonlyMap<string, string>): readonly ShortcutGroup[] =>
  [
    ...COMMAND_GROUPS.map(({ title, commands }) => ({
      title,
      lines: commands.flatMap((command) => {
        const accelerator = inUse.get(command.id);
        return accelerator === undefined ? [] : [{ label: commandName(command), keys: shortcutText(accelerator) }];
      }),
    })),
    ...FIXED_SHORTCUTS,
  ].filter((group) => group.lines.length > 0);
