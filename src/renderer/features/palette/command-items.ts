import { COMMANDS, type Command, type CommandId } from '#ipc/commands.ts';

import { runCommand } from '../../platform/commands.ts';
import { shortcutText } from '../../ui/shortcut-text.ts';
import type { PaletteItem } from './palette-item.ts';

/** Commands that open the palette itself, or are listed under another name. */
const HIDDEN: readonly CommandId[] = ['palette.go', 'palette.commands', 'help.handbook'];

const MENUS: Readonly<Record<Command['menu'], string>> = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  coe: 'COE',
  go: 'Go',
  help: 'Help',
  none: '',
};

/** The commands most recently run in this window, newest first. */
const recent: CommandId[] = [];

function remember(id: CommandId): void {
  const before = recent.indexOf(id);
  if (before >= 0) recent.splice(before, 1);
  recent.unshift(id);
  recent.length = Math.min(recent.length, 5);
}

/**
 * All commands with their shortcuts, the recent ones first. Commands that need an open COE are blocked when there is
 * none. Locking is left out when the library is not encrypted.
 */
export function commandItems(
  isCoeOpen: boolean,
  isEncrypted: boolean,
  inUse: ReadonlyMap<CommandId, string>,
): PaletteItem[] {
  const offered = COMMANDS.filter(({ id }) => !HIDDEN.includes(id) && (isEncrypted || id !== 'library.lock'));
  const items = offered.map((command) => itemOf(command, isCoeOpen, inUse.get(command.id)));
  const last = recent.flatMap((id) => items.filter((item) => item.id === id));
  return [
    ...last.map((item) => ({ ...item, group: 'Recently used' })),
    ...items.filter((item) => !last.includes(item)).toSorted(byBlocked),
  ];
}

const byBlocked = (first: PaletteItem, second: PaletteItem): number =>
  Number(first.blocked !== null) - Number(second.blocked !== null);

function itemOf(command: (typeof COMMANDS)[number], isCoeOpen: boolean, accelerator: string | undefined): PaletteItem {
  return {
    id: command.id,
    group: 'Commands',
    label: command.label,
    note: MENUS[command.menu],
    ...('synonyms' in command ? { synonyms: command.synonyms } : {}),
    shortcut: accelerator === undefined ? undefined : shortcutText(accelerator),
    blocked: command.scope === 'coe' && !isCoeOpen ? 'Needs an open COE' : null,
    run: () => {
      remember(command.id);
      runCommand(command.id);
    },
  };
}
