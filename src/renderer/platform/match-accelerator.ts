/** Whether the page runs on macOS. */
export const isMac = navigator.userAgent.includes('Mac');

const NAMES: Readonly<Record<string, string>> = {
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Whether a key press is an accelerator in Electron's notation, on any keyboard layout. */
export function matchesAccelerator(event: Pressed, accelerator: string): boolean {
  const parts = accelerator.split('+');
  const key = parts.at(-1) ?? '';
  const has = (name: string): boolean => parts.includes(name);
  const wantsMeta = has('Cmd') || (has('CmdOrCtrl') && isMac);
  const wantsCtrl = has('Ctrl') || (has('CmdOrCtrl') && !isMac);
  if (event.metaKey !== wantsMeta || event.ctrlKey !== wantsCtrl || event.altKey !== has('Alt')) return false;
  // On some layouts a sign such as "/" needs Shift. It is still the same shortcut.
  const isSign = /^[^\p{L}\p{N}]$/u.test(key);
  if (!isSign && event.shiftKey !== has('Shift')) return false;
  return isKey(event, key);
}

function isKey({ key, code }: Pressed, wanted: string): boolean {
  const name = NAMES[wanted] ?? wanted;
  if (key.toLowerCase() === name.toLowerCase()) return true;
  // Layouts of other scripts, and the digits of French layouts, have another character on the same key.
  if (/^[0-9]$/.test(wanted)) return code === `Digit${wanted}`;
  return /^[A-Z]$/.test(wanted) && !/^[\x20-\x7e]$/.test(key) && code === `Key${wanted}`;
}

const SIGNS = [',', '.', '/', ';', "'", '[', ']', '\\', '`', '-', '='];

/**
 * The keys pressed as an accelerator in Electron's notation; null for modifiers alone and keys that have no name in it.
 */
export function pressedAccelerator(event: Pressed): string | null {
  const key = keyName(event);
  if (key === null) return null;
  const main = isMac ? event.metaKey : event.ctrlKey;
  return [
    ...(main ? ['CmdOrCtrl'] : []),
    ...(isMac && event.ctrlKey ? ['Ctrl'] : []),
    ...(!isMac && event.metaKey ? ['Cmd'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey && !SIGNS.includes(key) ? ['Shift'] : []),
    key,
  ].join('+');
}

function keyName({ key, code }: Pressed): string | null {
  const arrow = Object.entries(NAMES).find(([, name]) => name === key)?.[0];
  if (arrow !== undefined) return arrow;
  if (/^F([1-9]|1\d|2[0-4])$|^(PageUp|PageDown|Home|End|Insert|Delete|Backspace)$/.test(key)) return key;
  if (SIGNS.includes(key)) return key;
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  // Digits with Shift, and letters of other scripts, are named by their key.
  return /^(?:Digit|Key)([0-9A-Z])$/.exec(code)?.[1] ?? null;
}
