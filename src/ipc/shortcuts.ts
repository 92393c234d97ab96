import { type Command, type CommandId, COMMANDS } from './commands.ts';

/**
 * The shortcuts that the person changed: accelerators in Electron's notation by command id; '' for none. Ids that this
 * version does not know are kept and ignored.
 */
export type ChangedShortcuts = Readonly<Record<string, string>>;

/** Keeps the valid entries of stored shortcuts. */
export const validShortcuts = (stored: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(stored).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && (entry[1] === '' || isAccelerator(entry[1])),
    ),
  );

/** Commands that text fields handle by the same keys, which therefore cannot be changed. */
const FIXED: readonly CommandId[] = ['edit.undo', 'edit.redo'];

/** Whether the person can change the shortcut of a command. */
export const hasFixedShortcut = (id: CommandId): boolean => FIXED.includes(id);

/** Keys that the system, the app or text fields use, in the notation of `pressedAs`, and what they do. */
const EVERYWHERE: Readonly<Record<string, string>> = {
  'Mod+A': 'selects all text',
  'Mod+B': 'makes text bold',
  'Mod+C': 'copies',
  'Mod+I': 'makes text italic',
  'Mod+K': 'makes a link',
  'Mod+Q': 'quits Once',
  'Mod+R': 'is kept free for reloading the page during development',
  'Mod+V': 'pastes',
  'Mod+Shift+V': 'pastes as plain text',
  'Mod+W': 'closes the window',
  'Mod+X': 'cuts',
  'Mod+Z': 'undoes',
  'Mod+Shift+Z': 'redoes',
  'Mod+0': 'resets the zoom',
  'Mod+-': 'zooms out',
  'Mod+=': 'zooms in',
  'Mod+Shift+I': 'opens the developer tools',
  'Shift+F11': 'toggles the full screen',
  'Shift+F10': 'opens the context menu',
  'Alt+Up': 'moves a row up',
  'Alt+Down': 'moves a row down',
};

const NOT_ON_MAC: Readonly<Record<string, string>> = {
  'Mod+Y': 'redoes',
  'Mod+[': 'moves a why out',
  'Mod+]': 'moves a why in',
  'Alt+F4': 'closes the window',
  F10: 'opens the menu bar',
};

const ONLY_ON_MAC: Readonly<Record<string, string>> = {
  'Mod+H': 'hides Once',
  'Mod+M': 'minimizes the window',
  F11: 'belongs to the system',
};

/** Keys that move the caret or edit text in combination with Ctrl, Cmd, Alt or Shift. */
const TEXT_KEYS: readonly string[] = ['Left', 'Right', 'Up', 'Down', 'Home', 'End', 'Backspace', 'Delete', 'Insert'];

