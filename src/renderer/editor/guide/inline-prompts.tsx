import type { SectionId } from '#domain/coe/vocabulary.ts';

import { useSettings } from '../../platform/settings.ts';
import { PromptList } from './prompt-list.tsx';
import styles from './guide.module.css';

/** The prompts under the heading, for windows too narrow to have them beside the text. */
export function InlinePrompts({ section }: { section: SectionId }) {
  const { showPrompts } = useSettings();
  if (!showPrompts) return null;
  return (
    <details className={styles.inline}>
      <summary>Questions that may help</summary>
      <PromptList section={section} />
    </details>
  );
}
