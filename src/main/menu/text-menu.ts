import type { MenuItemConstructorOptions } from 'electron';

/** What is under the pointer when a context menu is asked for. */
export type UnderPointer = { readonly isEditable: boolean; readonly selectionText: string };

/** The menu that belongs to text, or null where there is none. */
export function textMenu({ isEditable, selectionText }: UnderPointer): MenuItemConstructorOptions[] | null {
  if (isEditable) {
    return [
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'pasteAndMatchStyle', label: 'Paste as plain text' },
      { type: 'separator' },
      { role: 'selectAll' },
    ];
  }
  return selectionText.trim() === '' ? null : [{ role: 'copy' }];
}
