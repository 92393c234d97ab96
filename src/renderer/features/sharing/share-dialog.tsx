import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';

import type { AudienceId } from '#domain/coe/audience.ts';
import { sameValue } from '#domain/merge/json-value.ts';
import { MAX_SHARED_BASE64 } from '#domain/sharing/attachment-room.ts';
import type { CopyTimesId } from '#domain/sharing/copy-times.ts';
import type { NameDecision } from '#domain/sharing/name-replacer.ts';
import type { AppError } from '#ipc/app-error.ts';
import { type ContactInfo, COPY_DOCUMENT_IDS, type CopyPreview, type OwnCard, type ShareInfo } from '#ipc/sharing.ts';
import type { UnfinishedShare } from '#ipc/unsent.ts';

import type { Draft } from '../../draft/draft-state.ts';
import { UnsentStatus } from '../../entities/unsent/unsent-status.tsx';
import { rememberShare, unfinishedShare, useUnsentWords } from '../../entities/unsent/unsent-words.ts';
import { invoke } from '../../platform/bridge.ts';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog, DialogButtons, DialogForm } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { ChooseNames } from './choose-names.tsx';
import { ChooseParts } from './choose-parts.tsx';
import { ChooseReader } from './choose-reader.tsx';
import { FailureText } from './failure-text.tsx';
import { hasEmptyPseudonym, withEarlierDecisions } from './name-decisions.ts';
import { PreviewCopy } from './preview-copy.tsx';
import { StepContents } from './step-contents.tsx';
import { StepList } from './step-list.tsx';
import { UnsentNote } from './unsent-note.tsx';
import { useOpenedDraft } from './use-opened-draft.ts';

const STEPS = ['For whom', 'What goes along', 'Names and wishes', 'The copy'] as const;
const NAMES = 2;
const LAST = STEPS.length - 1;

const TIMES: readonly { id: CopyTimesId; label: string; meaning: string }[] = [
  { id: 'day', label: 'Days', meaning: 'The day, without the time.' },
  { id: 'since-began', label: 'Minutes since it began', meaning: 'How long things took, without the date.' },
  { id: 'exact', label: 'Exact times', meaning: 'As you wrote them.' },
];

type FormatId = 'once-share' | (typeof COPY_DOCUMENT_IDS)[number];
const FORMATS: readonly { id: FormatId; label: string; meaning: string }[] = [
  { id: 'once-share', label: 'Once', meaning: 'For somebody who uses Once. Questions come back beside your text.' },
  { id: 'pdf', label: 'PDF', meaning: 'To read or print. Not encrypted.' },
  { id: 'docx', label: 'Word (DOCX)', meaning: 'To read and comment in a word processor. Not encrypted.' },
  { id: 'markdown', label: 'Markdown', meaning: 'Plain text. Not encrypted.' },
  { id: 'html', label: 'Web page (HTML)', meaning: 'For any browser. Not encrypted.' },
];

/**
 * Shares the open COE: for whom, what goes along, names, and the finished copy. What was chosen is there again when the
 * dialog was closed in another way than with Cancel, and when the app was locked or ended.
 */
export function ShareDialog({ coeId, onClose }: { coeId: string; onClose: () => void }) {
  const draft = useOpenedDraft(coeId, 'This COE cannot be shared', onClose);
  return (
    <Dialog title="Share for coaching" isOpen onClose={onClose} width="widest">
      {draft === null ? <p role="status">Loading…</p> : <ShareSteps draft={draft} onClose={onClose} />}
    </Dialog>
  );
}

type ShareStepsProps = { draft: Draft; onClose: () => void };

/** The steps, once it is known whose cards are there and who had a copy before. */
function ShareSteps({ draft, onClose }: ShareStepsProps) {
  const own = useIpcQuery('sharing:own-card', {});
  const contacts = useIpcQuery('sharing:contacts', {});
  const shared = useIpcQuery('sharing:shares', { coeId: draft.id });
  const unsent = useUnsentWords(draft.id);
  const failed = own.error ?? contacts.error ?? shared.error;
  if (failed !== null) return <FailureText error={failed.appError} />;
  if (own.data === undefined || contacts.data === undefined || shared.data === undefined || !unsent.isRead)
    return <p role="status">Loading…</p>;
  const readAgain = (): void => {
    void own.refetch();
    void contacts.refetch();
    void shared.refetch();
  };
  const known = { own: own.data, contacts: contacts.data, shares: shared.data };
  return <Steps draft={draft} onClose={onClose} onCardsChanged={readAgain} {...known} />;
}

