import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';

import { copyAddress } from '#domain/attachments/copy-address.ts';
import { describeParts } from '#domain/export/count-parts.ts';
import { markdownForClipboard } from '#domain/export/markdown/write-markdown.ts';
import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';
import { MAX_PUBLISHED_BYTES } from '#domain/sharing/attachment-room.ts';
import type { CopyTimesId } from '#domain/sharing/copy-times.ts';
import type { NameDecision } from '#domain/sharing/name-replacer.ts';
import { joinList, plural, quantity } from '#domain/text/format.ts';
import { formatDay } from '#domain/time/format-day.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Published, PublishPreview } from '#ipc/publishing.ts';

import type { Draft } from '../../draft/draft-state.ts';
import { UnsentStatus } from '../../entities/unsent/unsent-status.tsx';
import { rememberPublication, unfinishedPublication, useUnsentWords } from '../../entities/unsent/unsent-words.ts';
import { invoke } from '../../platform/bridge.ts';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { invalidate, useIpcQuery } from '../../platform/queries.ts';
import { useTeam } from '../../platform/team.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { Dialog, DialogButtons, DialogForm } from '../../ui/dialog.tsx';
import { MarkdownView } from '../../ui/markdown-view.tsx';
import { Select } from '../../ui/select.tsx';
import { focusWhenLost } from '../../ui/focus-when-lost.ts';
import { showFailure } from '../../ui/show-failure.ts';
import { showToast } from '../../ui/toast.tsx';
import { ChooseNames } from './choose-names.tsx';
import { ChooseParts } from './choose-parts.tsx';
import { FailureText } from './failure-text.tsx';
import { hasEmptyPseudonym, withEarlierDecisions } from './name-decisions.ts';
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
            <EarlierOnes coeId={draft.id} />
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
        {step === LAST && error === null && <Preview preview={preview} />}
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

type EarlierOneProps = { published: Published; onTakeBack: () => void };

/** One place where it was published. When it goes, because it was taken back, the focus goes to the step. */
function EarlierOne({ published, onTakeBack }: EarlierOneProps) {
  const { name, on, takenBackOn } = published;
  const dates = useDateStyle();
  const today = useToday();
  const line = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const step = line.current?.closest<HTMLElement>('[role="group"]') ?? null;
    return () => focusWhenLost(() => step);
  }, []);
  return (
    <div ref={line} className={styles.earlier}>
      <p className={styles.lead}>
        {takenBackOn === null
          ? `You published it to ${name} on ${formatDay(on, today, dates)}. Publishing again adds another COE.`
          : `You took it back from ${name} on ${formatDay(takenBackOn, today, dates)}, but somebody there had changed it meanwhile, so the team still has it.`}
      </p>
      <Button onPress={onTakeBack}>{takenBackOn === null ? 'Take back…' : 'Take back again…'}</Button>
    </div>
  );
}

/** Where this COE was published before, with a way to take it back and what that cannot reach. */
function EarlierOnes({ coeId }: { coeId: string }) {
  const earlier = useIpcQuery('publishing:list', { coeId }, { staleTime: 0 }).data ?? [];
  const [asked, setAsked] = useState<Published | null>(null);
  const takeBack = async ({ coeId: published, name }: Published): Promise<void> => {
    const taken = await invokeIn(currentLibrary(), 'publishing:take-back', { coeId, published });
    setAsked(null);
    invalidate(['publishing:list']);
    if (taken.ok) showToast(`Taken back from ${name}. The team’s computers follow at their next exchange.`);
    else showFailure(taken.error, 'Nothing was taken back');
  };
  return (
    <>
      {earlier.map((each) => (
        <EarlierOne key={each.coeId} published={each} onTakeBack={() => setAsked(each)} />
      ))}
      {asked !== null && (
        <Dialog title={`Take it back from ${asked.name}?`} role="alertdialog" isOpen onClose={() => setAsked(null)}>
          <p>
            The COE is deleted there for everyone, and so are the pictures and files in it that nothing else there uses.
          </p>
          <p>
            This cannot reach older versions and comments in the history of the repository, copies in the folders, trash
            and backups of every computer, this one too, or what people have read.
          </p>
          <DialogButtons>
            <Button autoFocus onPress={() => setAsked(null)}>
              Leave it there
            </Button>
            <Button look="danger" onPress={() => void takeBack(asked)}>
              Take it back
            </Button>
          </DialogButtons>
        </Dialog>
      )}
    </>
  );
}

/** What the published COE says, and what is not in it. */
function Preview({ preview }: { preview: PublishPreview | null }) {
  const markdown = useMemo(() => (preview === null ? '' : markdownForClipboard(preview.coe)), [preview]);
  const pictures = useMemo(() => addressesOf(preview), [preview]);
  if (preview === null) return <p role="status">Making the copy…</p>;
  const { left, attachments } = preview;
  const along = attachments.length === 0 ? [] : [quantity(attachments.length, 'picture or file', 'pictures and files')];
  const inIt = [...describeParts(preview.coe), ...along];
  const notIn = [
    ...(left.sections.length > 0
      ? [
          `the ${plural(left.sections.length, 'section')} ${joinList(left.sections.map((id) => SECTION_SHORT_NAMES[id]))}`,
        ]
      : []),
    ...(left.rows > 0 ? [quantity(left.rows, 'row')] : []),
    ...(left.fields > 0 ? [quantity(left.fields, 'field')] : []),
    ...(left.attachments > 0 ? [quantity(left.attachments, 'picture or file', 'pictures and files')] : []),
  ];
  return (
    <section className={styles.preview} aria-label="Preview">
      <p className={styles.lead} role="status">
        {inIt.length > 0
          ? `In it: ${inIt.join(', ')}. `
          : 'There is next to nothing in it: go back and label what you want read. '}
        {left.names > 0 && `${quantity(left.names, 'name')} replaced or left out. `}
        {notIn.length > 0 ? `Not in it: ${notIn.join('; ')}.` : 'Nothing else was left out.'}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys scroll the step from here */}
      <div className={styles.page} tabIndex={0} role="region" aria-label="What the team reads">
        <MarkdownView markdown={markdown} voice="prose" shiftHeadings={2} pictures={pictures} />
      </div>
    </section>
  );
}

/** Where the pictures of a copy are, by their names. */
const addressesOf = (preview: PublishPreview | null): ReadonlyMap<string, string> =>
  new Map(preview?.attachments.map((name) => [name, copyAddress({ copy: preview.copy, name })]));
