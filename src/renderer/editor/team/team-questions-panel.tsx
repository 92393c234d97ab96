import { useRef } from 'react';

import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';
import type { SectionId } from '#domain/coe/vocabulary.ts';
import type { CoePlace } from '#domain/team/place-in-coe.ts';

import { useDraft, useDraftState } from '../../draft/draft-context.ts';
import { choicesFor, type SettleChoice, settleQuestion } from '../../entities/team/settle-question.ts';
import { Wordings } from '../../entities/team/wordings.tsx';
import { currentLibrary } from '../../platform/library-state.ts';
import { useTeam } from '../../platform/team.ts';
import { Button } from '../../ui/button.tsx';
import { explainError } from '../../ui/explain-error.ts';
import styles from '../questions/questions.module.css';
import type { PlacedQuestion, TeamQuestions } from './use-team-questions.ts';

type TeamQuestionsPanelProps = TeamQuestions & {
  /** The section in hand, whose questions come first. */
  section: SectionId;
  /** The name of the region: another one when questions of a coach are beside it. */
  name: string;
  onGo: (place: CoePlace) => void;
};

/** Where two people changed the same place: both wordings, and buttons to settle it. Empty without a question. */
export function TeamQuestionsPanel({ questions, error, section, name, onGo }: TeamQuestionsPanelProps) {
  const draft = useDraft();
  const title = useRef<HTMLHeadingElement>(null);
  const team = useTeam();
  const isReadOnly = useDraftState((state) => state.readOnly) || team?.status === 'read-only';
  if (error !== null && error.kind !== 'library-loading' && error.kind !== 'library-locked')
    return (
      <section aria-label={name} className={styles.panel} data-region>
        <h2 className={styles.title}>{name}</h2>
        <p role="alert" className={styles.none}>
          The questions about this COE could not be read: {explainError(error).title}. They are still there.
        </p>
      </section>
    );
  if (questions.length === 0) return null;
  const settle = async ({ question, place }: PlacedQuestion, choice: SettleChoice): Promise<void> => {
    const library = currentLibrary();
    // What is typed is saved first, so that the wording that is chosen goes on top of it.
    await draft.flush();
    if (!(await settleQuestion(library, question, choice))) return;
    // Its buttons go away: the focus goes to what is left, or to what was decided.
    if (questions.length > 1) title.current?.focus({ preventScroll: true });
    else onGo(place);
  };
  const inOrder = [
    ...questions.filter(({ place }) => place.section === section),
    ...questions.filter(({ place }) => place.section !== section),
  ];
  return (
    <section aria-label={name} className={styles.panel} data-region>
      <h2 ref={title} className={styles.title} tabIndex={-1}>
        {name}
      </h2>
      <p className={styles.none}>
        Two people changed the same place. Nothing is lost, and anyone in the team may settle it when it suits them.
      </p>
      <ul className={styles.list}>
        {inOrder.map(({ question, place }) => (
          <li key={question.id} className={styles.item} data-state="open" aria-label={`About ${question.where}`}>
            <p className={styles.where}>
              {place.section === 'header' ? '' : `${SECTION_SHORT_NAMES[place.section]}: `}
              {question.where}
            </p>
            <Wordings question={question} />
            <div className={styles.buttons}>
              {question.kind !== 'deleted' && question.kind !== 'file' && (
                <Button look="plain" aria-label={`Go there: ${question.where}`} onPress={() => onGo(place)}>
                  Go there
                </Button>
              )}
              {!isReadOnly &&
                choicesFor(question).map(({ choice, label }) => (
                  <Button
                    key={choice}
                    look="plain"
                    aria-label={`${label}: ${question.where}`}
                    onPress={() => void settle({ question, place }, choice)}
                  >
                    {label}
                  </Button>
                ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
