import { useEffect, useId, useRef, useState } from 'react';

import { type CoachingEvent, type EventPlace, MAX_EVENT_TEXT } from '#domain/coaching/event.ts';
import { quotePassage, type Span } from '#domain/coaching/passages.ts';
import { firstWords, quotableField, sentRow, sentText } from '#domain/coaching/place-thread.ts';
import { type FittingQuestion, QUESTION_BANK, QUESTION_TOPICS } from '#domain/coaching/question-bank.ts';
import { sectionTitle } from '#domain/guide/wording.ts';
import type { NewEvent, SharedCopy } from '#ipc/people.ts';
import type { UnsentEvent } from '#ipc/unsent.ts';

import { UnsentStatus } from '../../entities/unsent/unsent-status.tsx';
import { invoke } from '../../platform/bridge.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog, DialogButtons, DialogForm } from '../../ui/dialog.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './copy.module.css';
import {
  forgetAdded,
  isTyped,
  rememberUnsent,
  type TypedEvent,
  unsentAboutOf,
  useUnsentEvents,
} from './unsent-events.ts';

/** What is asked about: a part of the copy, words in it, or an event that is replied to. */
export type Asking = {
  readonly place: EventPlace;
  /** The selected words in the text of the field; null for none. */
  readonly span: Span | null;
  /** The event to reply to; null for a new thread. */
  readonly thread: CoachingEvent | null;
};

type Kind = UnsentEvent['kind'];

type TypedAction = UnsentEvent['action'];

const NO_ACTION: TypedAction = { text: '', doneWhen: '', due: null, checkDate: null };

const NEW_KINDS: readonly { id: Kind; label: string }[] = [
  { id: 'question', label: 'Question' },
  { id: 'more', label: 'More, please' },
  { id: 'comment', label: 'Comment' },
  { id: 'proposal', label: 'Propose an action' },
];
const REPLY_KINDS: readonly { id: Kind; label: string }[] = [
  { id: 'answer', label: 'Answer' },
  { id: 'question', label: 'Question' },
  { id: 'more', label: 'More, please' },
  { id: 'proposal', label: 'Propose an action' },
];

const TEXT_LABELS: Readonly<Record<Kind, string>> = {
  question: 'Your question',
  more: 'What you would like to hear more about (optional)',
  comment: 'Your comment',
  proposal: 'What makes you think of it (optional)',
  answer: 'Your answer',
};

/**
 * Asks, comments, proposes an action or answers. What is written can be sent with the next reply. What was typed is there
 * again when the dialog was closed in another way than with Cancel, and when the app was locked or ended.
 */
export function AskDialog({ copy, asking, onClose }: AskDialogProps) {
  const { place, thread } = asking;
  const { isRead } = useUnsentEvents({ person: copy.person.id, share: copy.share });
  return (
    <Dialog
      title={thread === null ? `About ${aboutWords(copy, place)}` : 'Reply'}
      width="wide"
      isOpen
      onClose={onClose}
    >
      {isRead ? <AskForm copy={copy} asking={asking} onClose={onClose} /> : <p role="status">Loading…</p>}
    </Dialog>
  );
}

type AskDialogProps = { copy: SharedCopy; asking: Asking; onClose: () => void };

