import { useEffect, useRef, useState } from 'react';

import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';
import type { SectionId } from '#domain/coe/vocabulary.ts';
import { partsOf, type SharePart } from '#domain/sharing/parts-of.ts';
import { type CoePlace, rowIdsOf } from '#domain/team/place-in-coe.ts';
import type { CommentThread, TeamComment } from '#domain/team/team-comment.ts';
import { MAX_COMMENT_TEXT } from '#domain/team/team-comment.ts';
import { formatDateAndTime } from '#domain/time/format-instant.ts';

import { useCoe, useDraft, useDraftState } from '../../draft/draft-context.ts';
import { UnsentStatus } from '../../entities/unsent/unsent-status.tsx';
import { forgetSent, setUnsentAnswer, useUnsentAnswers } from '../../entities/unsent/unsent-words.ts';
import { useZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from '../questions/questions.module.css';
import { WriteAnswer } from '../questions/write-answer.tsx';
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
        <ThreadItem
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
    <section ref={panel} aria-label="Comments" className={styles.panel} data-region>
      <h2 className={styles.title} tabIndex={-1}>
        Comments
      </h2>
      {open.length > 0 && here.length === 0 && <p className={styles.none}>Nothing is open in this section.</p>}
      {here.length > 0 && listOf(here, false)}
      {!isReadOnly && <NewComment key={section} coeId={coeId} section={section} onSent={focusTitle} />}
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
const WHOLE = '(whole)';
const TYPED_EARLIER = 'You typed this earlier. It is not stored yet.';
const CHANGED_SINCE = 'It was added. What you have changed since then is not in it.';

/** Begins a thread about the section in hand, or about one of its rows: the one that was in use last. */
function NewComment({ coeId, section, onSent }: { coeId: string; section: SectionId; onSent: () => void }) {
  const key = `new ${section}`;
  const { words, earlier, failure } = useUnsentAnswers(coeId);
  const unsent = words[key];
  // Follows the text only while the rows are offered.
  const coe = useCoe((whole) => (unsent === undefined ? null : whole));
  const dates = useDateStyle();
  const [isGivenUp, setIsGivenUp] = useState(false);
  const lastRow = useRef<string | null>(null);
  useEffect(() => {
    const remember = (event: FocusEvent): void => {
      const { target } = event;
      if (!(target instanceof Element) || target.closest(`#section-${section}`) === null) return;
      lastRow.current = target.closest('[data-row]')?.getAttribute('data-row') ?? null;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [section]);
  const name = SECTION_SHORT_NAMES[section];
  if (unsent === undefined || coe === null)
    return (
      <Button
        look="plain"
        autoFocus={isGivenUp}
        onPress={() => {
          setIsGivenUp(false);
          setUnsentAnswer(coeId, key, { form: 'answer', text: '', row: lastRow.current });
        }}
      >
        Comment on {name}
      </Button>
    );
  const rows = rowsIn(
    partsOf(coe, SECTION_SHORT_NAMES, dates).find((group) => group.section === section)?.parts ?? [],
  ).filter(({ id }) => rowIdsOf(coe, section).has(id));
  const row = rows.some(({ id }) => id === unsent.row) ? (unsent.row ?? null) : null;
  const change = (part: Partial<typeof unsent>): void => setUnsentAnswer(coeId, key, { ...unsent, ...part });
  const close = (): void => setUnsentAnswer(coeId, key, null);
  return (
    <div className={own.about}>
      {rows.length > 0 && (
        <Select
          label="About"
          options={[{ id: WHOLE, label: `All of ${name}` }, ...rows]}
          value={row ?? WHOLE}
          onChange={(id) => change({ row: id === WHOLE ? null : id })}
        />
      )}
      <WriteAnswer
        label={`Your comment on ${name}`}
        button="Comment"
        note="Everyone in the team can read it, now and later in the history."
        maxLength={MAX_COMMENT_TEXT}
        text={unsent.text}
        status={<UnsentStatus failure={failure} earlier={earlier.includes(key) ? TYPED_EARLIER : null} />}
        onText={(text) => change({ text })}
        onSend={async (text) => {
          if (!(await addComment(coeId, 'comment', { section, row }, { text }))) return;
          if (forgetSent(coeId, key, unsent)) onSent();
          else showToast(CHANGED_SINCE);
        }}
        onCancel={() => {
          setIsGivenUp(true);
          close();
        }}
      />
    </div>
  );
}

/** The rows in the parts of a section, with their first words. */
const rowsIn = (parts: readonly SharePart[]): { id: string; label: string }[] =>
  parts.flatMap(({ path, name, words, parts: inner }) => {
    const id = path.includes('/') ? decodeURIComponent(path.slice(path.indexOf('/') + 1)) : null;
    return [...(id === null ? [] : [{ id, label: shorten(`${name}. ${words}`) }]), ...rowsIn(inner)];
  });

type ThreadItemProps = {
  thread: CommentThread;
  me: string;
  namesSection: boolean;
  isReadOnly: boolean;
  onGo: (place: CoePlace) => void;
  /** Called when the thread moved to another part of the panel, for the focus. */
  onMoved: () => void;
};

/** One thread: what it is about, what was said, and what one can do with it. */
function ThreadItem({ thread, me, namesSection, isReadOnly, onGo, onMoved }: ThreadItemProps) {
  const { first, answers, isResolved } = thread;
  const { id: coeId } = useDraft();
  const { section, row } = first.place;
  const { words, earlier, failure } = useUnsentAnswers(coeId);
  const unsent = words[first.id];
  const isRowThere = useCoe((coe) => row === null || (section !== 'header' && rowIdsOf(coe, section).has(row)));
  const subject = shorten(first.text);
  const [isAnswered, setIsAnswered] = useState(false);
  const close = (): void => {
    setIsAnswered(true);
    setUnsentAnswer(coeId, first.id, null);
  };
  const say = async (kind: 'resolve' | 'reopen' | 'withdraw', replyTo: string): Promise<void> => {
    if (!(await addComment(coeId, kind, first.place, { replyTo }))) return;
    onMoved();
    if (kind === 'resolve') showToast('Resolved.', () => void addComment(coeId, 'reopen', first.place, { replyTo }));
  };
  return (
    <li className={styles.item} data-state={isResolved ? 'resolved' : 'open'} aria-label={`${first.by}: ${subject}`}>
      {namesSection && <p className={styles.where}>{section === 'header' ? 'Header' : SECTION_SHORT_NAMES[section]}</p>}
      {!isRowThere && <p className={styles.gone}>The row it was about is gone.</p>}
      <ol className={styles.events}>
        {[first, ...answers].map((event) => (
          <Said
            key={event.id}
            event={event}
            isOwn={event.by === me}
            onWithdraw={isReadOnly || event.by !== me ? null : () => void say('withdraw', event.id)}
          />
        ))}
      </ol>
      {isResolved && <p className={styles.state}>Resolved</p>}
      {unsent === undefined ? (
        <div className={styles.buttons}>
          <Button
            look="plain"
            aria-label={`Go there: ${subject}`}
            onPress={() => onGo({ section, rowId: isRowThere ? row : null, field: null })}
          >
            Go there
          </Button>
          {!isReadOnly && (
            <>
              <Button
                look="plain"
                aria-label={`Answer: ${subject}`}
                autoFocus={isAnswered}
                onPress={() => setUnsentAnswer(coeId, first.id, { form: 'answer', text: '' })}
              >
                Answer
              </Button>
              <Button
                look="plain"
                aria-label={`${isResolved ? 'Reopen' : 'Resolve'}: ${subject}`}
                onPress={() => void say(isResolved ? 'reopen' : 'resolve', first.id)}
              >
                {isResolved ? 'Reopen' : 'Resolve'}
              </Button>
            </>
          )}
        </div>
      ) : (
        <WriteAnswer
          label={`Your answer: ${subject}`}
          button="Answer"
          note="Everyone in the team reads it."
          maxLength={MAX_COMMENT_TEXT}
          text={unsent.text}
          status={<UnsentStatus failure={failure} earlier={earlier.includes(first.id) ? TYPED_EARLIER : null} />}
          onText={(text) => setUnsentAnswer(coeId, first.id, { form: 'answer', text })}
          onSend={async (text) => {
            if (!(await addComment(coeId, 'answer', first.place, { replyTo: first.id, text }))) return;
            if (forgetSent(coeId, first.id, unsent)) setIsAnswered(true);
            else showToast(CHANGED_SINCE);
          }}
          onCancel={close}
        />
      )}
    </li>
  );
}

type SaidProps = {
  event: TeamComment;
  isOwn: boolean;
  /** Withdraws it; null if it cannot be withdrawn. */
  onWithdraw: (() => void) | null;
};

function Said({ event, isOwn, onWithdraw }: SaidProps) {
  const dates = useDateStyle();
  const zone = useZone();
  return (
    <li className={styles.event} data-own={isOwn || undefined}>
      <p className={styles.who}>
        {event.by}, {formatDateAndTime(event.at, zone, dates)}
      </p>
      <p className={styles.text}>{event.text}</p>
      {onWithdraw !== null && (
        <Button look="plain" aria-label={`Withdraw: ${shorten(event.text)}`} onPress={onWithdraw}>
          Withdraw
        </Button>
      )}
    </li>
  );
}

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

/** The longest name of a comment, in characters. */
const MAX_NAME = 60;

const shorten = (text: string): string => {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length <= MAX_NAME ? line : `${line.slice(0, MAX_NAME).replace(/\s\S*$/, '')} …`;
};
