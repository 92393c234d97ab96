import { type KeyboardEvent, useState } from 'react';

import type { Action } from '#domain/coe/sections/actions.ts';
import type { KindId } from '#domain/coe/vocabulary.ts';
import { ROW_PLACEHOLDERS } from '#domain/guide/placeholders.ts';

import { useToday } from '../../../platform/today.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { RowFrame } from '../../fields/row-frame.tsx';
import { RowText } from '../../fields/row-text.tsx';
import { ActionDetails } from './action-details.tsx';
import { ActionLine } from './action-line.tsx';
import styles from './actions.module.css';
import { CheckLine } from './check-line.tsx';
import { useFix } from './use-fix.ts';

type ActionRowProps = {
  action: Action;
  number: number;
  kind: KindId;
  onChange: (change: Partial<Action>, field?: string) => void;
  onRemove: () => void;
  onMove: (by: number) => void;
  keys: (event: KeyboardEvent) => void;
};

/** One action: its text, a checkbox, a summary line, and the details on demand. */
export function ActionRow({ action, number, kind, onChange, onRemove, onMove, keys }: ActionRowProps) {
  const name = `action ${number}`;
  const fix = useFix(action.id);
  const today = useToday();
  // A new action starts with its details open; one read from disk starts with the summary.
  const [isOpen, setIsOpen] = useState(action.text === '');
  return (
    <RowFrame
      id={action.id}
      name={name}
      onRemove={onRemove}
      onMove={onMove}
      details={
        <>
          <div className={styles.summary}>
            <ActionLine action={action} />
            <Button
              look="plain"
              aria-expanded={isOpen}
              aria-label={`${isOpen ? 'Less' : 'More'} about ${name}`}
              onPress={() => setIsOpen(!isOpen)}
            >
              {isOpen ? 'Less' : 'Details'}
            </Button>
          </div>
          <CheckLine action={action} name={name} />
          {isOpen && <ActionDetails action={action} kind={kind} onChange={onChange} />}
        </>
      }
    >
      <Checkbox
        label={`Done, ${name}`}
        labelHidden
        isSelected={action.status === 'done'}
        onChange={(isDone) => fix.mark(isDone, today)}
      />
      <RowText
        isFirst
        label={`Action ${number}`}
        value={action.text}
        placeholder={ROW_PLACEHOLDERS[kind].actionText}
        onChange={(text) => onChange({ text }, 'text')}
        onKeyDown={keys}
      />
    </RowFrame>
  );
}
