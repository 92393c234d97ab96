import { CornerDownLeft } from 'lucide-react';

import type { SectionId } from '#domain/coe/vocabulary.ts';
import { CLOSING_QUESTION } from '#domain/guide/wording.ts';
import { shownPrompts } from '#domain/questions/own-questions.ts';

import { useCoe, useDraftState, useSectionEdit } from '../../draft/draft-context.ts';
import { flushPendingEdits } from '../../draft/pending-edits.ts';
import { useOwnQuestions } from '../../platform/own-questions.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './guide.module.css';

/** The questions of a section for its kind. Each can be put into the text as a heading to answer beneath. */
export function PromptList({ section }: { section: SectionId }) {
  const kind = useCoe((coe) => coe.kind);
  const readOnly = useDraftState((state) => state.readOnly);
  const own = useOwnQuestions();
  const edit = useSectionEdit(section);
  const insert = (prompt: string): void => {
    flushPendingEdits();
    edit(({ prose }) => ({ prose: `${prose.trimEnd()}${prose.trim() === '' ? '' : '\n\n'}### ${prompt}\n\n` }));
  };
  return (
    <ul className={styles.prompts}>
      {shownPrompts(own, kind, section).map((prompt) => (
        <li key={prompt}>
          <span>{prompt}</span>
          {!readOnly && (
            <IconButton label={`Insert into the text: ${prompt}`} onPress={() => insert(prompt)}>
              <CornerDownLeft size={14} aria-hidden />
            </IconButton>
          )}
        </li>
      ))}
      {section === 'actions' && <li className={styles.closing}>{CLOSING_QUESTION}</li>}
    </ul>
  );
}
