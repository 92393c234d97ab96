import type { Pattern } from '#domain/patterns/pattern.ts';

import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { createPattern } from '../../platform/patterns.ts';
import { showFailure } from '../../ui/show-failure.ts';
import { showToast } from '../../ui/toast.tsx';

/** Deletes a pattern and offers to undo that. The COEs keep its id, so an undo restores all of it. */
export async function removePattern(pattern: Pattern): Promise<boolean> {
  const library = currentLibrary();
  const removed = await invokeIn(library, 'patterns:remove', { id: pattern.id });
  if (!removed.ok) {
    showFailure(removed.error);
    return false;
  }
  showToast('The pattern is deleted. Its COEs stay as they are.', () => {
    void invokeIn(library, 'patterns:change', { base: null, pattern }).then((restored) => {
      if (!restored.ok) showFailure(restored.error);
    });
  });
  return true;
}

/**
 * Moves COEs of a pattern to a new one and offers to undo that. Stops at the first COE that cannot be saved; the others
 * then still have the pattern they had. If none can be moved, there is no new pattern. Returns the new pattern or null.
 */
export async function splitPattern(
  pattern: Pattern,
  words: string,
  coeIds: readonly string[],
): Promise<Pattern | null> {
  const library = currentLibrary();
  const created = await createPattern(words);
  if (!created.ok) {
    showFailure(created.error);
    return null;
  }
  const { id } = created.value;
  const move = async (ids: readonly string[], add: string, remove: string): Promise<string[]> => {
    const moved: string[] = [];
    for (const coeId of ids) {
      // oxlint-disable-next-line no-await-in-loop -- one save at a time, so that a failure stops the rest
      const marked = await invokeIn(library, 'patterns:mark', { coeId, add, remove });
      if (!marked.ok) {
        showFailure(marked.error);
        return moved;
      }
      moved.push(coeId);
    }
    return moved;
  };
  const moved = await move(coeIds, id, pattern.id);
  if (moved.length === 0) {
    await invokeIn(library, 'patterns:remove', { id });
    return null;
  }
  if (moved.length < coeIds.length) return created.value;
  showToast('The pattern is split.', () => {
    void move(moved, pattern.id, id).then((restored) =>
      restored.length === moved.length ? invokeIn(library, 'patterns:remove', { id }) : null,
    );
  });
  return created.value;
}
