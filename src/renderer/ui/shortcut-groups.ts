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

/** The keys of a command on this computer; undefined when it has none. */
function keysOf(command: Command): string | undefined {
  const accelerator = (isMac ? command.macAccelerator : undefined) ?? command.accelerator;
  return accelerator === undefined ? undefined : shortcutText(accelerator);
}

const linesOf = (menu: Command['menu']): ShortcutLine[] =>
  COMMANDS.flatMap((command: Command) => {
    const keys = command.menu === menu ? keysOf(command) : undefined;
    return keys === undefined ? [] : [{ label: command.label.replace('…', ''), keys }];
  });

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

/** All shortcuts of the app, in groups. */
export const SHORTCUT_GROUPS: readonly ShortcutGroup[] = [
  ...MENUS.map(({ menu, title }) => ({ title, lines: linesOf(menu) })),
  WRITING,
  ROWS,
].filter((group) => group.lines.length > 0);