/** The form, once it is known what was typed in it earlier. */
function AskForm({ copy, asking, onClose }: AskDialogProps) {
  const { place, thread } = asking;
  const today = useToday();
  const about = unsentAboutOf(asking);
  const { seq, share } = copy;
  const person = copy.person.id;
  const { words, failure } = useUnsentEvents({ person, share });
  const [before] = useState(() => words[about] ?? null);
  const [event, setEvent] = useState<TypedEvent>(() => {
    // The same place in another copy may be other words.
    const spanBefore = before?.seq === seq ? before.span : null;
    return {
      kind: before?.kind ?? (thread === null || thread.by === copy.coach ? 'question' : 'answer'),
      text: before?.text ?? '',
      action: before?.action ?? NO_ACTION,
      span: asking.span ?? spanBefore,
    };
  });
  const { kind, text, action, span } = event;
  const change = (part: Partial<TypedEvent>): void => setEvent((now) => ({ ...now, ...part }));
  const changeAction = (part: Partial<TypedAction>): void =>
    setEvent((now) => ({ ...now, action: { ...now.action, ...part } }));
  const forget = (): void => {
    rememberUnsent({ person, share }, about, null);
    onClose();
  };
  const [isSaving, setIsSaving] = useState(false);
  // By keyboard, words are chosen here, so a question about a section or a row offers its text.
  const textPlace: EventPlace = { ...place, field: quotableField(copy.coe, place) };
  const source = thread === null && textPlace.field !== null ? sentText(copy.coe, textPlace) : null;
  const quote = source === null || span === null ? null : quotePassage(source, seq, span);
  const quoted = (quote?.exact ?? '').slice(0, MAX_EVENT_TEXT);
  useEffect(
    () => rememberUnsent({ person, share }, about, { ...event, seq, quoted }),
    [person, share, about, event, seq, quoted],
  );
  const typedAbout = before !== null && before.quoted !== quoted && isTyped(event) ? before.quoted : '';
  const isComplete = kind === 'proposal' ? action.text.trim() !== '' : kind === 'more' || text.trim() !== '';
  const save = async (): Promise<void> => {
    if (!isComplete || isSaving) return;
    setIsSaving(true);
    const added: NewEvent = {
      kind,
      place: quote === null ? place : textPlace,
      quote,
      replyTo: thread?.id ?? null,
      text: text.trim(),
      action: kind === 'proposal' ? { ...action, text: action.text.trim(), doneWhen: action.doneWhen.trim() } : null,
    };
    const done = await invoke('people:add-event', { person, share, event: added });
    setIsSaving(false);
    if (!done.ok) return showFailure(done.error, 'It was not saved');
    if (forgetAdded({ person, share }, about, event)) onClose();
    else showToast('It was added. What you have changed since then is not in it.');
  };
  return (
    <DialogForm onSubmit={() => void save()}>
      {thread !== null && thread.text !== '' && <blockquote className={styles.quoted}>{thread.text}</blockquote>}
      <div>
        <SegmentedControl
          label="What you write"
          options={thread === null ? NEW_KINDS : REPLY_KINDS}
          value={kind}
          onChange={(next) => change({ kind: next })}
        />
      </div>
      {source !== null && source.trim() !== '' && (
        <PassageField source={source} span={span} quoted={quoted} onSpan={(chosen) => change({ span: chosen })} />
      )}
      {typedAbout !== '' && (
        <p role="note" className={styles.soft}>
          You typed this about the words “{typedAbout}”.
        </p>
      )}
      {kind === 'question' && <BankField copy={copy} place={place} onPick={(picked) => change({ text: picked })} />}
      {kind === 'proposal' && (
        <>
          <TextField
            label="The action you propose"
            multiline
            maxLength={MAX_EVENT_TEXT}
            value={action.text}
            onChange={(value) => changeAction({ text: value })}
          />
          <TextField
            label="Done when (optional)"
            maxLength={MAX_EVENT_TEXT}
            value={action.doneWhen}
            onChange={(value) => changeAction({ doneWhen: value })}
          />
          <DateField label="Due" value={action.due} today={today} onChange={(due) => changeAction({ due })} />
          <DateField
            label="Look again"
            value={action.checkDate}
            today={today}
            onChange={(checkDate) => changeAction({ checkDate })}
          />
        </>
      )}
      <TextField
        label={TEXT_LABELS[kind]}
        multiline
        autoFocus
        maxLength={MAX_EVENT_TEXT}
        value={text}
        onChange={(value) => change({ text: value })}
        {...(kind === 'proposal' ? { note: `It becomes an action only if ${copy.person.name} accepts it.` } : {})}
      />
      <DialogButtons>
        <UnsentStatus
          failure={failure}
          earlier={before === null ? null : 'You typed this earlier. It is not added yet.'}
        />
        <Button onPress={forget}>Cancel</Button>
        <Button look="primary" type="submit" isDisabled={!isComplete || isSaving}>
          Add
        </Button>
      </DialogButtons>
    </DialogForm>
  );
}

/** The part that is asked about, in words. */
function aboutWords({ coe }: SharedCopy, { section, row }: EventPlace): string {
  const heading = section === 'header' ? 'the title and the facts' : `“${sectionTitle(coe.kind, section)}”`;
  const found = row === null ? null : sentRow(coe, row);
  const words = found === null ? '' : firstWords(found);
  return words === '' ? heading : `“${words}”`;
}

type PassageFieldProps = { source: string; span: Span | null; quoted: string; onSpan: (span: Span | null) => void };

/** The text of the field, in which words can be selected by keyboard too. */
function PassageField({ source, span, quoted, onSpan }: PassageFieldProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const read = (): void => {
    const { selectionStart = 0, selectionEnd = 0 } = field.current ?? {};
    if (selectionStart < selectionEnd) onSpan({ start: selectionStart, end: selectionEnd });
  };
  // Keys move no caret in a text area that is read-only, so this one is not, and takes no input instead.
  useEffect(() => {
    const refuse = (event: Event): void => event.preventDefault();
    const text = field.current;
    text?.addEventListener('beforeinput', refuse);
    return () => text?.removeEventListener('beforeinput', refuse);
  }, []);
  return (
    <details className={styles.passage} open={span !== null}>
      <summary>{quoted === '' ? 'Choose the words that you mean (optional)' : `About the words “${quoted}”`}</summary>
      <label htmlFor={id}>Select the words in this text, with the mouse or with Shift and the arrow keys</label>
      <textarea id={id} ref={field} aria-readonly value={source} onChange={() => undefined} onSelect={read} />
      {span !== null && (
        <Button look="plain" onPress={() => onSpan(null)}>
          About the whole text instead
        </Button>
      )}
    </details>
  );
}

type BankFieldProps = { copy: SharedCopy; place: EventPlace; onPick: (text: string) => void };

/** Questions to pick and then edit: first those that fit this copy, this section first. What closes a talk comes last. */
function BankField({ copy: { fitting }, place, onPick }: BankFieldProps) {
  const closing = fitting.filter(({ topic }) => topic === 'closing');
  const here = fitting.filter((each) => each.place.section === place.section && !closing.includes(each));
  const sorted = [...here, ...fitting.filter((each) => !here.includes(each) && !closing.includes(each))];
  const withReason = ({ id, text, because }: FittingQuestion) => ({ id, label: text, meaning: because });
  const others = QUESTION_BANK.filter(({ id }) => !fitting.some((each) => each.id === id));
  return (
    <Select
      label="From the question bank (optional)"
      none="Write your own"
      options={[
        ...sorted.map(withReason),
        ...others.map(({ id, text, topic }) => ({
          id,
          label: text,
          meaning: QUESTION_TOPICS.find((each) => each.id === topic)?.label,
        })),
        ...closing.map(withReason),
      ]}
      value={null}
      onChange={(picked) => {
        const question = QUESTION_BANK.find(({ id }) => id === picked);
        if (question !== undefined) onPick(question.text);
      }}
    />
  );
}
