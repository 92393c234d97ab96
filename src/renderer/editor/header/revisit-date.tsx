import { useState } from 'react';

import { formatDay } from '#domain/time/format-day.ts';
import { addDays, REVISIT_CHOICES } from '#domain/time/revisit-choices.ts';

import { useCoe, useDraftState } from '../../draft/draft-context.ts';
import { useCommands } from '../../platform/commands.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { DateField, doubtBefore } from '../../ui/date-field.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { Dialog, DialogButtons, DialogForm } from '../../ui/dialog.tsx';
import styles from './header.module.css';
import { useHeaderEdit } from './use-header.ts';

/** The date on which Today shows the COE again, and the dialog that sets it. */
export function RevisitDate() {
  const dates = useDateStyle();
  const lookAgain = useCoe((coe) => coe.lookAgain);
  const readOnly = useDraftState((state) => state.readOnly);
  const edit = useHeaderEdit();
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const today = useToday();
  const open = (): void => {
    setChosen(lookAgain ?? addDays(today, 3));
    setIsOpen(true);
  };
  const close = (on: string | null | undefined): void => {
    setIsOpen(false);
    if (on !== undefined && on !== lookAgain) edit({ lookAgain: on });
  };
  useCommands({ 'coe.look-again': () => !readOnly && open() });
  return (
    <>
      {lookAgain !== null && (
        <Button
          look="plain"
          isDisabled={readOnly}
          onPress={open}
          aria-label={`Revisit on ${formatDay(lookAgain, today, dates)}`}
        >
          Revisit on {formatDay(lookAgain, today, dates)}
        </Button>
      )}
      {isOpen && (
        <Dialog title="Revisit it later" isOpen onClose={() => close(undefined)}>
          <p>
            Some things are better written down now and thought about later. Today shows the COE on the day you choose.
          </p>
          <div className={styles.later}>
            {REVISIT_CHOICES.map(({ id, label, days }) => (
              <Button key={id} onPress={() => close(addDays(today, days))}>
                {label}
              </Button>
            ))}
          </div>
          <DialogForm onSubmit={() => chosen !== null && close(chosen)}>
            <DateField
              label="Or on"
              value={chosen}
              today={today}
              question={(date) => doubtBefore(date, today)}
              onChange={setChosen}
            />
            <DialogButtons>
              {lookAgain !== null && (
                <Button look="plain" onPress={() => close(null)}>
                  No date
                </Button>
              )}
              <Button onPress={() => close(undefined)}>Cancel</Button>
              <Button look="primary" type="submit" isDisabled={chosen === null}>
                Set the date
              </Button>
            </DialogButtons>
          </DialogForm>
        </Dialog>
      )}
    </>
  );
}
