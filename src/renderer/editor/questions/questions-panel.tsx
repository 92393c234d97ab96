import { useRef } from 'react';

import { isOpen } from '#domain/coaching/threads.ts';
import type { SectionId } from '#domain/coe/vocabulary.ts';
import { reviewWith } from '#domain/lifecycle/change-status.ts';

import { useCoe, useDraft, useDraftState } from '../../draft/draft-context.ts';
import { useUnsentAnswers } from '../../entities/unsent/unsent-words.ts';
import { Button } from '../../ui/button.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { showToast } from '../../ui/toast.tsx';
import { QuestionItem } from './question-item.tsx';
import styles from './questions.module.css';
import { usePassageHighlights } from './use-passage-highlights.ts';
import type { Question, Questions } from './use-questions.ts';
import { WhatIsNew } from './what-is-new.tsx';

type QuestionsPanelProps = Questions & {
  /** The section in hand. Its questions are shown; open ones of others are collapsed. */
  section: SectionId;
  /** Goes to what a question is about. */
  onGo: (question: Question) => void;
};

/** What the reader of a shared copy asked, beside the text. Nothing is shown for a COE that was not shared. */
export function QuestionsPanel({ questions, shares, error, section, onGo }: QuestionsPanelProps) {
  const readOnly = useDraftState((state) => state.readOnly);
  const panel = useRef<HTMLElement>(null);
  const { words: unsent } = useUnsentAnswers(useDraft().id);
  usePassageHighlights(questions);
  if (error !== null && error.kind !== 'library-loading' && error.kind !== 'library-locked')
    return (
      <section aria-label="Questions" className={styles.panel} data-region>
        <h2 className={styles.title}>Questions</h2>
        <p role="alert" className={styles.none}>
          The questions about this COE could not be read: {explainError(error).title}. They are still on the disk.
        </p>
      </section>
    );
  if (shares.length === 0) return null;
  const isHere = ({ place }: Question): boolean => place.section === section;
  const open = questions.filter(({ thread }) => isOpen(thread));
  // A question that is being answered stays where it is, whichever section comes into view.
  const isWriting = ({ thread }: Question): boolean => Object.hasOwn(unsent, thread.root.id);
  const here = questions.filter((question) => isWriting(question) || (isOpen(question.thread) && isHere(question)));
  const elsewhere = open.filter((question) => !here.includes(question));
  const settled = questions.filter((question) => !isOpen(question.thread) && !here.includes(question));
  const listOf = (some: readonly Question[], namesSection: boolean) => (
    <ul className={styles.list}>
      {some.map((question) => (
        <QuestionItem
          key={question.thread.root.id}
          question={question}
          namesSection={namesSection}
          readOnly={readOnly || question.shared.isWithdrawn}
          onGo={() => onGo(question)}
          onMoved={() => panel.current?.querySelector('h2')?.focus({ preventScroll: true })}
        />
      ))}
    </ul>
  );
  /** Shows a question in the panel, also one in a part that is collapsed. */
  const show = (id: string): void => {
    const item = panel.current?.querySelector<HTMLElement>(`[data-question="${CSS.escape(id)}"]`);
    item?.closest('details')?.setAttribute('open', '');
    item?.scrollIntoView({ block: 'nearest' });
    item?.focus({ preventScroll: true });
  };
  return (
    <section ref={panel} aria-label="Questions" className={styles.panel} data-region>
      <h2 className={styles.title} tabIndex={-1}>
        Questions
      </h2>
      <WhatIsNew shares={shares} questions={questions} readOnly={readOnly} onShow={show} />
      {shares.some(({ isWithdrawn }) => isWithdrawn) && (
        <p className={styles.none}>You withdrew a copy of this COE. What was asked about it stays here.</p>
      )}
      {questions.length === 0 && <p className={styles.none}>No questions yet. They come with a reply to your copy.</p>}
      {questions.length > 0 && open.length === 0 && <p className={styles.none}>Nothing is open.</p>}
      {open.length > 0 && here.length === 0 && <p className={styles.none}>Nothing is open in this section.</p>}
      {here.length > 0 && listOf(here, false)}
      {elsewhere.length > 0 && (
        <details className={styles.more} open={here.length === 0}>
          <summary>{elsewhere.length} elsewhere</summary>
          {listOf(elsewhere, true)}
        </details>
      )}
      {settled.length > 0 && (
        <details className={styles.more}>
          <summary>{settled.length} answered or resolved</summary>
          {listOf(settled, true)}
        </details>
      )}
      {questions.length > 0 && open.length === 0 && !readOnly && (
        <MarkReviewed readers={shares.map(({ reader }) => reader).filter((reader) => reader !== '')} />
      )}
    </section>
  );
}

/** Offers the status "reviewed" once nothing is open, and remembers who helped. */
function MarkReviewed({ readers }: { readers: readonly string[] }) {
  const draft = useDraft();
  const status = useCoe((coe) => coe.status);
  if ((status !== 'draft' && status !== 'ready') || readers.length === 0) return null;
  const helper = readers.join(', ');
  return (
    <div className={styles.reviewed}>
      <p>Everything that was asked has an answer. If {helper} could follow it, and what will change is agreed:</p>
      <Button
        onPress={() => {
          draft.change((coe) => reviewWith(coe, helper, new Date().toISOString()), { location: 'header' });
          showToast('Reviewed. The details say who helped.', draft.createRevert());
        }}
      >
        Mark as reviewed with {helper}
      </Button>
    </div>
  );
}
