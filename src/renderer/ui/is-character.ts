/** Whether a key types a character, as opposed to a shortcut. AltGr, which types characters, reports Ctrl and Alt. */
export const isCharacter = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && (!hasModifier(event) || event.getModifierState('AltGraph'));

/** Whether Ctrl, Command or Alt is held down with a key. */
export const hasModifier = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => ctrlKey || metaKey || altKey;
