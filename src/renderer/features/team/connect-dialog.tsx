import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';

import { isOwnName, ownNames } from '#domain/actions/own-work.ts';
import { hostOf } from '#domain/team/host-of.ts';
import { upperFirst } from '#domain/text/format.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { TeamTrial } from '#ipc/team.ts';

import { invoke } from '../../platform/bridge.ts';
import { useLibraryState } from '../../platform/library-state.ts';
import { changeSettings, useSettings } from '../../platform/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, DialogForm } from '../../ui/dialog.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { ChooseStart, type Start } from './choose-start.tsx';
import { ChooseMeetingPlace, type MeetingPlace } from './choose-meeting-place.tsx';
import { ProblemNote } from './problem-note.tsx';
import { Progress } from './progress.tsx';
import { TrialResult } from './trial-result.tsx';
import styles from './team.module.css';

type Folder = { readonly handle: string; readonly path: string };

/** Connects a team library: an address, a try, what changes for privacy, a folder. Nothing is sent before *Connect*. */
export function ConnectDialog({ onClose }: { onClose: () => void }) {
  const { authorName, aliases } = useSettings();
  const library = useLibraryState();
  const navigate = useNavigate();
  const [place, setPlace] = useState<MeetingPlace>({ is: 'server', address: '' });
  const [typedName, setTypedName] = useState<string | null>(null);
  const [trial, setTrial] = useState<TeamTrial | null>(null);
  const [teamName, setTeamName] = useState('');
  const [start, setStart] = useState<Start>('nothing');
  const [folder, setFolder] = useState<Folder | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [doing, setDoing] = useState<'try' | 'connect' | null>(null);
  useEffect(() => () => void invoke('team:end-try', {}), []);
  const me = typedName ?? authorName;
  const asked = place.is === 'server' ? place.address.trim() : (place.folder?.path ?? '');
  const address = place.is === 'server' ? asked : { sharedFolder: place.folder?.handle ?? '' };
  const reached = trial?.is === 'reachable' ? trial : null;
  const isNew = reached !== null && reached.name === null;
  const isComplete = reached !== null && me.trim() !== '' && folder !== null && (!isNew || teamName.trim() !== '');

  const show = (answer: { ok: true; value: TeamTrial } | { ok: false; error: AppError }): void => {
    setDoing(null);
    if (!answer.ok) return setError(answer.error);
    const wasCancelled = answer.value.is === 'refused' && answer.value.problem.kind === 'cancelled';
    return setTrial(wasCancelled ? null : answer.value);
  };
  const tryAddress = async (): Promise<void> => {
    if (asked === '' || doing !== null) return;
    setDoing('try');
    setError(null);
    setTrial(null);
    show(await invoke('team:try', { address }));
  };
  const trust = async (fingerprint: string): Promise<void> => {
    setDoing('try');
    show(await invoke('team:trust-host', { address: asked, fingerprint }));
  };
  const chooseFolder = async (): Promise<void> => {
    setError(null);
    const chosen = await invoke('team:choose-folder', {});
    if (chosen.ok) setFolder(chosen.value);
    else if (chosen.error.kind !== 'cancelled') setError(chosen.error);
  };
  const connect = async (): Promise<void> => {
    if (!isComplete || folder === null || doing !== null) return;
    setDoing('connect');
    setError(null);
    const name = me.trim();
    const connected = await invoke('team:connect', {
      address,
      me: name,
      teamName: teamName.trim(),
      start: isNew ? start : 'nothing',
      folder: folder.handle,
    });
    setDoing(null);
    if (!connected.ok) {
      const wasCancelled = connected.error.kind === 'team' && connected.error.problem.kind === 'cancelled';
      return setError(wasCancelled ? null : connected.error);
    }
    // What this name wrote or owns counts as one's own from now on.
    if (authorName === '') await changeSettings({ authorName: name });
    else if (!isOwnName(name, ownNames(authorName, aliases)))
      await changeSettings({ aliases: aliases === '' ? name : `${aliases}, ${name}` });
    onClose();
    void navigate('/coes');
    return showToast(
      connected.value.is === 'team' ? `${connected.value.name} is open. What you write here is shared.` : 'Connected.',
    );
  };

  return (
    <Dialog
      title="Connect a team library"
      isOpen
      // What runs ends first, so that there is a result to read.
      onClose={() => (doing === null ? onClose() : void invoke('team:cancel', {}))}
      width="wide"
    >
      <DialogForm onSubmit={() => void (reached === null ? tryAddress() : connect())}>
        <p className={styles.soft}>
          A team library lives in a place that your team already has, and on the computer of everyone who uses it. You
          can write offline; Once exchanges changes when it can.
        </p>
        <ChooseMeetingPlace
          value={place}
          isDisabled={doing !== null}
          onChange={(next) => {
            setPlace(next);
            setTrial(null);
            setError(null);
          }}
          onFailure={setError}
        />
        <div>
          {/* Enter in the address tries it; once something was found, Enter connects. */}
          <Button
            type={reached === null ? 'submit' : 'button'}
            isDisabled={asked === ''}
            {...(reached === null ? {} : { onPress: () => void tryAddress() })}
          >
            {doing === 'try' ? 'Trying…' : 'Try it'}
          </Button>
        </div>
        <div role="status" aria-label="Result of the try">
          {trial !== null && (
            <TrialResult
              trial={trial}
              isSharedFolder={place.is === 'folder'}
              isBusy={doing !== null}
              address={asked}
              onTrust={(key) => void trust(key)}
              onSignedIn={() => void tryAddress()}
            />
          )}
        </div>
        {reached !== null && (
          <>
            <TextField
              label="Your name, as the others see it"
              value={me}
              onChange={setTypedName}
              maxLength={100}
              note="It stands beside what you write and comment. Nobody can check it, and it cannot be taken out of the history later."
            />
            {isNew && (
              <>
                <TextField
                  label="Name of the new team library"
                  value={teamName}
                  onChange={setTeamName}
                  maxLength={200}
                  placeholder="Payments team"
                />
                <ChooseStart value={start} library={library} onChange={setStart} />
              </>
            )}
            <div className={styles.folder}>
              <span>
                <strong>Folder on this computer</strong>
                <span className={styles.soft}>{folder === null ? 'An empty folder, for you alone.' : folder.path}</span>
              </span>
              <Button onPress={() => void chooseFolder()}>
                {folder === null ? 'Choose a folder…' : 'Choose another…'}
              </Button>
            </div>
            {place.is === 'server' ? <WhatChanges host={hostOf(asked)} /> : <WhatChangesWithFolder folder={asked} />}
          </>
        )}
        <p role="alert" className={styles.failed}>
          {error !== null && sentences(error)}
        </p>
        {error?.kind === 'team' && <ProblemNote problem={error.problem} />}
        {doing !== null && <Progress doing={doing} />}
        <DialogButtons>
          <Button onPress={() => (doing === null ? onClose() : void invoke('team:cancel', {}))}>Cancel</Button>
          <Button look="primary" type={reached === null ? 'button' : 'submit'} isDisabled={!isComplete}>
            Connect
          </Button>
        </DialogButtons>
      </DialogForm>
    </Dialog>
  );
}

