const isMac = navigator.userAgent.includes('Mac');

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