const MODIFIERS: readonly string[] = ['CmdOrCtrl', 'Cmd', 'Ctrl', 'Alt', 'Shift'];
const KEY =
  /^(?:[A-Z0-9]|F(?:[1-9]|1[0-9]|2[0-4])|Page(?:Up|Down)|Home|End|Insert|Delete|Backspace|Left|Right|Up|Down|[-=,./;'[\]\\`])$/;

/** Whether a text is an accelerator that Once can match: known modifiers, each once, and one known key. */
export function isAccelerator(text: string): boolean {
  const parts = text.split('+');
  const key = parts.pop() ?? '';
  return KEY.test(key) && parts.every((part) => MODIFIERS.includes(part)) && new Set(parts).size === parts.length;
}

/** An accelerator as it is pressed on this system; two with the same result are the same keys. `Mod` is Cmd or Ctrl. */
export function pressedAs(accelerator: string, mac: boolean): string {
  const parts = accelerator.split('+');
  const key = parts.pop() ?? '';
  const main = mac ? 'Cmd' : 'Ctrl';
  const names = parts.map((part) => (part === 'CmdOrCtrl' || part === main ? 'Mod' : part));
  // On some layouts a sign needs Shift, so Shift makes no difference to it.
  const isSign = /^[^\p{L}\p{N}]$/u.test(key);
  const order = ['Mod', 'Cmd', 'Ctrl', 'Alt', 'Shift'].filter((name) => names.includes(name));
  return [...order.filter((name) => name !== 'Shift' || !isSign), key].join('+');
}

/** Why the keys cannot be the shortcut of a command. `text` is what the keys do, as in “Ctrl+C copies”. */
export type ShortcutRefusal =
  | { readonly is: 'no-modifier' }
  | { readonly is: 'alt-graph' }
  | { readonly is: 'reserved'; readonly text: string };

/** Why an accelerator cannot be a shortcut on this system; null when it can. */
export function refusalOf(accelerator: string, mac: boolean): ShortcutRefusal | null {
  const pressed = pressedAs(accelerator, mac);
  const parts = pressed.split('+');
  const key = parts.at(-1) ?? '';
  const has = (name: string): boolean => parts.includes(name);
  const text = EVERYWHERE[pressed] ?? (mac ? ONLY_ON_MAC : NOT_ON_MAC)[pressed];
  if (text !== undefined) return { is: 'reserved', text };
  // Back and Forward use Alt with an arrow outside macOS; no other combination with an arrow is free in a text field.
  const isBackOrForward = !mac && /^Alt\+(?:Left|Right)$/.test(pressed);
  if (TEXT_KEYS.includes(key) && !isBackOrForward) return { is: 'reserved', text: 'moves the caret or edits text' };
  // Ctrl+Alt is AltGr on many keyboards, and Alt alone types letters on macOS.
  if (has('Alt') && (has('Mod') || has('Ctrl'))) return { is: 'alt-graph' };
  if (!mac && has('Cmd')) return { is: 'reserved', text: 'belongs to the system' };
  const isFunctionKey = /^F\d+$/.test(key);
  if (isFunctionKey || has('Mod') || has('Ctrl')) return null;
  // Alt with a letter opens a menu.
  return has('Alt') && /^(?:Page(?:Up|Down)|Left|Right)$/.test(key) ? null : { is: 'no-modifier' };
}

/**
 * Whether keys can open quick capture from any program: Ctrl or Cmd with Shift and another key, or a function key with
 * one of them. Anything shorter would take away keys that other programs use.
 */
export function isGlobalShortcut(accelerator: string): boolean {
  if (!isAccelerator(accelerator)) return false;
  const parts = accelerator.split('+');
  const key = parts.pop() ?? '';
  if (parts.includes('Alt')) return false;
  if (/^F\d+$/.test(key)) return parts.length > 0;
  return parts.includes('Shift') && parts.length > 1 && /^[A-Z0-9]$/.test(key);
}

/** The default accelerator of a command on this system; undefined for none. */
export const defaultShortcut = (command: Command, mac: boolean): string | undefined =>
  (mac ? command.macAccelerator : undefined) ?? command.accelerator;

/**
 * The shortcut of each command that has one. A changed shortcut takes its keys from the command that has them by
 * default. Of two changed shortcuts with the same keys the first counts; one that cannot be used is ignored, and the
 * default takes its place.
 */
export function shortcutsInUse(changed: ChangedShortcuts, mac: boolean): ReadonlyMap<CommandId, string> {
  const taken = new Set<string>();
  const inUse = new Map<CommandId, string>();
  const assign = (id: CommandId, accelerator: string | undefined): void => {
    if (accelerator === undefined || inUse.has(id)) return;
    const pressed = pressedAs(accelerator, mac);
    if (taken.has(pressed)) return;
    taken.add(pressed);
    inUse.set(id, accelerator);
  };
  for (const { id } of COMMANDS) {
    const own = Object.hasOwn(changed, id) && !hasFixedShortcut(id) ? changed[id] : undefined;
    if (own !== undefined && isAccelerator(own) && refusalOf(own, mac) === null) assign(id, own);
  }
  for (const command of COMMANDS) {
    const isRemoved = Object.hasOwn(changed, command.id) && changed[command.id] === '' && !hasFixedShortcut(command.id);
    if (!isRemoved) assign(command.id, defaultShortcut(command, mac));
  }
  return inUse;
}

/** The command that uses the same keys now, other than `id`; null for none. */
export function usedBy(accelerator: string, id: CommandId, changed: ChangedShortcuts, mac: boolean): Command | null {
  const pressed = pressedAs(accelerator, mac);
  const inUse = shortcutsInUse(changed, mac);
  const isSame = (other: CommandId): boolean => {
    const theirs = inUse.get(other);
    return theirs !== undefined && pressedAs(theirs, mac) === pressed;
  };
  return COMMANDS.find((command) => command.id !== id && isSame(command.id)) ?? null;
}

/** The changed shortcuts after a command got other keys: an accelerator, '' for none, or null for the default. */
export function withShortcut(
  changed: ChangedShortcuts,
  id: CommandId,
  accelerator: string | null,
  mac: boolean,
): ChangedShortcuts {
  const pressed = accelerator === null || accelerator === '' ? null : pressedAs(accelerator, mac);
  // Another changed command that has these keys returns to its default.
  const others = Object.entries(changed).filter(
    ([other, keys]) => other !== id && (pressed === null || keys === '' || pressedAs(keys, mac) !== pressed),
  );
  const command = COMMANDS.find((each) => each.id === id);
  const standard = command === undefined ? undefined : defaultShortcut(command, mac);
  const isDefault =
    accelerator === null ||
    (pressed === null ? standard === undefined : standard !== undefined && pressedAs(standard, mac) === pressed);
  return Object.fromEntries(isDefault ? others : [...others, [id, accelerator]]);
}
