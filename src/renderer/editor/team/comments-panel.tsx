import { useRef, useState } from 'react';

import type { SectionId } from '#domain/coe/vocabulary.ts';
import type { CoePlace } from '#domain/team/place-in-coe.ts';
import type { CommentThread, TeamComment } from '#domain/team/team-comment.ts';
import { formatDateAndTime } from '#domain/time/format-instant.ts';

import { useDraft, useDraftState } from '../../draft/draft-context.ts';
import { useUnsentAnswers } from '../../entities/unsent/unsent-words.ts';
import { useZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import styles from '../questions/questions.module.css';
import { CommentItem } from './comment-item.tsx';
import { NewComment } from './new-comment.tsx';
import own from './team.module.css';
import { addComment, type Comments } from './use-comments.ts';

type CommentsPanelProps = {
  comments: Comments;
  /** The section in hand. Its comments are shown; open ones of others are collapsed. */
  section: SectionId;
  onGo: (place: CoePlace) => void;
};

/** What the team says about the text beside it, and who reviewed the COE. */
export function CommentsPanel({ comments, section, onGo }: CommentsPanelProps) {
  const { id: coeId } = useDraft();
  const isReadOnly = useDraftState((state) => state.readOnly) || !comments.canWrite;
  const { words: unsent } = useUnsentAnswers(coeId);
  const panel = useRef<HTMLElement>(null);
  const [isResolvedShown, setIsResolvedShown] = useState(false);
  const isWriting = ({ first }: CommentThread): boolean => Object.hasOwn(unsent, first.id);
  const open = comments.threads.filter(({ isResolved }) => !isResolved);
  const here = comments.threads.filter(
    (thread) => isWriting(thread) || (!thread.isResolved && thread.first.place.section === section),
  );
  const elsewhere = open.filter((thread) => !here.includes(thread));
  const resolved = comments.threads.filter((thread) => thread.isResolved && !here.includes(thread));
  /** What had the focus is gone or elsewhere. */
  const focusTitle = (): void => panel.current?.querySelector('h2')?.focus({ preventScroll: true });
  const listOf = (some: readonly CommentThread[], namesSection: boolean) => (
    <ul className={styles.list}>
      {some.map((thread) => (
        <CommentItem
          key={thread.first.id}
          thread={thread}
          me={comments.me}
          namesSection={namesSection}
          isReadOnly={isReadOnly}
          onGo={onGo}
          onMoved={focusTitle}
        />
      ))}
    </ul>
  );
  return (
    <section ref={panel} aria-label="Comments" className={`${styles.panel} ${own.comments}`} data-region>
      <h2 className={styles.title} tabIndex={-1}>
        Comments
      </h2>
      {open.length > 0 && here.length === 0 && <p className={styles.none}>Nothing is open in this section.</p>}
      {here.length > 0 && listOf(here, false)}
      {!isReadOnly && <NewComment key={section} section={section} onSent={focusTitle} />}
      {elsewhere.length > 0 && (
        <details className={styles.more} open={here.length === 0}>
          <summary>{elsewhere.length} elsewhere</summary>
          {listOf(elsewhere, true)}
        </details>
      )}
      {resolved.length > 0 && (
        <details
          className={styles.more}
          open={isResolvedShown}
          onToggle={(event) => setIsResolvedShown(event.currentTarget.open)}
        >
          <summary>{resolved.length} resolved</summary>
          {listOf(resolved, true)}
        </details>
      )}
      <Reviews comments={comments} coeId={coeId} isReadOnly={isReadOnly} onMoved={focusTitle} />
    </section>
  );
}

const HEADER: TeamComment['place'] = { section: 'header', row: null };

type ReviewsProps = { comments: Comments; coeId: string; isReadOnly: boolean; onMoved: () => void };

/** Who reviewed the COE. Somebody else than its author says so. */
function Reviews({ comments, coeId, isReadOnly, onMoved }: ReviewsProps) {
  const dates = useDateStyle();
  const zone = useZone();
  const { reviews, me, isAuthor } = comments;
  const mine = reviews.findLast(({ by }) => by === me);
  const say = async (...event: Parameters<typeof addComment>): Promise<void> => {
    if (await addComment(...event)) onMoved();
  };
  return (
    <div className={own.reviews} role="group" aria-label="Review">
      {reviews.length === 0 && isAuthor && <p className={styles.none}>Somebody else reviews what you wrote.</p>}
      {reviews.map(({ id, by, at }) => (
        <p key={id}>
          Reviewed by {by}, {formatDateAndTime(at, zone, dates)}
        </p>
      ))}
      {!isReadOnly && !isAuthor && mine === undefined && (
        <Button onPress={() => void say(coeId, 'reviewed', HEADER)}>I have reviewed this</Button>
      )}
      {!isReadOnly && mine !== undefined && (
        <Button look="plain" onPress={() => void say(coeId, 'withdraw', HEADER, { replyTo: mine.id })}>
          Withdraw my review
        </Button>
      )}
    </div>
  );
}
