import { create } from 'zustand';

import type { KindId } from '#domain/coe/vocabulary.ts';

/** The dialogs that belong to no screen. One is open at a time. */
export type AppDialog =
  | { name: 'new-coe'; kind: KindId | null }
  | { name: 'palette'; mode: 'go' | 'commands' }
  | { name: 'calendar' }
  | { name: 'shortcuts' }
  | { name: 'what-leaves' }
  | { name: 'about' };

export const useAppDialog = create<{ dialog: AppDialog | null }>(() => ({ dialog: null }));

/** Opens one, in the place of any other. */
export const openDialog = (dialog: AppDialog): void => useAppDialog.setState({ dialog });

export const closeDialog = (): void => useAppDialog.setState({ dialog: null });
