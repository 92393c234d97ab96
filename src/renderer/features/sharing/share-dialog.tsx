import { type RefObject, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';

import type { AudienceId } from '#domain/coe/audience.ts';
import { sameValue } from '#domain/merge/json-value.ts';
import { MAX_SHARED_BASE64 } from '#domain/sharing/attachment-room.ts';
import type { NameDecision } from '#domain/sharing/name-replacer.ts';
import type { AppError } from '#ipc/app-error.ts';
import { COPY_DOCUMENT_IDS, type CopyPreview } from '#ipc/sharing.ts';

import type { Draft } from '../../draft/draft-state.ts';
import { useOwnName } from '../../entities/cards/use-own-name.ts';
import { UnsentStatus } from '../../entities/unsent/unsent-status.tsx';
import { rememberShare, unfinishedShare, useUnsentWords } from '../../entities/unsent/unsent-words.ts';
import { invoke } from '../../platform/bridge.ts';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, DialogForm } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { showToast } from '../../ui/toast.tsx';
import { ChooseNames } from './choose-names.tsx';
import { ChooseParts } from './choose-parts.tsx';
import { ChooseReader, type MissingInStep } from './choose-reader.tsx';
import { ChooseWishes } from './choose-wishes.tsx';
import { FailureText } from './failure-text.tsx';
import { hasEmptyPseudonym, withEarlierDecisions } from './name-decisions.ts';
import { PreviewCopy } from './preview-copy.tsx';
import { firstShareWishes, type ShareHistory, type ShareWishes, wishesOfLastShare } from './share-wishes.ts';
import { StepContents } from './step-contents.tsx';
import { StepList } from './step-list.tsx';
import { UnsentNote } from './unsent-note.tsx';
import { useOpenedDraft } from './use-opened-draft.ts';

const STEPS = ['For whom', 'What goes along', 'Names and wishes', 'The copy'] as const;
const NAMES = 2;
const LAST = STEPS.length - 1;

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

/** What was decided about the names, for the reader with this key. */
type DecidedNames = { readonly to: string | null; readonly names: readonly NameDecision[] };

const CHOSEN_EARLIER = 'You chose this earlier, and saved no file. Cancel gives it up.';

function Steps({
  draft,
  onClose,
  onCardsChanged,
  ...known
}: ShareStepsProps & ShareHistory & { onCardsChanged: () => void }) {
  const { own, contacts, shares } = known;
  const coe = useStore(draft.store, (state) => state.coe);
  const [step, setStep] = useState(0);
  const unsent = useUnsentWords(draft.id);
  const [before] = useState(() => unfinishedShare(unsent));
  const [choice, setChoice] = useState(() => firstShareWishes(before, known));
  const [isReaderChosen, setIsReaderChosen] = useState(
    before?.isReaderChosen === true && before.wishes.to === choice.to,
  );
  const [decided, setDecided] = useState<DecidedNames | null>(before?.decided ?? null);
  const [untouched] = useState(() => firstShareWishes(null, known));
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
    change({ to, audience, ...(to === choice.to ? {} : wishesOfLastShare(shares, to)) });
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

  const canGoOn = step !== NAMES || (areNamesFound && !hasEmptyPseudonym(names));
  const name = useOwnName(own, onCardsChanged);
  const nameField = useRef<HTMLDivElement>(null);
  const readers = useRef<HTMLDivElement>(null);
  const [hasMissed, setHasMissed] = useState(false);
  const missing: MissingInStep | null = name.text.trim() === '' ? 'name' : to === undefined ? 'reader' : null;
  const focusFirst = (part: RefObject<HTMLElement | null>): void => part.current?.querySelector('input')?.focus();
  const [isNaming, setIsNaming] = useState(false);
  const nameAndGoOn = async (): Promise<void> => {
    setIsNaming(true);
    const isNamed = await name.save();
    setIsNaming(false);
    if (isNamed) await enter(1);
    else focusFirst(nameField);
  };
  const goOn = (): void => {
    if (step === LAST) void save();
    else if (step === 0 && missing !== null) {
      setHasMissed(true);
      focusFirst(missing === 'name' ? nameField : readers);
    } else if (step === 0 && !name.isSaved) void nameAndGoOn();
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
            name={name}
            nameField={nameField}
            missing={hasMissed ? missing : null}
            readers={readers}
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
            <ChooseWishes wishes={choice} onChange={change} />
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
        <Button look="primary" type="submit" isDisabled={isNaming || (step === LAST ? preview === null : !canGoOn)}>
          {step === LAST ? 'Save the file' : 'Next'}
        </Button>
      </DialogButtons>
    </DialogForm>
  );
}
