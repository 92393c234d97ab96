import type { MenuItemConstructorOptions } from 'electron';

/** What is under the pointer when a context menu is asked for. */
export type ContextMenuTarget = { readonly isEditable: boolean; readonly selectionText: string };

/** What can be chosen about a misspelled word. */
export type WordChoice = { readonly replace: string } | 'learn' | 'ignore';

const EDITING: readonly MenuItemConstructorOptions[] = [
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'pasteAndMatchStyle' },
  { type: 'separator' },
  { role: 'selectAll' },
];

/** The menu that belongs to text, or null where there is none. */
export function textMenu({ isEditable, selectionText }: ContextMenuTarget): MenuItemConstructorOptions[] | null {
  if (isEditable) return [...EDITING];
  return selectionText.trim() === '' ? null : [{ role: 'copy' }];
}

/** The menu of a misspelled word: better ones first, and then what any text has. */
export const spellingMenu = (
  suggestions: readonly string[],
  choose: (choice: WordChoice) => void,
): MenuItemConstructorOptions[] => [
  ...suggestions.map((word) => ({ label: word.replaceAll('&', '&&'), click: () => choose({ replace: word }) })),
  ...(suggestions.length === 0 ? [{ label: 'No suggestions', enabled: false }] : []),
  { type: 'separator' },
  { label: 'Add to dictionary', click: () => choose('learn') },
  { label: 'Ignore', click: () => choose('ignore') },
  { type: 'separator' },
  ...EDITING,
];