type Known = { own: OwnCard | null; contacts: readonly ContactInfo[]; shares: readonly ShareInfo[] };

/** What the writer chooses for one copy; the labels are in the COE itself. */
type ShareWishes = UnfinishedShare['wishes'];

/** What was decided about the names, for the reader with this key. */
type DecidedNames = { readonly to: string | null; readonly names: readonly NameDecision[] };

/**
 * The reader of the last copy, else the only person whose card is there, else anyone. With several cards nobody is
 * chosen, because a file for the wrong person cannot be taken back.
 */
function usualReader({ contacts, shares }: Known): string | null | undefined {
  const last = shares.findLast(({ withdrawnOn }) => withdrawnOn === null);
  const isKnown = last !== undefined && (last.to === null || contacts.some(({ key }) => key === last.to?.key));
  if (isKnown) return last.to?.key ?? null;
  return contacts.length > 1 ? undefined : (contacts[0]?.key ?? null);
}

const CHOSEN_EARLIER = 'You chose this earlier, and saved no file. Cancel gives it up.';

const NO_WISHES: Omit<ShareWishes, 'to'> = {
  audience: 'coaching',
  times: 'day',
  asks: '',
  notForRatings: true,
  deleteAfter: null,
};

/** What was wished for in the last copy for a reader. */
const earlierWishes = (shares: readonly ShareInfo[], to: string | null | undefined): Partial<ShareWishes> => {
  const earlier = shares.findLast((share) => (share.to?.key ?? null) === to);
  return earlier === undefined ? {} : { times: earlier.times, asks: earlier.asks };
};

/**
 * What was chosen before. A reader whom nobody chose makes way for the one who is usual now. Of wishes for a reader whose
 * card is gone nothing stays.
 */
function firstWishes(before: UnfinishedShare | null, known: Known): ShareWishes {
  const to = before?.wishes.to;
  const usual = usualReader(known);
  const isGone = typeof to === 'string' && known.contacts.every(({ key }) => key !== to);
  if (before === null || isGone) return { ...NO_WISHES, to: usual, ...earlierWishes(known.shares, usual) };
  if (before.isReaderChosen || to === usual) return before.wishes;
  return { ...before.wishes, to: usual, ...earlierWishes(known.shares, usual) };
}

