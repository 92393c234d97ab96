import type { MenuItemConstructorOptions } from 'electron';

import { type Command, type CommandId, COMMANDS } from '#ipc/commands.ts';
import type { RecentLibrary } from '#ipc/library-state.ts';
import { type ChangedShortcuts, shortcutsInUse } from '#ipc/shortcuts.ts';

/** What the application menu depends on. */
export type MenuInput = {
  readonly mac: boolean;
  readonly development: boolean;
  readonly recents: readonly RecentLibrary[];
  /** Whether the open library is encrypted; only then can it be locked. */
  readonly mayLock: boolean;
  /** The shortcuts that the person changed. */
  readonly shortcuts: ChangedShortcuts;
  readonly run: (id: CommandId) => void;
  readonly openRecent: (handle: string) => void;
  readonly reload: () => void;
  readonly pastePlain: () => void;
};

type Item = MenuItemConstructorOptions;

const LINE: Item = { type: 'separator' };

/** Returns the application menu: the app's commands, and system items by role. */
export function menuTemplate(situation: MenuInput): Item[] {
  const { mac } = situation;
  const item = commandItems(situation);
  const menus: Item[] = [
    { label: '&File', submenu: fileMenu(situation, item) },
    { label: '&Edit', submenu: editMenu(situation, item) },
    { label: '&View', submenu: viewMenu(situation, item) },
    { label: '&COE', submenu: coeMenu(item) },
    { label: '&Go', submenu: inOrder(item, 'go', ['go.forward', 'palette.commands']) },
    { role: 'windowMenu' },
    { role: 'help', label: '&Help', submenu: helpMenu(mac, item) },
  ];
  return mac ? [{ label: 'Once', submenu: macAppMenu(item) }, ...menus] : menus;
}

type ItemOf = (id: CommandId, label?: string) => Item;

function commandItems({ mac, shortcuts, run }: MenuInput): ItemOf {
  const inUse = shortcutsInUse(shortcuts, mac);
  const byId = new Map<CommandId, Command>(COMMANDS.map((command) => [command.id, command]));
  return (id, label) => {
    const command = byId.get(id);
    const accelerator = inUse.get(id);
    return {
      id,
      label: label ?? command?.label ?? id,
      ...(accelerator === undefined ? {} : { accelerator }),
      click: () => run(id),
    };
  };
}

/** All commands of a menu in the order of COMMANDS, with a separator after each of `lineAfter`. */
function inOrder(item: ItemOf, menu: Command['menu'], lineAfter: readonly CommandId[] = []): Item[] {
  const items = COMMANDS.filter((command) => command.menu === menu).flatMap((command) =>
    lineAfter.includes(command.id) ? [item(command.id), LINE] : [item(command.id)],
  );
  return items.at(-1) === LINE ? items.slice(0, -1) : items;
}

function fileMenu({ mac, recents, mayLock, openRecent }: MenuInput, item: ItemOf): Item[] {
  const recentItems: Item[] = recents.map(({ handle, name, folder, isOpen }) => ({
    label: name.replaceAll('&', '&&'),
    sublabel: folder,
    type: 'checkbox',
    checked: isOpen,
    click: () => openRecent(handle),
  }));
  const none: Item = { label: 'None yet', enabled: false };
  return [
    item('coe.new'),
    item('capture.open'),
    {
      label: 'New COE of a kind',
      submenu: [
        item('coe.new-outage', 'Outage'),
        item('coe.new-missed-event', 'Missed event'),
        item('coe.new-career-setback', 'Career setback'),
        item('coe.new-other-mistake', 'Other mistake'),
      ],
    },
    LINE,
    item('library.open'),
    { id: 'recents', label: 'Recent libraries', submenu: recentItems.length > 0 ? recentItems : [none] },
    item('team.connect'),
    { ...item('library.lock'), visible: mayLock, enabled: mayLock },
    LINE,
    item('coe.save'),
    item('coe.save-copy'),
    item('coe.share'),
    item('coe.publish'),
    item('coe.print'),
    item('import.open'),
    item('people.open-file'),
    item('coe.export'),
    item('calendar.save'),
    LINE,
    ...(mac ? [{ role: 'close' } as Item] : [item('go.settings', 'Settings…'), LINE, { role: 'quit' } as Item]),
  ];
}

function editMenu({ mac, pastePlain }: MenuInput, item: ItemOf): Item[] {
  const redoToo: Item = { ...item('edit.redo'), id: 'edit.redo-too', accelerator: 'Ctrl+Y', visible: false };
  return [
    item('edit.undo'),
    item('edit.redo'),
    ...(mac ? [] : [redoToo]),
    LINE,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { label: 'Paste as plain text', accelerator: 'CmdOrCtrl+Shift+V', click: pastePlain },
    { role: 'selectAll' },
    LINE,
    item('edit.find'),
    item('search.focus'),
  ];
}

function viewMenu({ mac, development, reload }: MenuInput, item: ItemOf): Item[] {
  const forDevelopers: Item[] = [
    LINE,
    { label: 'Reload', accelerator: 'CmdOrCtrl+R', click: reload },
    { role: 'toggleDevTools' },
  ];
  return [
    item('go.today'),
    item('go.coes'),
    item('go.actions'),
    item('go.themes'),
    item('go.patterns'),
    item('go.people'),
    item('patterns.find-repeats'),
    item('go.handbook'),
    LINE,
    item('go.trash'),
    item('go.problems'),
    item('go.backups'),
    LINE,
    item('view.focus-mode'),
    {
      label: 'Appearance',
      submenu: [
        item('view.theme-light', 'Light'),
        item('view.theme-dark', 'Dark'),
        item('view.theme-system', 'As the system'),
      ],
    },
    LINE,
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    // F11 toggles the focus mode, so full screen uses Shift+F11.
    mac ? { role: 'togglefullscreen' } : { role: 'togglefullscreen', accelerator: 'Shift+F11' },
    ...(development ? forDevelopers : []),
  ];
}

const coeMenu = (item: ItemOf): Item[] =>
  inOrder(item, 'coe', ['coe.view-whole', 'coe.previous-section', 'coe.add-action']);

function helpMenu(mac: boolean, item: ItemOf): Item[] {
  const items = [
    item('help.handbook'),
    item('help.patterns'),
    item('help.shortcuts'),
    item('help.what-leaves'),
    LINE,
    item('library.examples'),
    item('library.reveal'),
    LINE,
    item('help.diagnostics'),
    item('help.newer'),
    item('help.licences'),
  ];
  return mac ? items : [...items, LINE, item('help.about')];
}

const macAppMenu = (item: ItemOf): Item[] => [
  item('help.about'),
  LINE,
  item('go.settings', 'Settings…'),
  LINE,
  { role: 'services' },
  LINE,
  { role: 'hide' },
  { role: 'hideOthers' },
  { role: 'unhide' },
  LINE,
  { role: 'quit' },
];
