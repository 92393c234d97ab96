/**
 * A command for the native menus, the palette, the shortcut list and the tooltips. Accelerators use Electron's
 * notation; `CmdOrCtrl` is Cmd on macOS. No accelerator uses Ctrl+Alt, which is AltGr on many keyboards; K is reserved
 * for links and P for going to anything.
 */
export type Command = {
  readonly id: string;
  readonly label: string;
  readonly menu: 'file' | 'edit' | 'view' | 'coe' | 'go' | 'help' | 'none';
  readonly accelerator?: string;
  /** Replaces `accelerator` on macOS where the platform has its own convention. */
  readonly macAccelerator?: string;
  /** Whether the command works anywhere, or only while a COE is open. */
  readonly scope: 'anywhere' | 'coe';
  /** Other words that people look for the command by. */
  readonly synonyms?: readonly string[];
};

/** All commands of the app, in the order in which menus list them. */
export const COMMANDS = [
  {
    id: 'coe.new',
    label: 'New COE…',
    menu: 'file',
    accelerator: 'CmdOrCtrl+N',
    scope: 'anywhere',
    synonyms: ['create', 'add', 'write'],
  },
  { id: 'coe.new-outage', label: 'New COE: Outage', menu: 'file', scope: 'anywhere' },
  { id: 'coe.new-missed-event', label: 'New COE: Missed event', menu: 'file', scope: 'anywhere' },
  { id: 'coe.new-career-setback', label: 'New COE: Career setback', menu: 'file', scope: 'anywhere' },
  { id: 'coe.new-other-mistake', label: 'New COE: Other mistake', menu: 'file', scope: 'anywhere' },
  {
    id: 'capture.open',
    label: 'Quick capture',
    menu: 'file',
    accelerator: 'CmdOrCtrl+Shift+N',
    scope: 'anywhere',
    synonyms: ['note', 'jot', 'inbox', 'fast', 'short'],
  },
  {
    id: 'library.open',
    label: 'Open library…',
    menu: 'file',
    accelerator: 'CmdOrCtrl+O',
    scope: 'anywhere',
    synonyms: ['folder', 'switch'],
  },
  {
    id: 'import.open',
    label: 'Import…',
    menu: 'file',
    scope: 'anywhere',
    synonyms: [
      'markdown',
      'word',
      'docx',
      'html',
      'csv',
      'journal',
      'day one',
      'obsidian',
      'joplin',
      'notion',
      'move in',
    ],
  },
  {
    id: 'library.lock',
    label: 'Lock now',
    menu: 'file',
    accelerator: 'CmdOrCtrl+Shift+L',
    scope: 'anywhere',
    synonyms: ['encrypt', 'passphrase'],
  },
  {
    id: 'library.examples',
    label: 'Open the example library',
    menu: 'help',
    scope: 'anywhere',
    synonyms: ['sample', 'demo'],
  },
  { id: 'library.reveal', label: 'Show the library’s folder', menu: 'help', scope: 'anywhere' },
  { id: 'coe.save', label: 'Save now', menu: 'file', accelerator: 'CmdOrCtrl+S', scope: 'coe' },
  {
    id: 'coe.save-copy',
    label: 'Save a copy…',
    menu: 'file',
    accelerator: 'CmdOrCtrl+Shift+S',
    scope: 'coe',
    synonyms: ['export', 'share', 'pdf', 'html', 'markdown', 'json', 'duplicate', 'send'],
  },
  {
    id: 'coe.export',
    label: 'Export…',
    menu: 'file',
    scope: 'anywhere',
    synonyms: ['share', 'markdown', 'html', 'word', 'csv', 'spreadsheet', 'json', 'zip', 'download', 'send'],
  },
  {
    id: 'coe.copy-markdown',
    label: 'Copy as Markdown',
    menu: 'coe',
    scope: 'coe',
    synonyms: ['export', 'clipboard', 'share'],
  },
  {
    id: 'coe.copy-rich-text',
    label: 'Copy as rich text',
    menu: 'coe',
    scope: 'coe',
    synonyms: ['export', 'clipboard', 'share', 'confluence', 'docs', 'notion', 'mail', 'html'],
  },
  { id: 'coe.print', label: 'Print…', menu: 'file', scope: 'coe', synonyms: ['paper', 'printer', 'pdf'] },
  {
    id: 'calendar.save',
    label: 'Save due dates as a calendar file…',
    menu: 'file',
    scope: 'anywhere',
    synonyms: ['export', 'share', 'ics', 'ical', 'reminders'],
  },
  { id: 'coe.summary', label: 'Write the summary', menu: 'coe', scope: 'coe' },
  {
    id: 'coe.look-again',
    label: 'Revisit it later…',
    menu: 'coe',
    scope: 'coe',
    synonyms: ['remind', 'snooze', 'later'],
  },
  { id: 'edit.undo', label: 'Undo', menu: 'edit', accelerator: 'CmdOrCtrl+Z', scope: 'anywhere' },
  { id: 'edit.redo', label: 'Redo', menu: 'edit', accelerator: 'CmdOrCtrl+Shift+Z', scope: 'anywhere' },
  { id: 'edit.find', label: 'Find in this COE', menu: 'edit', accelerator: 'CmdOrCtrl+F', scope: 'anywhere' },
  {
    id: 'search.focus',
    label: 'Search all COEs',
    menu: 'edit',
    accelerator: 'CmdOrCtrl+Shift+F',
    scope: 'anywhere',
    synonyms: ['find'],
  },
  { id: 'go.today', label: 'Today', menu: 'view', accelerator: 'CmdOrCtrl+1', scope: 'anywhere' },
  { id: 'go.coes', label: 'COEs', menu: 'view', accelerator: 'CmdOrCtrl+2', scope: 'anywhere' },
  { id: 'go.actions', label: 'Actions', menu: 'view', accelerator: 'CmdOrCtrl+3', scope: 'anywhere' },
  { id: 'go.themes', label: 'Themes', menu: 'view', accelerator: 'CmdOrCtrl+4', scope: 'anywhere' },
  { id: 'go.handbook', label: 'Handbook', menu: 'view', accelerator: 'CmdOrCtrl+5', scope: 'anywhere' },
  {
    id: 'go.settings',
    label: 'Settings',
    menu: 'view',
    accelerator: 'CmdOrCtrl+,',
    scope: 'anywhere',
    synonyms: ['preferences', 'options'],
  },
  {
    id: 'go.trash',
    label: 'Trash',
    menu: 'view',
    scope: 'anywhere',
    synonyms: ['deleted', 'bin', 'restore', 'undelete'],
  },
  { id: 'go.problems', label: 'Problems', menu: 'view', scope: 'anywhere' },
  { id: 'go.backups', label: 'Backups', menu: 'view', scope: 'anywhere', synonyms: ['restore', 'export'] },
  {
    id: 'view.focus-mode',
    label: 'Focus mode',
    menu: 'view',
    accelerator: 'F11',
    scope: 'coe',
    synonyms: ['fullscreen', 'distraction'],
  },
  { id: 'view.theme-light', label: 'Light appearance', menu: 'view', scope: 'anywhere', synonyms: ['theme', 'bright'] },
  { id: 'view.theme-dark', label: 'Dark appearance', menu: 'view', scope: 'anywhere', synonyms: ['theme', 'night'] },
  { id: 'view.theme-system', label: 'Appearance as the system', menu: 'view', scope: 'anywhere', synonyms: ['theme'] },
  { id: 'coe.view-guided', label: 'Guided view', menu: 'coe', scope: 'coe' },
  { id: 'coe.view-whole', label: 'Whole view', menu: 'coe', scope: 'coe' },
  { id: 'coe.next-section', label: 'Next section', menu: 'coe', accelerator: 'CmdOrCtrl+PageDown', scope: 'coe' },
  { id: 'coe.previous-section', label: 'Previous section', menu: 'coe', accelerator: 'CmdOrCtrl+PageUp', scope: 'coe' },
  { id: 'coe.add-timeline-entry', label: 'Add timeline entry', menu: 'coe', scope: 'coe' },
  { id: 'coe.add-why', label: 'Add why', menu: 'coe', scope: 'coe' },
  { id: 'coe.add-action', label: 'Add action', menu: 'coe', scope: 'coe' },
  {
    id: 'coe.link',
    label: 'Link to an earlier COE…',
    menu: 'coe',
    accelerator: 'CmdOrCtrl+Shift+K',
    scope: 'coe',
    synonyms: ['repeat', 'connect', 'again'],
  },
  { id: 'coe.history', label: 'History…', menu: 'coe', scope: 'coe', synonyms: ['versions', 'earlier', 'restore'] },
  { id: 'coe.delete', label: 'Move to trash', menu: 'coe', scope: 'coe', synonyms: ['delete', 'remove', 'discard'] },
  { id: 'go.back', label: 'Back', menu: 'go', accelerator: 'Alt+Left', macAccelerator: 'Cmd+[', scope: 'anywhere' },
  {
    id: 'go.forward',
    label: 'Forward',
    menu: 'go',
    accelerator: 'Alt+Right',
    macAccelerator: 'Cmd+]',
    scope: 'anywhere',
  },
  { id: 'palette.go', label: 'Go to anything', menu: 'go', accelerator: 'CmdOrCtrl+P', scope: 'anywhere' },
  { id: 'palette.commands', label: 'Commands', menu: 'go', accelerator: 'CmdOrCtrl+Shift+P', scope: 'anywhere' },
  { id: 'region.next', label: 'Next region', menu: 'go', accelerator: 'F6', scope: 'anywhere' },
  { id: 'region.previous', label: 'Previous region', menu: 'go', accelerator: 'Shift+F6', scope: 'anywhere' },
  { id: 'help.handbook', label: 'Handbook', menu: 'help', accelerator: 'F1', scope: 'anywhere' },
  {
    id: 'help.shortcuts',
    label: 'Keyboard shortcuts',
    menu: 'help',
    accelerator: 'CmdOrCtrl+/',
    scope: 'anywhere',
    synonyms: ['keys', 'hotkeys'],
  },
  { id: 'help.what-leaves', label: 'What leaves this computer', menu: 'help', scope: 'anywhere' },
  { id: 'help.about', label: 'About Once', menu: 'help', scope: 'anywhere' },
] as const satisfies readonly Command[];
/** The id of a command. */
export type CommandId = (typeof COMMANDS)[number]['id'];