function Steps({ draft, onClose, onCardsChanged, ...known }: ShareStepsProps & Known & { onCardsChanged: () => void }) {
  const { own, contacts, shares } = known;
  const coe = useStore(draft.store, (state) => state.coe);
  const [step, setStep] = useState(0);
  const unsent = useUnsentWords(draft.id);
  const [before] = useState(() => unfinishedShare(unsent));
  const [choice, setChoice] = useState(() => firstWishes(before, known));
  const [isReaderChosen, setIsReaderChosen] = useState(
    before?.isReaderChosen === true && before.wishes.to === choice.to,
  );
  const [decided, setDecided] = useState<DecidedNames | null>(before?.decided ?? null);
  const [untouched] = useState(() => firstWishes(null, known));
  useEffect(() => {
    const isUntouched = sameValue(choice, untouched) && !isReaderChosen && decided === null;
    const names = decided && { to: decided.to, names: [...decided.names] };
    rememberShare(draft.id, isUntouched ? null : { wishes: choice, isReaderChosen, decided: names });
  }, [draft.id, choice, untouched, isReaderChosen, decided]);
  const forget = (): void => {
    rememberShare(draft.id, null);
    onClose();
  };
  const [areNamesFound, setAreNamesFound] = useState(false);
  const [preview, setPreview] = useState<CopyPreview | null>(null);
  const [format, setFormat] = useState<FormatId>('once-share');
  const [error, setError] = useState<AppError | null>(null);
  const change = (changes: Partial<ShareWishes>): void => setChoice((now) => ({ ...now, ...changes }));

  // A reader who had a copy before gets the same wishes again, and the pseudonyms of that copy.
  const chooseReader = (to: string | null | undefined, audience: AudienceId): void => {
    if (to !== choice.to) setIsReaderChosen(true);
    change({ to, audience, ...(to === choice.to ? {} : earlierWishes(shares, to)) });
  };

  const { to, audience } = choice;
  // What was decided for one reader never goes to another.
  const names = decided !== null && decided.to === to ? decided.names : null;
  const newest = useRef(0);
  /** Goes to a step, and asks main for what the step shows. The answer to an earlier step is dropped. */
  const enter = async (next: number): Promise<void> => {
    newest.current += 1;
    const asked = newest.current;
    setStep(next);
    setError(null);
    setPreview(null);
    const { coe: written } = draft.store.getState();
    if (to === undefined) return;
    if (next === NAMES) {
      setAreNamesFound(false);
      const found = await invoke('sharing:find-names', { coe: written, to, audience });
      if (asked !== newest.current) return;
      if (!found.ok) return setError(found.error);
      setDecided({ to, names: withEarlierDecisions(found.value.decisions, names) });
      setAreNamesFound(true);
    } else if (next === LAST) {
      const made = await invoke('sharing:preview', { ...choice, to, coe: written, names: [...(names ?? [])] });
      if (asked !== newest.current) return;
      if (made.ok) setPreview(made.value);
      else setError(made.error);
    }
  };

  const save = async (): Promise<void> => {
    if (preview === null) return;
    const saved =
      format === 'once-share'
        ? await invokeIn(currentLibrary(), 'sharing:save', { copy: preview.copy })
        : await invoke('sharing:save-document', { copy: preview.copy, format });
    if (!saved.ok) return showFailure(saved.error, 'The copy was not saved');
    forget();
    showToast(`Saved ${saved.value.fileName}. Once sends nothing: send the file yourself.`);
  };

  const canGoOn =
    (step > 0 || (own !== null && to !== undefined)) &&
    !(step === NAMES && (!areNamesFound || hasEmptyPseudonym(names)));
  const goOn = (): void => {
    if (step === LAST) void save();
    else if (canGoOn) void enter(step + 1);
  };

  return (
    <DialogForm onSubmit={goOn}>
      <StepList steps={STEPS} current={step} />
      <StepContents steps={STEPS} current={step}>
        {(step === 0 || step === LAST) && <UnsentNote coeId={draft.id} />}
        {step === 0 && (
          <ChooseReader
            coeId={draft.id}
            own={own}
            contacts={contacts}
            shares={shares}
            to={to}
            audience={audience}
            onChange={chooseReader}
            onCardsChanged={onCardsChanged}
          />
        )}
        {step === 1 && (
          <ChooseParts
            coe={coe}
            audience={audience}
            room={(MAX_SHARED_BASE64 * 3) / 4}
            onChange={(audiences) => draft.change((now) => ({ ...now, audiences }), { location: 'header' })}
          />
        )}
        {step === NAMES && error === null && to !== undefined && (
          <>
            <ChooseNames
              decisions={areNamesFound ? names : null}
              onChange={(changed) => setDecided({ to, names: changed })}
            />
            <Wishes choice={choice} onChange={change} />
          </>
        )}
        {step === LAST && error === null && (
          <>
            <Select
              label="Format"
              options={FORMATS}
              value={format}
              onChange={(chosen) => setFormat(chosen ?? 'once-share')}
            />
            <PreviewCopy preview={preview} own={own?.key ?? ''} hasThread={format === 'once-share'} />
          </>
        )}
        {error !== null && <FailureText error={error} />}
      </StepContents>
      <DialogButtons>
        <UnsentStatus failure={unsent.failure} earlier={before === null ? null : CHOSEN_EARLIER} />
        <Button onPress={forget}>Cancel</Button>
        {step > 0 && <Button onPress={() => void enter(step - 1)}>Back</Button>}
        <Button look="primary" type="submit" isDisabled={step === LAST ? preview === null : !canGoOn}>
          {step === LAST ? 'Save the file' : 'Next'}
        </Button>
      </DialogButtons>
    </DialogForm>
  );
}

/** How exact times are, and what the writer would like from the reader. */
function Wishes({ choice, onChange }: { choice: ShareWishes; onChange: (changes: Partial<ShareWishes>) => void }) {
  return (
    <>
      <Select
        label="Times"
        options={TIMES}
        value={choice.times}
        onChange={(times) => onChange({ times: times ?? 'day' })}
      />
      <TextField
        label="What would you like from the reader?"
        value={choice.asks}
        maxLength={4_000}
        multiline
        voice="prose"
        onChange={(asks) => onChange({ asks })}
      />
      <DateField
        label="Please delete after"
        value={choice.deleteAfter}
        today={useToday()}
        onChange={(deleteAfter) => onChange({ deleteAfter })}
      />
      <Checkbox
        label="Not for ratings or discipline"
        isSelected={choice.notForRatings}
        onChange={(notForRatings) => onChange({ notForRatings })}
      />
    </>
  );
}
