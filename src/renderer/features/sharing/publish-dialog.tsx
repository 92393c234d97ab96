import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';

import { MAX_PUBLISHED_BYTES } from '#domain/sharing/attachment-room.ts';
import type { CopyTimesId } from '#domain/sharing/copy-times.ts';
import type { NameDecision } from '#domain/sharing/name-replacer.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { PublishPreview } from '#ipc/publishing.ts';

import type { Draft } from '../../draft/draft-state.ts';
import { UnsentStatus } from '../../entities/unsent/unsent-status.tsx';
import { rememberPublication, unfinishedPublication, useUnsentWords } from '../../entities/unsent/unsent-words.ts';
import { invoke } from '../../platform/bridge.ts';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { invalidate, useIpcQuery } from '../../platform/queries.ts';
import { useTeam } from '../../platform/team.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, DialogForm } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { showToast } from '../../ui/toast.tsx';
import { ChooseNames } from './choose-names.tsx';
import { ChooseParts } from './choose-parts.tsx';
import { EarlierPublications } from './earlier-publications.tsx';
import { FailureText } from './failure-text.tsx';
import { hasEmptyPseudonym, withEarlierDecisions } from './name-decisions.ts';
import { PreviewPublication } from './preview-publication.tsx';
import styles from './sharing.module.css';
import { StepContents } from './step-contents.tsx';
import { StepList } from './step-list.tsx';
import { useOpenedDraft } from './use-opened-draft.ts';

const STEPS = ['What goes along', 'Names and times', 'The copy'] as const;
const NAMES = 1;
const LAST = STEPS.length - 1;

const TIMES: readonly { id: CopyTimesId; label: string; meaning: string }[] = [
  { id: 'exact', label: 'Exact times', meaning: 'As you wrote them.' },
  { id: 'day', label: 'Days', meaning: 'The day, without the time.' },
  { id: 'since-began', label: 'Minutes since it began', meaning: 'How long things took, without the date.' },
];

const CHOSEN_EARLIER = 'You chose this earlier, and published nothing. Cancel gives it up.';

type PublishDialogProps = { coeId: string; onConnect: () => void; onClose: () => void };

/**
 * Publishes the open COE of a private library to a team library on this computer, as a new COE there. What was chosen is
 * there again when the dialog was closed in another way than with Cancel, and when the app was locked or ended.
 */
export function PublishDialog({ coeId, onConnect, onClose }: PublishDialogProps) {
  const isTeam = useTeam() !== null;
  const teams = useIpcQuery('team:libraries', {}, { staleTime: 0 }).data;
  const draft = useOpenedDraft(coeId, 'This COE cannot be published', onClose);
  const { isRead } = useUnsentWords(coeId);
  return (
    <Dialog title="Publish to the team" isOpen onClose={onClose} width="widest">
      {draft === null || teams === undefined || !isRead ? (
        <p role="status">Loading…</p>
      ) : isTeam || teams.length === 0 ? (
        <>
          <p className={styles.lead}>
            {isTeam
              ? 'This COE is in a team library already: everyone in the team reads it.'
              : 'Connect a team library first. Then you can publish a copy of this COE to it, without what is private.'}
          </p>
          <DialogButtons>
            <Button onPress={onClose}>Close</Button>
            {!isTeam && (
              <Button look="primary" onPress={onConnect}>
                Connect a team library…
              </Button>
            )}
          </DialogButtons>
        </>
      ) : (
        <PublishSteps draft={draft} teams={teams} onClose={onClose} />
      )}
    </Dialog>
  );
}

type Team = { readonly handle: string; readonly name: string };
type PublishStepsProps = { draft: Draft; teams: readonly Team[]; onClose: () => void };

