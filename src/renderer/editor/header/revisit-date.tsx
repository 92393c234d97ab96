import { useState } from 'react';

import { formatDay } from '#domain/time/format-day.ts';
import { addDays, REVISIT_CHOICES } from '#domain/time/revisit-choices.ts';

import { useCoe, useDraftState } from '../../draft/draft-context.ts';
import { useCommands } from '../../platform/commands.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import styles from './header.module.css';
import { useHeaderEdit } from './use-header.ts';

/** Captured now, thought about later: the day on which the COE is brought back, and the dialog that sets it. */
export function RevisitDate() {
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
          aria-label={`Again on ${formatDay(lookAgain, today)}`}
        >
          Again on {formatDay(lookAgain, today)}
        </Button>
      )}
      {isOpen && (
        <Dialog title="Look at it again later" isOpen onClose={() => close(undefined)}>
          <p>Some things are better written down at once and thought about later. It is brought back on Today.</p>
          <div className={styles.later}>
            {REVISIT_CHOICES.map(({ id, label, days }) => (
              <Button key={id} onPress={() => close(addDays(today, days))}>
                {label}
              </Button>
            ))}
          </div>
          <DateField label="Or on" value={chosen} min={today} onChange={setChosen} />
          <DialogButtons>
            {lookAgain !== null && (
              <Button look="plain" onPress={() => close(null)}>
                On no particular day
              </Button>
            )}
            <Button look="primary" isDisabled={chosen === null} onPress={() => close(chosen)}>
              Bring it back then
            </Button>
          </DialogButtons>
        </Dialog>
      )}
    </>
  );
}
