import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { explainError } from '../../ui/explain-error.ts';
import { showToast } from '../../ui/toast.tsx';

/**
 * Moves a COE to the trash and offers to undo that. `onRestored` runs once Undo has brought the COE back. False when
 * the COE could not be moved; the person is told why.
 */
export async function moveToTrash(id: string, title: string, onRestored?: () => void): Promise<boolean> {
  const library = currentLibrary();
  const moved = await invokeIn(library, 'coe:delete', { id });
  if (!moved.ok) {
    showToast(`It was not moved: ${explainError(moved.error).title}.`);
    return false;
  }
  const undo = async (): Promise<void> => {
    const restored = await invokeIn(library, 'trash:restore', { trashId: moved.value.trashId });
    if (restored.ok) onRestored?.();
    else showToast(`It is still in the trash: ${explainError(restored.error).title}.`);
  };
  showToast(`${nameOf(title)} is in the trash.`, () => void undo());
  return true;
}

const nameOf = (title: string): string => {
  if (title.trim() === '') return 'The COE';
  return `“${title.length > 60 ? `${title.slice(0, 59)}…` : title}”`;
};