/** What one agrees to by connecting. */
const WhatChanges = ({ host }: { host: string }) => (
  <section className={styles.changes} aria-labelledby="team-what-changes">
    <h3 id="team-what-changes">What changes for privacy</h3>
    <ul className={styles.points}>
      <li>
        Everyone who can read that repository reads <strong>every COE</strong> of this library: the team, and whoever
        runs {host}.
      </li>
      <li>
        For life: what was shared once stays in the history of the repository and on other computers, also after you
        delete it.
      </li>
      <li>
        Your git program talks to {host}, each time COEs are exchanged. Nothing else leaves this computer, and your
        other libraries stay here.
      </li>
      <li>The names of people in your COEs go along. Agree with your team on what belongs here.</li>
    </ul>
  </section>
);

/** The same for a shared folder. */
const WhatChangesWithFolder = ({ folder }: { folder: string }) => (
  <section className={styles.changes} aria-labelledby="team-what-changes">
    <h3 id="team-what-changes">What changes for privacy</h3>
    <ul className={styles.points}>
      <li>
        Everyone who can read that folder reads <strong>every COE</strong> of this library: the team, and whoever runs
        the share or the program that syncs it.
      </li>
      <li>
        For life: what was shared once stays in the history in that folder and on other computers, even after you delete
        it.
      </li>
      <li>
        Once writes files into {folder}, and uses no network for that. Another program may send them on. Your other
        libraries stay here.
      </li>
      <li>The names of people in your COEs go along. Agree with your team on what belongs here.</li>
    </ul>
  </section>
);

function sentences(error: AppError): string {
  if (error.kind === 'team') return 'Connecting did not work. Nothing in your other libraries changed.';
  const { title, safe, next } = explainError(error);
  return `${upperFirst(title)}. ${safe} ${next}`.trim();
}
