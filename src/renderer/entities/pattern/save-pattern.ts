import type { Pattern } from '#domain/patterns/pattern.ts';

import { changePattern } from '../../platform/patterns.ts';
import { showFailure } from '../../ui/show-failure.ts';
import { showToast } from '../../ui/toast.tsx';

/**
 * Saves a changed pattern, and shows `done`, if given, with an undo. Returns false and shows why if it could not be
 * saved.
 */
export async function savePattern(base: Pattern, changed: Pattern, done?: string): Promise<boolean> {
  const saved = await changePattern(base, changed);
  if (!saved.ok) showFailure(saved.error);
  else if (done !== undefined) showToast(done, () => void savePattern(saved.value, base));
  return saved.ok;
}
