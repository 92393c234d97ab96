import { type ReactNode, type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';

import type { LibraryState, SyncService } from '#ipc/library-state.ts';

import { runCommand } from '../../platform/commands.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { changeSettings } from '../../platform/settings.ts';
import { Button } from '../../ui/button.tsx';
import styles from './first-start.module.css';

/** Remembers the step while the person visits another screen or opens another folder. */
const STEP_KEY = 'once.first-start-step';
const LAST_STEP = 3;

const storedStep = (): number => {
  const step = Number(window.sessionStorage.getItem(STEP_KEY));
  return Number.isInteger(step) && step >= 0 && step <= LAST_STEP ? step : 0;
};

/** The first start: what a COE is, where the files are, encryption, and how to begin. Every step can be skipped. */
export function FirstStart({ library }: { library: LibraryState }) {
  const navigate = useNavigate();
  const [step, setStep] = useState(storedStep);
  const steps = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const hasMoved = useRef(false);

  // The new heading is read aloud, and Tab leads to the buttons below it.
  useEffect(() => {
    if (hasMoved.current) heading.current?.focus();
  }, [step]);

  const goTo = (next: number): void => {
    hasMoved.current = true;
    window.sessionStorage.setItem(STEP_KEY, String(next));
    setStep(next);
  };
  const finish = (): void => void changeSettings({ welcomed: true });
  // Whoever thinks better of it comes back to this step: only a COE, or the person, ends the introduction.
  const begin = (command: 'coe.new' | 'import.open' | 'library.examples') => (): void => void runCommand(command);
  const onContinue = (): void => goTo(step + 1);

  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.repeat || event.isComposing || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { activeElement } = document;
    if (activeElement !== heading.current && activeElement?.contains(steps.current) !== true) return;
    event.preventDefault();
    if (step === LAST_STEP) begin('coe.new')();
    else onContinue();
  });
  // Enter goes on as in every dialog, unless something else has the focus.
  useLayoutEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <section ref={steps} className={styles.steps} aria-label="First start">
      {step === 0 && (
        <Step heading={heading} title="Anyone can make a mistake once">
          <p>
            COE stands for Correction of Errors: a calm look at something that went wrong, from what happened to what
            will be different.
          </p>
          <p>Everything you write stays on this computer until you share it yourself. There is no account.</p>
        </Step>
      )}
      {step === 1 && (
        <Step heading={heading} title="Where your files are">
          <p>
            Each COE is a file in <strong>{library.folder}</strong>
          </p>
          <SyncNote />
        </Step>
      )}
      {step === 2 && (
        <Step heading={heading} title="Lock it, now or later">
          {library.isEncrypted ? (
            <p>This library is encrypted. Only your passphrase or your recovery key opens it.</p>
          ) : (
            <p>
              With a passphrase, nobody else can read your COEs. If both the passphrase and the recovery key are lost,
              nobody can, not even you. You can encrypt the library at any time in Settings, under Lock.
            </p>
          )}
        </Step>
      )}
      {step === LAST_STEP && (
        <Step heading={heading} title="Begin">
          <p>
            Write about something of your own, bring reports or a journal that you have, or look at examples first. They
            are in a library of their own.
          </p>
        </Step>
      )}
      <div className={styles.actions}>
        {step === 0 && (
          <Button look="primary" onPress={onContinue}>
            Continue
          </Button>
        )}
        {step === 1 && (
          <>
            <Button look="primary" onPress={onContinue}>
              Keep this folder
            </Button>
            <Button onPress={() => runCommand('library.open')}>Choose another folder…</Button>
          </>
        )}
        {step === 2 && (
          <>
            <Button look="primary" onPress={onContinue}>
              {library.isEncrypted ? 'Continue' : 'Later'}
            </Button>
            {!library.isEncrypted && (
              <Button
                onPress={() => {
                  goTo(LAST_STEP);
                  void navigate('/settings');
                }}
              >
                Encrypt it in Settings
              </Button>
            )}
          </>
        )}
        {step === LAST_STEP && (
          <>
            <Button look="primary" onPress={begin('coe.new')}>
              Write your first COE
            </Button>
            <Button onPress={begin('import.open')}>Bring what you have…</Button>
            <Button onPress={begin('library.examples')}>Look at the example library</Button>
          </>
        )}
      </div>
      <div className={styles.progress}>
        {step > 0 && (
          <Button look="plain" onPress={() => goTo(step - 1)}>
            Back
          </Button>
        )}
        <span>
          Step {step + 1} of {LAST_STEP + 1}
        </span>
        <Button look="plain" onPress={finish}>
          Skip the introduction
        </Button>
      </div>
    </section>
  );
}

type StepProps = { heading: RefObject<HTMLHeadingElement | null>; title: string; children: ReactNode };

const Step = ({ heading, title, children }: StepProps) => (
  <>
    <h2 ref={heading} tabIndex={-1}>
      {title}
    </h2>
    <div className={styles.words}>{children}</div>
  </>
);

/** Whether a sync service copies the folder elsewhere. */
function SyncNote() {
  const service = useIpcQuery('library:sync-service', {}).data;
  if (service === undefined) return null;
  if (service === null) return <p>Copy or back up the folder as you would any other.</p>;
  return <p>{SYNC_NOTES[service] ?? cloudNote(service)}</p>;
}

const cloudNote = (service: SyncService): string =>
  `${service} copies this folder to its servers and to your other devices. If you would rather not have that, choose a folder outside ${service}, or encrypt the library in the next step.`;

const SYNC_NOTES: Partial<Record<SyncService, string>> = {
  Syncthing: 'Syncthing copies this folder to your other devices. Once merges what you change on them.',
  Nextcloud:
    'Nextcloud copies this folder to your server and to your other devices. If others can read that server, choose a folder outside Nextcloud, or encrypt the library in the next step.',
};
