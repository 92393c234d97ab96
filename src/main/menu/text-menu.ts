import type { MenuItemConstructorOptions } from 'electron';

/** What is under the pointer when the context menu opens. */
export type ContextMenuTarget = { readonly isEditable: boolean; readonly selectionText: string };

/** A choice for a misspelled word: a replacement, or adding it to the dictionary, or ignoring it. */
export type WordChoice = { readonly replace: string } | 'learn' | 'ignore';

const editing = (pastePlain: () => void): MenuItemConstructorOptions[] => [
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { label: 'Paste as plain text', click: pastePlain },
  { type: 'separator' },
  { role: 'selectAll' },
];

/** The context menu of text, or null where nothing is editable or selected. */
export function textMenu(
  { isEditable, selectionText }: ContextMenuTarget,
  pastePlain: () => void,
): MenuItemConstructorOptions[] | null {
  if (isEditable) return editing(pastePlain);
  return selectionText.trim() === '' ? null : [{ role: 'copy' }];
}

/**
 * The context menu of a misspelled word: the suggestions first, then the editing items. The suggestions are null while
 * the dictionary is still loading. Calls `choose` with the choice, unless it was an editing item.
 */
export const spellingMenu = (
  suggestions: readonly string[] | null,
  choose: (choice: WordChoice) => void,
  pastePlain: () => void,
): MenuItemConstructorOptions[] => [
  ...(suggestions ?? []).map((word) => ({ label: word.replaceAll('&', '&&'), click: () => choose({ replace: word }) })),
  ...(suggestions === null ? [{ label: 'The dictionary is still loading', enabled: false }] : []),
  ...(suggestions?.length === 0 ? [{ label: 'No suggestions', enabled: false }] : []),
  { type: 'separator' },
  { label: 'Add to dictionary', click: () => choose('learn') },
  { label: 'Ignore', click: () => choose('ignore') },
  { type: 'separator' },
  ...editing(pastePlain),
];
