import { useState } from 'react';

import { MAX_EVENT_TEXT, type ProposedAction } from '#domain/coaching/event.ts';

import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './questions.module.css';

type ChangeProposalProps = {
  action: ProposedAction;
  onAccept: (action: ProposedAction) => Promise<void>;
  onCancel: () => void;
};

/** The fields of a proposed action, to change before it is accepted. */
export function ChangeProposal({ action, onAccept, onCancel }: ChangeProposalProps) {
  const [changed, setChanged] = useState(action);
  const today = useToday();
  const change = (part: Partial<ProposedAction>): void => setChanged((before) => ({ ...before, ...part }));
  const isEmpty = changed.text.trim() === '';
  return (
    <div className={styles.form}>
      <TextField
        label="Action"
        value={changed.text}
        onChange={(text) => change({ text })}
        maxLength={MAX_EVENT_TEXT}
        voice="prose"
        multiline
        autoFocus
      />
      <TextField
        label="Done when"
        value={changed.doneWhen}
        onChange={(doneWhen) => change({ doneWhen })}
        maxLength={MAX_EVENT_TEXT}
        voice="prose"
        multiline
      />
      <DateField label="Due" value={changed.due} today={today} onChange={(due) => change({ due })} />
      <DateField
        label="Check that it held on"
        value={changed.checkDate}
        today={today}
        onChange={(checkDate) => change({ checkDate })}
      />
      <div className={styles.buttons}>
        <Button look="primary" isDisabled={isEmpty} onPress={() => void onAccept(changed)}>
          Accept
        </Button>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
    </div>
  );
}
