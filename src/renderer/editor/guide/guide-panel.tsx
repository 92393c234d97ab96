import { BookOpen } from 'lucide-react';
import { Link } from 'react-router';

import { WRITING_ABOUT_YOURSELF_PAGE } from '#domain/guide/handbook/writing-about-yourself.ts';
import type { SectionId } from '#domain/coe/vocabulary.ts';
import { isPersonalKind } from '#domain/guide/kinds.ts';
import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';

import { useCoe } from '../../draft/draft-context.ts';
import { changeSettings, useSettings } from '../../platform/settings.ts';
import { Button } from '../../ui/button.tsx';
import { PromptList } from './prompt-list.tsx';
import styles from './guide.module.css';

/** The guidance beside the text: questions for the section in hand. It can be hidden, and asked for again. */
export function GuidePanel({ section }: { section: SectionId }) {
  const { showPrompts } = useSettings();
  const isPersonal = useCoe((coe) => isPersonalKind(coe.kind));
  return (
    <aside className={styles.panel} aria-label="Questions that may help" data-region>
      {showPrompts ? (
        <>
          <h2 className={styles.title}>{SECTION_SHORT_NAMES[section]}: questions that may help</h2>
          <PromptList section={section} />
          <Button look="plain" onPress={() => void changeSettings({ showPrompts: false })}>
            Hide the questions
          </Button>
        </>
      ) : (
        <Button look="plain" onPress={() => void changeSettings({ showPrompts: true })}>
          Show questions that may help
        </Button>
      )}
      {isPersonal && (
        <Link to={`/handbook/${WRITING_ABOUT_YOURSELF_PAGE.id}`} className={styles.handbook}>
          <BookOpen size={14} aria-hidden /> {WRITING_ABOUT_YOURSELF_PAGE.title}
        </Link>
      )}
    </aside>
  );
}
