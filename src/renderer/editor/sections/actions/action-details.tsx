import { defaultCheckQuestion } from '#domain/actions/check-defaults.ts';
import { doubtActionDate } from '#domain/actions/doubt-action-dates.ts';
import { type ActionDate, changeOfDate, unreadDate } from '#domain/coe/action-dates.ts';
import type { Action } from '#domain/coe/sections/actions.ts';
import type { ActionStatusId, KindId } from '#domain/coe/vocabulary.ts';
import { ACTION_STATUSES, PRIORITY_LABELS } from '#domain/guide/action-progress.ts';
import { ACTION_PURPOSES } from '#domain/guide/action-purposes.ts';
import { ACTION_STRENGTHS } from '#domain/guide/action-strengths.ts';
import { ROW_PLACEHOLDERS } from '#domain/guide/placeholders.ts';

import { useCoe } from '../../../draft/draft-context.ts';
import { useToday } from '../../../platform/today.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { AnswerField } from '../../fields/answer-field.tsx';
import rowStyles from '../../fields/rows.module.css';
import { useTypedEntry } from '../../fields/use-typed-entry.ts';
import styles from './actions.module.css';
import { CauseField } from './cause-field.tsx';
import { useFix } from './use-fix.ts';

type ActionFieldsProps = { action: Action; kind: KindId; onChange: (change: Partial<Action>, field?: string) => void };

/** Who does an action, and by when. */
export function OwnerAndDue({ action, onChange }: Omit<ActionFieldsProps, 'kind'>) {
  return (
    <div className={`${rowStyles.pair} ${styles.who}`}>
      <div data-field="owner">
        <AnswerField
          label="Owner"
          value={action.owner}
          placeholder="Who does it"
          onChange={(owner) => onChange({ owner }, 'owner')}
        />
      </div>
      <div data-field="due">
        <ActionDateField which="due" label="Due" action={action} onChange={onChange} />
      </div>
    </div>
  );
}

/** The rest about an action: purpose, strength, when it is done, and how to check that it worked. */
export function ActionDetails({ action, kind, onChange }: ActionFieldsProps) {
  const hints = ROW_PLACEHOLDERS[kind];
  const fix = useFix(action.id);
  const today = useToday();
  const changeStatus = (status: ActionStatusId): void => {
    if (status === 'declined') onChange({ status });
    else fix.setDone(status === 'done', today);
  };
  return (
    <div className={`${rowStyles.pair} ${styles.details}`}>
      <div data-field="doneWhen">
        <AnswerField
          label="Done when"
          value={action.doneWhen}
          placeholder={hints.actionDoneWhen}
          onChange={(doneWhen) => onChange({ doneWhen }, 'doneWhen')}
        />
      </div>
      <Select
        label="Purpose"
        none="Not said"
        options={ACTION_PURPOSES.map(({ id, label, meaning }) => ({ id, label, meaning }))}
        value={action.purpose}
        onChange={(purpose) => onChange({ purpose })}
      />
      <Select
        label="Strength"
        none="Not said"
        options={ACTION_STRENGTHS.map(({ id, label, meaning }) => ({ id, label, meaning }))}
        value={action.strength}
        onChange={(strength) => onChange({ strength })}
      />
      <ActionDateField which="checkDate" label="Check that it held on" action={action} onChange={onChange} />
      <AnswerField
        label="What to ask on that day"
        value={action.checkQuestion}
        placeholder={defaultCheckQuestion(kind, action.purpose)}
        onChange={(checkQuestion) => onChange({ checkQuestion }, 'checkQuestion')}
      />
      <AnswerField
        label="What to look at"
        value={action.checkHow}
        placeholder={hints.checkQuestion}
        onChange={(checkHow) => onChange({ checkHow }, 'checkHow')}
      />
      <CauseField value={action.causeId} onChange={(causeId) => onChange({ causeId })} />
      <Select
        label="Priority"
        none="Not said"
        options={(['high', 'normal', 'low'] as const).map((id) => ({ id, label: PRIORITY_LABELS[id] }))}
        value={action.priority}
        onChange={(priority) => onChange({ priority })}
      />
      <Select
        label="Status of the action"
        options={ACTION_STATUSES.map(({ id, label, meaning }) => ({ id, label, meaning }))}
        value={action.status}
        onChange={(status) => status !== null && changeStatus(status)}
      />
      {action.status === 'declined' && (
        <AnswerField
          label="Why not?"
          value={action.declinedReason}
          onChange={(declinedReason) => onChange({ declinedReason }, 'declinedReason')}
        />
      )}
      {action.status === 'done' && (
        <ActionDateField which="doneOn" label="Done on" expects="past" action={action} onChange={onChange} />
      )}
    </div>
  );
}

type ActionDateFieldProps = Omit<ActionFieldsProps, 'kind'> & {
  which: ActionDate;
  label: string;
  expects?: 'plan' | 'past';
};

/** A date of an action. What is typed and cannot be read as one is kept in the COE in its place. */
function ActionDateField({ which, label, expects, action, onChange }: ActionDateFieldProps) {
  const onTyping = useTypedEntry();
  const today = useToday();
  const happened = useCoe((coe) => coe.happened);
  return (
    <DateField
      label={label}
      value={action[which]}
      words={unreadDate(action, which) ?? ''}
      today={today}
      expects={expects}
      question={(date) => doubtActionDate({ ...action, [which]: date }, which, happened, today)}
      onChange={(date, words) => onChange(changeOfDate(which, date, words), which)}
      onTyping={onTyping}
    />
  );
}
