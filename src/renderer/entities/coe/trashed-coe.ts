import { upperFirst } from '#domain/text/format.ts';
import type { TrashedCoe } from '#ipc/library-state.ts';

import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { explainError } from '../../ui/explain-error.ts';
import { showToast } from '../../ui/toast.tsx';

/** The latest deletion of a COE that is in the trash; null while that is unknown, and when it is not there. */
export function useTrashedCoe(id: string, isWanted = true): TrashedCoe | null {
  const trash = useIpcQuery('trash:list', {}, { enabled: isWanted });
  return trash.data?.find(({ coeId }) => coeId === id) ?? null;
}

/** Restores a COE from the trash. False when it could not be restored; the person is told why. */
export async function restoreTrashed({ trashId }: TrashedCoe): Promise<boolean> {
  const restored = await invokeIn(currentLibrary(), 'trash:restore', { trashId });
  if (!restored.ok) {
    const words = explainError(restored.error);
    showToast(`${upperFirst(words.title)}. ${words.safe}`);
  }
  return restored.ok;
}
