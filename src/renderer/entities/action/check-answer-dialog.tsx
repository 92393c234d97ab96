import { useState } from 'react';

import {
  defaultCheckDate,
  defaultCheckHow,
  defaultCheckQuestion,
  type CheckContext,
} from '#domain/actions/check-defaults.ts';
import type { Action, Check } from '#domain/coe/sections/actions.ts';
import type { CheckResultId } from '#domain/coe/vocabulary.ts';
import { CHECK_RESULTS } from '#domain/guide/action-progress.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';

import { runCommand } from '../../platform/commands.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateField, doubtBefore } from '../../ui/date-field.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './check-answer-dialog.module.css';

/** The answer to a check, before it has an id. `next` is the date of the next check; null for none. */
export type CheckAnswer = {
  readonly check: Pick<Check, 'on' | 'result' | 'chances' | 'note' | 'coeId'>;
  readonly next: CalendarDate | null;
};

type CheckAnswerDialogProps = {
  action: Pick<Action, 'text' | 'purpose' | 'checkQuestion' | 'checkHow'>;
  coe: CheckContext;
  today: CalendarDate;
  onAnswer: (answer: CheckAnswer) => void;
  onClose: () => void;
};

/** Asks whether a fix held. The wording is about the fix, never about the person. */
export function CheckAnswerDialog({ action, coe, today, onAnswer, onClose }: CheckAnswerDialogProps) {
  const [result, setResult] = useState<CheckResultId | null>(null);
  const [chances, setChances] = useState('');
  const [note, setNote] = useState('');
  const [isNew, setIsNew] = useState(false);
  const [chosenNext, setNext] = useState<CalendarDate | null | undefined>(undefined);
  // A fix that held needs no other check unless the person wants one.
  const suggested = result === null || result === 'held' ? null : defaultCheckDate(coe, today);
  const next = chosenNext === undefined ? suggested : chosenNext;
  const needsDate = result === 'not-yet-tested' && next === null;
  const isNumber = /^\d{0,6}$/.test(chances.trim());
  const answer = (): void => {
    if (result === null || needsDate || !isNumber) return;
    const count = chances.trim() === '' ? null : Number(chances);
    onAnswer({ check: { on: today, result, chances: count, note: note.trim(), coeId: null }, next });
    if (result === 'came-back' && isNew) runCommand('coe.new');
  };
  return (
    <Dialog title="Did it hold?" isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          answer();
        }}
      >
        <p className={styles.fix}>{action.text.trim() || 'No words yet'}</p>
        <p>{action.checkQuestion.trim() || defaultCheckQuestion(coe.kind, action.purpose)}</p>
        <p className={styles.soft}>{action.checkHow.trim() || defaultCheckHow(coe.kind)}</p>
        <RadioCards label="Did it hold?" options={CHECK_RESULTS} value={result} onChange={setResult} autoFocus />
        <TextField
          label={result === 'not-yet-tested' ? 'How many chances were there so far?' : 'How many chances were there?'}
          value={chances}
          onChange={setChances}
          inputMode="numeric"
          maxLength={8}
          note={
            isNumber ? 'Times it could have happened again. Leave it empty when you do not know.' : 'Enter a number.'
          }
          noteIsProblem={!isNumber}
        />
        <TextField label="What did you see?" value={note} onChange={setNote} maxLength={4000} />
        <DateField
          label="Ask again on"
          value={next}
          today={today}
          question={(date) => doubtBefore(date, today)}
          onChange={setNext}
        />
        {result === 'came-back' && (
          <Checkbox label="Start a COE about what happened" isSelected={isNew} onChange={setIsNew} />
        )}
        {needsDate && <p role="status">When should it be asked again? Until then it counts as not yet tested.</p>}
        <DialogButtons>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" isDisabled={result === null || needsDate || !isNumber}>
            Save the answer
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
