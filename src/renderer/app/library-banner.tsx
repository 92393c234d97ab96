import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';

import type { AppError } from '#ipc/app-error.ts';
import type { LibraryState } from '#ipc/library-state.ts';

import { invoke } from '../platform/bridge.ts';
import { useLibraryState } from '../platform/library-state.ts';
import { useIpcQuery } from '../platform/queries.ts';
import { Button } from '../ui/button.tsx';
import { explainError } from '../ui/explain-error.ts';
import styles from './library-banner.module.css';
import { chooseLibrary, retryLibrary, openRecent } from './open-library.ts';

/** What has to be said about the library that is open, above every screen. Usually nothing. */
export function LibraryBanner() {
  const library = useLibraryState();
  return (
    <>
      <SettingsSetAside />
      {library?.status === 'missing' && <MissingFolder library={library} />}
      {library?.status !== 'missing' && library?.isExamples === true && <Examples count={library.coeCount} />}
      {library?.status === 'ready' && library.wentBack.count > 0 && <WentBack library={library} />}
      {library?.status === 'ready' && library.historyFault !== null && <HistoryFault error={library.historyFault} />}
      {library !== undefined && library.status !== 'missing' && library.isOpenElsewhere && (
        <Banner isWarning>
          <strong>This library is open in another window of Once.</strong> You can read everything here. Close that
          window, and a moment later you can write here too.
        </Banner>
      )}
      {library?.status === 'ready' && !library.writable && !library.isOpenElsewhere && !library.isExamples && (
        <Banner isWarning>
          This library can only be read: Once may not write in {library.place}. You can read everything; changes cannot
          be saved.
        </Banner>
      )}
    </>
  );
}

/** Said of files that are whole and readable and yet older than they were: nothing else would give that away. */
function WentBack({ library: { wentBack } }: { library: LibraryState }) {
  const { count, first } = wentBack;
  return (
    <Banner
      isWarning
      actions={<Button onPress={() => void invoke('library:accept-earlier', {})}>They are right</Button>}
    >
      <strong>
        {count === 1 ? 'A COE is older than it was' : `${count.toLocaleString('en')} COEs are older than they were`}.
      </strong>{' '}
      Something other than Once put an earlier version in place, perhaps a sync program or a backup. Look at the history
      of{' '}
      {first.map(({ id, title }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Link to={`/coes/${id}`}>{title.trim() || 'Untitled'}</Link>
        </span>
      ))}
      {count > first.length && ` and ${(count - first.length).toLocaleString('en')} more`}, or of a backup, if words are
      missing.
    </Banner>
  );
}

function MissingFolder({ library }: { library: LibraryState }) {
  const [isLooking, setIsLooking] = useState(false);
  const [isStillMissing, setIsStillMissing] = useState(false);
  const navigate = useNavigate();
  const look = async (): Promise<void> => {
    setIsLooking(true);
    const state = await retryLibrary();
    setIsLooking(false);
    setIsStillMissing(state?.status === 'missing');
  };
  return (
    <Banner
      isWarning
      actions={
        <>
          <Button onPress={() => void look()} isDisabled={isLooking}>
            Try again
          </Button>
          <Button onPress={() => void chooseLibrary().then((isOpened) => isOpened && navigate('/coes'))}>
            Open another…
          </Button>
        </>
      }
    >
      <strong>The folder of this library cannot be found.</strong> It was at {library.place}. Nothing was deleted by
      Once; perhaps a drive is not connected, or the folder was moved or renamed. It opens by itself when it is back.
      {isStillMissing && ' It is still not there.'}
    </Banner>
  );
}

const COUNTS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function Examples({ count }: { count: number }) {
  const recents = useIpcQuery('library:recents', {}).data ?? [];
  const navigate = useNavigate();
  const own = recents[0];
  const goBack = async (): Promise<void> => {
    if (await (own === undefined ? chooseLibrary() : openRecent(own.handle))) void navigate('/coes');
  };
  return (
    <Banner
      actions={
        <Button onPress={() => void goBack()}>{own === undefined ? 'Open a library…' : 'Back to my library'}</Button>
      }
    >
      <strong>Example library:</strong> these {COUNTS[count] ?? count} COEs are invented. Change what you like; your own
      are kept apart.
    </Banner>
  );
}

function HistoryFault({ error }: { error: AppError }) {
  const [isRead, setIsRead] = useState(false);
  if (isRead) return null;
  return (
    <Banner actions={<Button onPress={() => setIsRead(true)}>All right</Button>}>
      <strong>What COEs were before cannot be kept just now:</strong> {explainError(error).title}. Your saves are not
      affected; only the history has a gap until this is mended.
    </Banner>
  );
}

function SettingsSetAside() {
  const setAside = useIpcQuery('app:info', {}).data?.settingsSetAside ?? null;
  const [isRead, setIsRead] = useState(false);
  if (setAside === null || isRead) return null;
  return (
    <Banner actions={<Button onPress={() => setIsRead(true)}>All right</Button>}>
      The settings file was damaged. It was kept as {setAside}, and what could not be read is as it was when it was last
      good. Your COEs are not affected.
    </Banner>
  );
}

type BannerProps = { isWarning?: boolean; actions?: ReactNode; children: ReactNode };

function Banner({ isWarning = false, actions, children }: BannerProps) {
  return (
    <section
      className={styles.banner}
      aria-label="About this library"
      role={isWarning ? 'alert' : undefined}
      data-warning={isWarning || undefined}
    >
      <p>{children}</p>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </section>
  );
}
