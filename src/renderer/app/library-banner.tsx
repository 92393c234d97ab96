import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';

import { formatNumber, plural, quantity } from '#domain/text/format.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { LibraryState } from '#ipc/library-state.ts';

import { invoke } from '../platform/bridge.ts';
import { currentLibrary, invokeIn, useLibraryState } from '../platform/library-state.ts';
import { useIpcQuery } from '../platform/queries.ts';
import { Button } from '../ui/button.tsx';
import { explainError } from '../ui/explain-error.ts';
import styles from './library-banner.module.css';
import { chooseLibrary, openRecent, retryLibrary, beginInEmptyFolder } from './open-library.ts';

/** Warnings about the open library, above every screen. */
export function LibraryBanner() {
  const library = useLibraryState();
  return (
    <>
      <SettingsSetAside />
      {library?.status === 'missing' && <MissingFolder library={library} />}
      {library?.status !== 'missing' && library?.isExamples === true && <Examples />}
      {library?.status === 'ready' && library.rolledBack.count > 0 && <WentBack library={library} />}
      {library?.status === 'ready' && library.versionsError !== null && <HistoryFault error={library.versionsError} />}
      {library !== undefined && library.status !== 'missing' && library.isOpenElsewhere && <OpenElsewhere />}
      {library?.status === 'ready' && !library.writable && !library.isOpenElsewhere && !library.isExamples && (
        <Banner isWarning>
          This library is read-only: Once may not write to {library.folder}. You can read everything, but changes cannot
          be saved.
        </Banner>
      )}
    </>
  );
}

/** Says that another process has the library open, and offers to write here instead. */
function OpenElsewhere() {
  const [isWaiting, setIsWaiting] = useState(false);
  const takeOver = async (): Promise<void> => {
    setIsWaiting(true);
    if (!(await invoke('library:take-over', {})).ok) setIsWaiting(false);
  };
  return (
    <Banner
      isWarning
      actions={
        <Button onPress={() => void takeOver()} isDisabled={isWaiting}>
          Take over now
        </Button>
      }
    >
      <strong>This library is open in another window of Once.</strong> You can read everything here.{' '}
      {isWaiting
        ? 'Waiting for the other window to save. If it does not answer, you can write here in about 15 seconds.'
        : 'To write here, close that window, or take over: it then saves what is written there and becomes read-only.'}
    </Banner>
  );
}

/** Warns about files that are readable but older than before, which nothing else would reveal. */
function WentBack({ library: { rolledBack } }: { library: LibraryState }) {
  const { count, first } = rolledBack;
  return (
    <Banner
      isWarning
      actions={
        <Button onPress={() => void invokeIn(currentLibrary(), 'library:accept-rollback', {})}>
          Accept these versions
        </Button>
      }
    >
      <strong>
        {quantity(count, 'COE')} {plural(count, 'is an older version than before', 'are older versions than before')}.
      </strong>{' '}
      Another program replaced the newer version, perhaps a sync program or a backup tool. If text is missing, check the
      history of{' '}
      {first.map(({ id, title }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Link to={`/coes/${id}`}>{title.trim() || 'Untitled'}</Link>
        </span>
      ))}
      {count > first.length && ` and ${formatNumber(count - first.length)} more`}, or a backup.
    </Banner>
  );
}

function MissingFolder({ library }: { library: LibraryState }) {
  const [isRetrying, setIsRetrying] = useState(false);
  const [isStillMissing, setIsStillMissing] = useState(false);
  const navigate = useNavigate();
  const retry = async (): Promise<void> => {
    setIsRetrying(true);
    const state = await retryLibrary();
    setIsRetrying(false);
    setIsStillMissing(state?.status === 'missing');
  };
  return (
    <Banner
      isWarning
      actions={
        <>
          <Button onPress={() => void retry()} isDisabled={isRetrying}>
            Try again
          </Button>
          {library.isFolderEmpty && (
            <Button onPress={() => void beginInEmptyFolder(library.handle)}>Use the empty folder</Button>
          )}
          <Button onPress={() => void chooseLibrary().then((isOpened) => isOpened && navigate('/coes'))}>
            Open another…
          </Button>
        </>
      }
    >
      {library.isFolderEmpty ? (
        <>
          <strong>The folder of this library is there, but empty.</strong> It is at {library.folder}.{' '}
          {library.coeCount > 0 && `The ${quantity(library.coeCount, 'COE')} that Once knows are not in it. `}
          If it should not be empty, put its files back, or connect the drive they are on; the library then opens by
          itself.
        </>
      ) : (
        <>
          <strong>The folder of this library cannot be found.</strong> It was at {library.folder}. Once has deleted
          nothing: a drive may be disconnected, or the folder was moved or renamed. The library opens by itself when the
          folder is back.
          {isStillMissing && ' It is still missing.'}
        </>
      )}
    </Banner>
  );
}

function Examples() {
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
      <strong>Example library:</strong> everything in it at first is fictional. Change what you like; your own COEs are
      in another library.
    </Banner>
  );
}

function HistoryFault({ error }: { error: AppError }) {
  const [isDismissed, setIsDismissed] = useState(false);
  if (isDismissed) return null;
  return (
    <Banner actions={<Button onPress={() => setIsDismissed(true)}>Dismiss</Button>}>
      <strong>Earlier versions of COEs cannot be kept right now:</strong> {explainError(error).title}. Your saves are
      not affected, but the history has a gap until this is fixed.
    </Banner>
  );
}

function SettingsSetAside() {
  const quarantinedAs = useIpcQuery('app:info', {}).data?.settingsQuarantinedAs ?? null;
  const [isDismissed, setIsDismissed] = useState(false);
  if (quarantinedAs === null || isDismissed) return null;
  return (
    <Banner actions={<Button onPress={() => setIsDismissed(true)}>Dismiss</Button>}>
      The settings file was damaged. It was kept as {quarantinedAs}; settings that could not be read have their last
      good values. Your COEs are not affected.
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
