import type { Pattern } from '#domain/patterns/pattern.ts';
import { upperFirst } from '#domain/text/format.ts';

import { changePattern } from '../../platform/patterns.ts';
import { explainError } from '../../ui/explain-error.ts';
import { showToast } from '../../ui/toast.tsx';

/**
 * Saves a changed pattern. `done` is shown with an undo; without it nothing is said. False when it could not be saved; the
 * person is told why.
 */
export async function savePattern(base: Pattern, changed: Pattern, done?: string): Promise<boolean> {
  const saved = await changePattern(base, changed);
  if (!saved.ok) {
    const { title, safe } = explainError(saved.error);
    showToast(`${upperFirst(title)}. ${safe}`);
  } else if (done !== undefined) showToast(done, () => void savePattern(saved.value, base));
  return saved.ok;
}
