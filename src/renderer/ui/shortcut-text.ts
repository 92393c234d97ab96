const isMac = navigator.userAgent.includes('Mac');

const MAC_KEYS: Record<string, string> = {
  CmdOrCtrl: '⌘',
  Cmd: '⌘',
  Ctrl: '⌃',
  Shift: '⇧',
  Alt: '⌥',
  Left: '←',
  Right: '→',
  Up: '↑',
  Down: '↓',
};

/** An accelerator as this system writes it: "Ctrl+Shift+P", or "⇧⌘P" on a Mac. */
export function shortcutText(accelerator: string): string {
  const keys = accelerator.split('+');
  if (isMac) return keys.map((key) => MAC_KEYS[key] ?? key).join('');
  return keys.map((key) => (key === 'CmdOrCtrl' ? 'Ctrl' : key)).join('+');
}
