import { create } from 'zustand';

import type { KindId } from '#domain/coe/vocabulary.ts';
import type { PickedImport } from '#ipc/imports.ts';

/** The dialogs that can open over any screen, one at a time. */
export type AppDialog =
  | { name: 'new-coe'; kind: KindId | null }
  | { name: 'palette'; mode: 'go' | 'commands' }
  | { name: 'calendar' }
  /** `dropped` is what was dropped on the window; null when it is still to be chosen. */
  | { name: 'import'; dropped: PickedImport | null }
  | { name: 'export'; coeId: string | null; listQuery: string }
  | { name: 'share'; coeId: string }
  | { name: 'shortcuts' }
  | { name: 'what-leaves' }
  | { name: 'about' };

export const useAppDialog = create<{ dialog: AppDialog | null }>(() => ({ dialog: null }));

/** Opens a dialog and closes any other. */
export const openDialog = (dialog: AppDialog): void => useAppDialog.setState({ dialog });

export const closeDialog = (): void => useAppDialog.setState({ dialog: null });
