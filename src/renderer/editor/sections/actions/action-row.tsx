import { type KeyboardEvent, useState } from 'react';

import type { Action } from '#domain/coe/sections/actions.ts';
import type { KindId } from '#domain/coe/vocabulary.ts';
import { ROW_PLACEHOLDERS } from '#domain/guide/placeholders.ts';

import { useToday } from '../../../platform/today.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { RowFrame } from '../../fields/row-frame.tsx';
import { RowText } from '../../fields/row-text.tsx';
import { ActionDetails, OwnerAndDue } from './action-details.tsx';
import { ActionLine } from './action-line.tsx';
import styles from './actions.module.css';
import { CheckLine } from './check-line.tsx';
import { useFix } from './use-fix.ts';

type ActionRowProps = {
  action: Action;
  number: number;
  kind: KindId;
  /** Whether the row shows its fields instead of its summary. */
  isOpen: boolean;
  onOpen: () => void;
  onChange: (change: Partial<Action>, field?: string) => void;
  onRemove: () => void;
  onMove: (by: number) => void;
  keys: (event: KeyboardEvent) => void;
};

/**
 * One action: its text, a checkbox and a summary line. While it is open it asks who and when instead, and the rest on
 * demand.
 */
export function ActionRow({ action, number, kind, isOpen, onOpen, onChange, onRemove, onMove, keys }: ActionRowProps) {
  const name = `action ${number}`;
  const fix = useFix(action.id);
  const today = useToday();
  const [isAsked, setIsAsked] = useState(false);
  // Leaving the row closes its details too.
  if (!isOpen && isAsked) setIsAsked(false);
  return (
    <RowFrame
      id={action.id}
      name={name}
      onRemove={onRemove}
      onMove={onMove}
      details={
        <>
          <div className={styles.summary}>
            {isOpen ? <OwnerAndDue action={action} onChange={onChange} /> : <ActionLine action={action} />}
            <Button
              look="plain"
              data-details
              aria-expanded={isAsked}
              aria-label={`${isAsked ? 'Less' : 'More'} about ${name}`}
              onPress={() => {
                onOpen();
                setIsAsked(!isAsked);
              }}
            >
              {isAsked ? 'Less' : 'Details'}
            </Button>
          </div>
          <CheckLine action={action} name={name} />
          {isAsked && <ActionDetails action={action} kind={kind} onChange={onChange} />}
        </>
      }
    >
      <Checkbox
        label={`Done, ${name}`}
        labelHidden
        isSelected={action.status === 'done'}
        onChange={(isDone) => fix.setDone(isDone, today)}
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