function PublishSteps({ draft, teams, onClose }: PublishStepsProps) {
  const coe = useStore(draft.store, (state) => state.coe);
  const [to, setTo] = useState(teams[0]?.handle ?? '');
  const [step, setStep] = useState(0);
  const unsent = useUnsentWords(draft.id);
  const [before] = useState(() => unfinishedPublication(unsent));
  const [times, setTimes] = useState<CopyTimesId>(before?.times ?? 'exact');
  const [names, setNames] = useState<readonly NameDecision[] | null>(before?.names ?? null);
  const [areNamesFound, setAreNamesFound] = useState(false);
  const [preview, setPreview] = useState<PublishPreview | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [isPublishing, setIsPublishing] = useState(false);
  const team = teams.find(({ handle }) => handle === to);

  useEffect(() => {
    const isUntouched = times === 'exact' && names === null;
    rememberPublication(draft.id, isUntouched ? null : { times, names: names && [...names] });
  }, [draft.id, times, names]);
  const forget = (): void => {
    rememberPublication(draft.id, null);
    onClose();
  };

  const newest = useRef(0);
  /** Goes to a step, and asks main for what the step shows. The answer to an earlier step is dropped. */
  const enter = async (next: number): Promise<void> => {
    newest.current += 1;
    const entered = newest.current;
    setStep(next);
    setError(null);
    setPreview(null);
    const { coe: written } = draft.store.getState();
    if (next === NAMES) {
      setAreNamesFound(false);
      const found = await invoke('sharing:find-names', { coe: written, to: null, audience: 'published' });
      if (entered !== newest.current) return;
      if (!found.ok) return setError(found.error);
      setNames(withEarlierDecisions(found.value.decisions, names));
      setAreNamesFound(true);
    } else if (next === LAST) {
      const made = await invoke('publishing:preview', { coe: written, times, names: [...(names ?? [])] });
      if (entered !== newest.current) return;
      if (made.ok) setPreview(made.value);
      else setError(made.error);
    }
  };
  const publish = async (): Promise<void> => {
    if (preview === null || isPublishing) return;
    setIsPublishing(true);
    const published = await invokeIn(currentLibrary(), 'publishing:publish', { copy: preview.copy, to });
    setIsPublishing(false);
    if (!published.ok) return setError(published.error);
    invalidate(['publishing:list']);
    forget();
    return showToast(`Published to ${published.value.name}. It is sent when that library is open.`, {
      label: 'Open it',
      run: () =>
        void invoke('library:open-recent', { handle: to }).then((opened) => !opened.ok && showFailure(opened.error)),
    });
  };
  const canGoOn = step !== NAMES || (areNamesFound && !hasEmptyPseudonym(names));
  return (
    <DialogForm onSubmit={() => void (step === LAST ? publish() : canGoOn && enter(step + 1))}>
      <StepList steps={STEPS} current={step} />
      <StepContents steps={STEPS} current={step}>
        {step === 0 && (
          <>
            {teams.length > 1 && (
              <Select
                label="Team library"
                options={teams.map(({ handle, name }) => ({ id: handle, label: name }))}
                value={to}
                onChange={(id) => id !== null && setTo(id)}
              />
            )}
            <p className={styles.lead}>
              A new COE in {team?.name ?? 'the team library'}, with only what you label “Published”. Everyone in that
              team reads it, and it stays in their history. Your own COE stays here, and nothing there leads back to it.
            </p>
            <EarlierPublications coeId={draft.id} />
            <ChooseParts
              coe={coe}
              audience="published"
              room={MAX_PUBLISHED_BYTES}
              onChange={(audiences) => draft.change((now) => ({ ...now, audiences }), { location: 'header' })}
            />
          </>
        )}
        {step === NAMES && error === null && (
          <>
            <ChooseNames decisions={areNamesFound ? names : null} onChange={setNames} />
            <Select label="Times" options={TIMES} value={times} onChange={(chosen) => setTimes(chosen ?? 'exact')} />
          </>
        )}
        {step === LAST && error === null && <PreviewPublication preview={preview} />}
        {error !== null && <FailureText error={error} />}
      </StepContents>
      <DialogButtons>
        <UnsentStatus failure={unsent.failure} earlier={before === null ? null : CHOSEN_EARLIER} />
        <Button onPress={forget}>Cancel</Button>
        {step > 0 && <Button onPress={() => void enter(step - 1)}>Back</Button>}
        <Button look="primary" type="submit" isDisabled={isPublishing || (step === LAST ? preview === null : !canGoOn)}>
          {step === LAST ? `Publish to ${team?.name ?? 'the team'}` : 'Next'}
        </Button>
      </DialogButtons>
    </DialogForm>
  );
}
