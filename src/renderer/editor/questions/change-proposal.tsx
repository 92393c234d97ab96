import type { ReactNode } from 'react';

import { MAX_EVENT_TEXT, type ProposedAction } from '#domain/coaching/event.ts';

import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './questions.module.css';

type ChangeProposalProps = {
  action: ProposedAction;
  /** Whether the changes are from earlier, and stored. */
  status: ReactNode;
  onChange: (action: ProposedAction) => void;
  onAccept: (action: ProposedAction) => Promise<void>;
  onCancel: () => void;
};

/** The fields of a proposed action, to change before it is accepted. */
export function ChangeProposal({ action, status, onChange, onAccept, onCancel }: ChangeProposalProps) {
  const today = useToday();
  const change = (part: Partial<ProposedAction>): void => onChange({ ...action, ...part });
  const isEmpty = action.text.trim() === '';
  return (
    <div className={styles.form}>
      <TextField
        label="Action"
        value={action.text}
        onChange={(text) => change({ text })}
        maxLength={MAX_EVENT_TEXT}
        voice="prose"
        multiline
        autoFocus
      />
      <TextField
        label="Done when"
        value={action.doneWhen}
        onChange={(doneWhen) => change({ doneWhen })}
        maxLength={MAX_EVENT_TEXT}
        voice="prose"
        multiline
      />
      <DateField label="Due" value={action.due} today={today} onChange={(due) => change({ due })} />
      <DateField
        label="Check that it held on"
        value={action.checkDate}
        today={today}
        onChange={(checkDate) => change({ checkDate })}
      />
      {status}
      <div className={styles.buttons}>
        <Button look="primary" isDisabled={isEmpty} onPress={() => void onAccept(action)}>
          Accept
        </Button>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
    </div>
  );
}
