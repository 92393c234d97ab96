import { type KeyboardEvent, useMemo, useState } from 'react';

import type { Advice } from '#domain/advice/advice.ts';
import type { ReadinessItem } from '#domain/advice/readiness.ts';
import type { SectionId } from '#domain/coe/vocabulary.ts';
import type { CoePlace } from '#domain/team/place-in-coe.ts';
import { sectionState } from '#domain/lifecycle/section-state.ts';

import { useDraft } from '../../draft/draft-context.ts';
import { CareNote } from '../../entities/care/care-note.tsx';
import type { Care } from '../care/use-care.ts';
import { ChecksPanel } from '../checks/checks-panel.tsx';
import { GuidePanel } from '../guide/guide-panel.tsx';
import { QuestionsPanel } from '../questions/questions-panel.tsx';
import type { Question, Questions } from '../questions/use-questions.ts';
import { CommentsPanel } from '../team/comments-panel.tsx';
import { TeamQuestionsPanel } from '../team/team-questions-panel.tsx';
import type { Comments } from '../team/use-comments.ts';
import type { TeamQuestions } from '../team/use-team-questions.ts';
import { LinkFlow } from '../related/links/link-flow.tsx';
import { SeenBefore } from '../related/seen-before/seen-before.tsx';
import styles from './side-column.module.css';

type SideColumnProps = {
  section: SectionId;
  care: Care;
  /** What readers of shared copies asked. */
  questions: Questions;
  /** What the team's changes left open. */
  teamQuestions: TeamQuestions;
  /** What the team said; null in a library that is not a team's. */
  comments: Comments | null;
  isOpen: boolean;
  onClose: () => void;
  /** Goes to where an item of the checklist is answered. */
  onGo: (place: ReadinessItem['place']) => void;
  onGoToAdvice: (advice: Advice) => void;
  onGoToQuestion: (question: Question) => void;
  onGoToPlace: (place: CoePlace) => void;
  /** Called with the number of similar COEs listed, whenever it changes. */
  onSimilarCount: (count: number) => void;
};

/**
 * The panels beside the text. The questions come first in a section that was empty when the person came to it; they
 * keep their place while it is written, so that nothing moves. In a narrow window they cover its edge while the person has them open. */
export function SideColumn({
  section,
  care,
  questions: asked,
  teamQuestions,
  comments,
  isOpen,
  onClose,
  onGo,
  onGoToAdvice,
  onGoToQuestion,
  onGoToPlace,
  onSimilarCount,
}: SideColumnProps) {
  const [toLink, setToLink] = useState<{ readonly id: string; readonly title: string } | null>(null);
  const draft = useDraft();
  const wasEmpty = useMemo(() => sectionState(draft.store.getState().coe, section) === 'empty', [draft, section]);
  const questions = <GuidePanel key="questions" section={section} />;
  const findings = [
    <SeenBefore key="seen-before" onLink={setToLink} onCount={onSimilarCount} />,
    <ChecksPanel key="checks" section={section} onGo={onGo} onGoToAdvice={onGoToAdvice} isDespair={care.isDespair} />,
  ];
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && isOpen) onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape closes it from any control within
    <div className={styles.side} data-side data-open={isOpen || undefined} onKeyDown={closeOnEscape}>
      {care.isShown ? (
        <CareNote onClose={care.close} />
      ) : (
        <>
          <TeamQuestionsPanel
            {...teamQuestions}
            section={section}
            name={asked.shares.length === 0 ? 'Questions' : 'Questions of the team'}
            onGo={onGoToPlace}
          />
          <QuestionsPanel {...asked} section={section} onGo={onGoToQuestion} />
          {comments !== null && <CommentsPanel comments={comments} section={section} onGo={onGoToPlace} />}
          {wasEmpty ? [questions, ...findings] : [...findings, questions]}
        </>
      )}
      <LinkFlow other={toLink} onDone={() => setToLink(null)} />
    </div>
  );
}
