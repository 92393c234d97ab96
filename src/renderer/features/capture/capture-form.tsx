import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react';

import type { KindId } from '#domain/coe/vocabulary.ts';
import { COE_KINDS } from '#domain/guide/kinds.ts';
import { parseMoment } from '#domain/time/parse-moment.ts';
import { type Moment, unknownMoment } from '#domain/time/moment.ts';
import type { AppError } from '#ipc/app-error.ts';
import { type Capture, MAX_CAPTURE_LENGTH } from '#ipc/capture.ts';

import { CareNote } from '../../entities/care/care-note.tsx';
import { useCareInText } from '../../entities/care/use-care-in-text.ts';
import { invoke, listen } from '../../platform/bridge.ts';
import { useLibraryState } from '../../platform/library-state.ts';
import { useToday, useZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { MomentField } from '../../ui/moment-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './capture.module.css';
import { CaptureProblem } from './capture-problem.tsx';

type CaptureFormProps = {
  /** What was typed and not saved when the window was last closed. */
  remembered: Capture | null;
  lastKind: KindId;
};

/** Asks what happened, when, and of which kind. Main remembers every change. */
export function CaptureForm({ remembered, lastKind }: CaptureFormProps) {
  const zone = useZone();
  const today = useToday();
  const library = useLibraryState();
  const textId = useId();
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const isBusy = useRef(false);
  const [capture, setCapture] = useState<Capture>(
    () => remembered ?? { text: '', happened: now(today, zone), kind: lastKind },
  );
  const [discarded, setDiscarded] = useState<Capture | null>(null);
  const [problem, setProblem] = useState<AppError | 'no-text' | null>(null);
  const care = useCareInText(capture.text);
  const isEmpty = capture.text.trim() === '';

  const change = (part: Partial<Capture>): void => {
    const changed = { ...capture, ...part };
    setCapture(changed);
    if (part.text !== undefined) setDiscarded(null);
    if (problem === 'no-text') setProblem(null);
    void invoke('capture:change', changed);
  };
  const save = async (): Promise<void> => {
    if (isBusy.current) return;
    if (isEmpty) {
      setProblem('no-text');
      field.current?.focus();
      return;
    }
    isBusy.current = true;
    const saved = await invoke('capture:save', capture);
    isBusy.current = false;
    if (saved.ok) void invoke('capture:close', {});
    else setProblem(saved.error);
  };
  const discard = (): void => {
    setDiscarded(capture);
    setProblem(null);
    setCapture({ ...capture, text: '' });
    void invoke('capture:discard', {});
    field.current?.focus();
  };
  const submitSoon = (): void => void setTimeout(() => form.current?.requestSubmit(), 0);

  // If the person asked to save while the library was locked, it is saved once they have unlocked it.
  const onLibraryOpened = useEffectEvent(() => {
    if (problem !== null && problem !== 'no-text' && problem.kind === 'library-locked') void save();
  });
  useEffect(
    () => listen('library:changed', ({ status }) => (status === 'ready' || status === 'loading') && onLibraryOpened()),
    [],
  );
  useEffect(() => {
    const text = field.current;
    text?.focus();
    text?.setSelectionRange(text.value.length, text.value.length);
  }, []);

  const onTextKeyDown = (event: KeyboardEvent): void => {
    const isPlain = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
    if (event.key !== 'Enter' || !isPlain || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void save();
  };
  const onFormKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    // The date field sets first what was typed in it.
    submitSoon();
  };

  return (
    <main className={styles.screen}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a shortcut of all its fields */}
      <form
        ref={form}
        className={styles.form}
        aria-labelledby={`${textId}-title`}
        onKeyDown={onFormKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className={styles.content}>
          <h1 id={`${textId}-title`}>
            <VisuallyHidden>Quick capture</VisuallyHidden>
          </h1>
          <div className={styles.text}>
            <label htmlFor={textId}>What happened?</label>
            <textarea
              ref={field}
              id={textId}
              dir="auto"
              value={capture.text}
              maxLength={MAX_CAPTURE_LENGTH}
              spellCheck
              placeholder="A few words are enough. The first line becomes the title."
              aria-describedby={`${textId}-keys`}
              onChange={(event) => change({ text: event.target.value })}
              onKeyDown={onTextKeyDown}
            />
            <p id={`${textId}-keys`} className={styles.keys}>
              Enter saves, Shift+Enter starts a new line. Esc closes and keeps your text.
            </p>
          </div>
          {care.isShown && (
            <div className={styles.care}>
              <CareNote hasSettings={false} onClose={care.close} />
            </div>
          )}
          <MomentField
            label="When did it happen?"
            value={capture.happened}
            onChange={(happened) => change({ happened })}
            referenceDate={today}
            today={today}
            zone={zone}
            onEnter={submitSoon}
          />
          <div className={styles.kinds}>
            <span aria-hidden>Kind</span>
            <SegmentedControl
              label="Kind"
              options={COE_KINDS.map(({ id, label }) => ({ id, label }))}
              value={capture.kind}
              onChange={(kind) => change({ kind })}
            />
          </div>
        </div>
        <CaptureProblem problem={problem} library={library} />
        <footer className={styles.footer}>
          <p className={styles.library} title={library?.folder}>
            {library !== undefined && <>Saves to “{library.name}”</>}
          </p>
          {discarded !== null && (
            <Button
              look="plain"
              onPress={() => {
                change(discarded);
                field.current?.focus();
              }}
            >
              Undo discard
            </Button>
          )}
          {!isEmpty && (
            <Button look="plain" onPress={discard}>
              Discard
            </Button>
          )}
          <Button look="primary" type="submit">
            Save
          </Button>
        </footer>
      </form>
      <p role="status">
        <VisuallyHidden>
          {care.isShown && 'A note about help is below your text.'}
          {discarded !== null && 'Discarded. You can undo this.'}
        </VisuallyHidden>
      </p>
    </main>
  );
}

/** The current minute in a zone. */
function now(today: string, zone: string): Moment {
  const parsed = parseMoment('now', { referenceDate: today, zone, now: Date.now() });
  return 'moment' in parsed ? parsed.moment : unknownMoment();
}
