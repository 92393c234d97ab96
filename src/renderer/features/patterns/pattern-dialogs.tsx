import { useState } from 'react';
import { useNavigate } from 'react-router';

import type { PatternHistory } from '#domain/patterns/pattern-history.ts';
import { MAX_PATTERN_WORDS, type Pattern } from '#domain/patterns/pattern.ts';

import { savePattern } from '../../entities/pattern/save-pattern.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog, DialogButtons, DialogForm } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { splitPattern } from './change-patterns.ts';
import styles from './patterns.module.css';

/** Changes the sentence of a pattern. */
export function RenameDialog({ pattern, onClose }: { pattern: Pattern; onClose: () => void }) {
  const [words, setWords] = useState(pattern.words);
  const save = async (): Promise<void> => {
    if (words.trim() === '') return;
    if (await savePattern(pattern, { ...pattern, words }, 'The sentence is changed.')) onClose();
  };
  return (
    <Dialog title="Change the sentence" isOpen onClose={onClose}>
      <DialogForm onSubmit={() => void save()}>
        <TextField
          label="The trap, in one sentence"
          voice="prose"
          autoFocus
          maxLength={MAX_PATTERN_WORDS}
          value={words}
          onChange={setWords}
        />
        <DialogButtons>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" isDisabled={words.trim() === ''}>
            Save
          </Button>
        </DialogButtons>
      </DialogForm>
    </Dialog>
  );
}

type MergeDialogProps = { pattern: Pattern; others: readonly PatternHistory[]; onClose: () => void };

/** Makes a pattern part of another: its COEs count for that one from then on. */
export function MergeDialog({ pattern, others, onClose }: MergeDialogProps) {
  const navigate = useNavigate();
  const choices = others.filter((other) => other.pattern.id !== pattern.id);
  const [into, setInto] = useState<string | null>(choices[0]?.pattern.id ?? null);
  const save = async (): Promise<void> => {
    if (into === null) return;
    if (!(await savePattern(pattern, { ...pattern, mergedInto: into }, 'The patterns are merged.'))) return;
    onClose();
    void navigate(`/patterns/${into}`);
  };
  return (
    <Dialog title="Merge into another pattern" isOpen onClose={onClose}>
      <DialogForm onSubmit={() => void save()}>
        <p>The COEs of “{pattern.words}” will count for the other pattern, which keeps its own sentence.</p>
        <Select
          label="Merge into"
          options={choices.map((other) => ({ id: other.pattern.id, label: other.pattern.words }))}
          value={into}
          onChange={setInto}
        />
        <DialogButtons>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" isDisabled={into === null}>
            Merge
          </Button>
        </DialogButtons>
      </DialogForm>
    </Dialog>
  );
}

/** Moves some COEs of a pattern to a new one. */
export function SplitDialog({ history, onClose }: { history: PatternHistory; onClose: () => void }) {
  const { pattern, coes } = history;
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isSaving, setIsSaving] = useState(false);
  const isAll = chosen.length === coes.length;
  const canSave = words.trim() !== '' && chosen.length > 0 && !isAll && !isSaving;
  const save = async (): Promise<void> => {
    if (!canSave) return;
    setIsSaving(true);
    const created = await splitPattern(pattern, words, chosen);
    setIsSaving(false);
    if (created === null) return;
    onClose();
    void navigate(`/patterns/${created.id}`);
  };
  return (
    <Dialog title="Split this pattern" isOpen onClose={onClose}>
      <DialogForm onSubmit={() => void save()}>
        <p>Name the other trap, and choose the COEs that belong to it. They no longer count for “{pattern.words}”.</p>
        <TextField
          label="The other trap, in one sentence"
          voice="prose"
          autoFocus
          maxLength={MAX_PATTERN_WORDS}
          value={words}
          onChange={setWords}
        />
        <div role="group" aria-label="COEs that move">
          {coes.map(({ id, title }) => (
            <Checkbox
              key={id}
              label={title.trim() || 'Untitled'}
              isSelected={chosen.includes(id)}
              onChange={(isOn) => setChosen(isOn ? [...chosen, id] : chosen.filter((each) => each !== id))}
            />
          ))}
        </div>
        <p role="status" className={styles.reason}>
          {isAll && 'Leave at least one COE here. To give all of them another sentence, choose “Change the sentence…”.'}
        </p>
        <DialogButtons>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" isDisabled={!canSave}>
            Split
          </Button>
        </DialogButtons>
      </DialogForm>
    </Dialog>
  );
}
