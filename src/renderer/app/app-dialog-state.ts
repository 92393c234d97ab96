import { create } from 'zustand';

import type { KindId } from '#domain/coe/vocabulary.ts';
import type { PickedImport } from '#ipc/imports.ts';
import type { OpenedFile } from '#ipc/people.ts';

/** The dialogs that can open over any screen, one at a time. */
export type AppDialog =
  | { name: 'new-coe'; kind: KindId | null }
  | { name: 'palette'; mode: 'go' | 'commands' }
  | { name: 'calendar' }
  /** `dropped` is what was dropped on the window; null when it is still to be chosen. */
  | { name: 'import'; dropped: PickedImport | null }
  | { name: 'export'; coeId: string | null; listQuery: string }
  | { name: 'share'; coeId: string }
  | { name: 'publish'; coeId: string }
  | { name: 'connect-team' }
  | { name: 'shortcuts' }
  | { name: 'what-leaves' }
  | { name: 'about' }
  | { name: 'diagnostics' }
  | { name: 'newer' }
  | { name: 'licences' }
  /** The letters of a card, to compare. */
  | { name: 'opened-file'; opened: Extract<OpenedFile, { is: 'card' | 'copy' }> }
  /** Whether somebody's replies to a copy that anyone could read are accepted. */
  | { name: 'confirm-reply'; from: { readonly name: string; readonly key: string } };

/** The dialog that the app shows; null when there is none. */
export const useAppDialog = create<{ dialog: AppDialog | null }>(() => ({ dialog: null }));

/** Opens a dialog and closes any other. */
export const openDialog = (dialog: AppDialog): void => useAppDialog.setState({ dialog });

/** Closes the dialog, whichever it is. */
export const closeDialog = (): void => useAppDialog.setState({ dialog: null });
