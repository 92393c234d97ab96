import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';

import type { DepthId, KindId } from '#domain/coe/vocabulary.ts';
import { DEPTHS } from '#domain/guide/depths.ts';
import { COE_KIND_LABELS, COE_KINDS } from '#domain/guide/kinds.ts';
import { dayMoment, type Moment } from '#domain/time/moment.ts';

import { holdTyping, releaseTyping } from '../../draft/type-ahead.ts';
import { CareNote } from '../../entities/care/care-note.tsx';
import { useCareInText } from '../../entities/care/use-care-in-text.ts';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { useOwnQuestions } from '../../platform/own-questions.ts';
import { useToday, useZone } from '../../platform/today.ts';
import { changeSettings, useSettings } from '../../platform/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { hasModifier, isCharacter } from '../../ui/is-character.ts';
import { MomentField } from '../../ui/moment-field.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './new-coe-dialog.module.css';

const KINDS = COE_KINDS.map(({ id, label, description }) => ({ id, label, meaning: description }));

/** The longest title, in UTF-16 code units. */
const TITLE_LENGTH = 2000;

type NewCoeDialogProps = {
  /** The kind chosen by the command, if any. */
  kind: KindId | null;
  onClose: () => void;
};

/** Asks for a title, a kind, when it happened and how much to ask about it. */
export function NewCoeDialog({ kind: asked, onClose }: NewCoeDialogProps) {
  const navigate = useNavigate();
  const settings = useSettings();
  const today = useToday();
  const zone = useZone();
  // The one that the person saw when they opened the dialog; null while the first one opens.
  const depthHelpId = useId();
  const [library] = useState(currentLibrary);
  // Nobody should start an account of a personal mistake as an outage because that was chosen for them.
  const [kind, setKind] = useState<KindId | null>(asked);
  const [isKindMissed, setIsKindMissed] = useState(false);
  const { presets } = useOwnQuestions();
  const [presetName, setPresetName] = useState<string | null>(null);
  const preset = presets.find(({ name }) => name === presetName);
  const [depth, setDepth] = useState<DepthId>(settings.newCoeDepth);
  const [title, setTitle] = useState('');
  const [happened, setHappened] = useState<Moment>(() => dayMoment(today));
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const care = useCareInText(title);
  const isBusy = useRef(false);
  const kinds = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);

  const changeTitle = (text: string): void => {
    setTitle(text);
    setProblem(undefined);
  };
  const focusTitle = (): void => form.current?.querySelector('input')?.focus();
  const writeOn = (text: string): void => {
    changeTitle(`${title.trimEnd()} ${text.trim()}`.trimStart().slice(0, TITLE_LENGTH));
    focusTitle();
  };

  const start = async (): Promise<void> => {
    // Never replace a time that could not be parsed.
    const unread = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (unread !== null && unread !== undefined) {
      unread.focus();
      return;
    }
    if (title.trim() === '') {
      setProblem('Enter a title. A few words are enough, and you can change them later.');
      focusTitle();
      return;
    }
    if (kind === null) {
      setIsKindMissed(true);
      kinds.current?.focus();
      return;
    }
    if (isBusy.current) return;
    isBusy.current = true;
    // What is typed from here on belongs to the text, which the editor puts the caret into.
    holdTyping();
    const result = await invokeIn(library ?? currentLibrary(), 'coe:create', {
      kind,
      title: title.trim(),
      happened,
      depth,
      author: settings.authorName,
    });
    isBusy.current = false;
    if (result.ok) {
      if (!settings.welcomed) void changeSettings({ welcomed: true });
      onClose();
      void navigate(`/coes/${result.value.coe.id}`);
    } else {
      const typed = releaseTyping().trim();
      if (typed !== '') setTitle(`${title} ${typed}`);
      const words = explainError(result.error);
      setProblem(`The COE could not be created: ${words.title}. ${words.next}`);
    }
  };

  const onPaste = useEffectEvent((event: ClipboardEvent): void => {
    if (document.activeElement !== kinds.current) return;
    event.preventDefault();
    writeOn(event.clipboardData?.getData('text/plain').replace(/\s+/g, ' ') ?? '');
  });
  useEffect(() => {
    // The browser names the selected text as the target of a paste, which need not be within the group.
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);

  const onKindKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    const cards = kinds.current?.querySelectorAll('input');
    if (event.target === event.currentTarget) {
      // Start has just moved the focus here. Who goes on writing has not noticed, and chooses no kind by that.
      if (event.key.startsWith('Arrow') && !hasModifier(event.nativeEvent)) cards?.[0]?.focus();
      else if (isCharacter(event.nativeEvent)) writeOn(event.key);
      else {
        // The key then deletes in the title.
        if (event.key === 'Backspace') focusTitle();
        return;
      }
      event.preventDefault();
      return;
    }
    const index = Number(event.key) - 1;
    const option = COE_KINDS[index];
    if (option === undefined || hasModifier(event.nativeEvent)) return;
    event.preventDefault();
    setKind(option.id);
    cards?.[index]?.focus();
  };

  return (
    <Dialog title="New COE" isOpen onClose={onClose} width="wide">
      <p className={styles.meaning}>
        COE stands for Correction of Errors: what happened, what it did, why, and what will be different.
      </p>
      <form
        ref={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <TextField
          label="Title"
          voice="prose"
          value={title}
          maxLength={TITLE_LENGTH}
          autoFocus
          placeholder="A few neutral words, as you would tell a friend"
          note={problem}
          noteIsProblem={problem !== undefined}
          onChange={changeTitle}
        />
        {care.isShown && (
          <div className={styles.care}>
            <CareNote hasSettings={false} onClose={care.close} />
          </div>
        )}
        <p role="status" className={styles.spoken}>
          {care.isShown && 'A note about help is below the title.'}
        </p>
        {presets.length > 0 && (
          <Select
            label="Preset"
            none="None"
            options={presets.map(({ name, kind: presetKind, depth }) => ({
              id: name,
              label: name,
              meaning: `${COE_KIND_LABELS[presetKind]}, ${DEPTHS.find(({ id }) => id === depth)?.label ?? depth}`,
            }))}
            value={preset?.name ?? null}
            onChange={(name) => {
              setPresetName(name);
              const chosen = presets.find((each) => each.name === name);
              if (chosen === undefined) return;
              setKind(chosen.kind);
              setDepth(chosen.depth);
            }}
          />
        )}
        <div>
          <RadioCards
            ref={kinds}
            label="Kind"
            columns={2}
            options={KINDS}
            value={kind}
            isRequired
            onChange={setKind}
            onKeyDown={onKindKey}
          />
          <p role="status" className={styles.asked}>
            {isKindMissed && kind === null && `Choose a kind, or press Tab and then 1 to ${COE_KINDS.length}.`}
          </p>
        </div>
        <MomentField
          label="When did it happen?"
          value={happened}
          onChange={setHappened}
          referenceDate={today}
          today={today}
          zone={zone}
          onEnter={() => setTimeout(() => form.current?.requestSubmit(), 0)}
        />
        <div className={styles.depth}>
          <span aria-hidden>Depth</span>
          <SegmentedControl
            label="Depth"
            options={DEPTHS.map(({ id, label }) => ({ id, label }))}
            value={depth}
            onChange={setDepth}
            describedBy={depthHelpId}
          />
          <p id={depthHelpId}>{DEPTHS.find(({ id }) => id === depth)?.description}</p>
        </div>
        <DialogButtons>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            Start
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
