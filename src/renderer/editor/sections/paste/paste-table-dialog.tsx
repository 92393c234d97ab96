import { type ReactNode, useState } from 'react';

import type { PastedTable } from '#domain/tables/rows-from-table.ts';
import type { TableTarget } from '#domain/tables/table-columns.ts';
import { quantity } from '#domain/text/format.ts';

import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog, DialogButtons, DialogForm } from '../../../ui/dialog.tsx';
import { ColumnChoice, useTableChoice } from './column-choice.tsx';
import styles from './paste.module.css';
import type { PastedCells } from './pasted.ts';

type PasteTableDialogProps<Item> = {
  title: string;
  target: TableTarget;
  pasted: PastedCells;
  read: (table: PastedTable) => readonly Item[];
  /** Shows a row as it will be. */
  show: (item: Item) => { text: string; more: ReactNode };
  onAdd: (items: Item[]) => void;
  onPasteAsText: () => void;
  /** Closed without a choice: pastes as if no rows had been offered. */
  onDismiss: () => void;
};

/** Shows which rows a pasted table becomes, and lets the person correct what its columns are. */
export function PasteTableDialog<Item>({
  title,
  target,
  pasted,
  read,
  show,
  onAdd,
  onPasteAsText,
  onDismiss,
}: PasteTableDialogProps<Item>) {
  const [leftOut, setLeftOut] = useState<readonly number[]>([]);
  const choice = useTableChoice(target, pasted, () => setLeftOut([]));
  if (choice === null) return null;
  const items = read(choice.table);
  const added = items.filter((_, number) => !leftOut.includes(number));
  return (
    <Dialog title={title} isOpen onClose={onDismiss} width="widest">
      <DialogForm onSubmit={() => onAdd(added)}>
        <ColumnChoice target={target} choice={choice} />
        <ol className={styles.rows} aria-label="Rows to add">
          {items.map((item, number) => {
            const isAdded = !leftOut.includes(number);
            const { text, more } = show(item);
            return (
              // oxlint-disable-next-line react/no-array-index-key -- rows have no other identity
              <li key={number} data-left-out={!isAdded || undefined}>
                <Checkbox
                  label={`Add row ${number + 1}`}
                  labelHidden
                  isSelected={isAdded}
                  onChange={() =>
                    setLeftOut(isAdded ? [...leftOut, number] : leftOut.filter((other) => other !== number))
                  }
                />
                <div>
                  <p className={styles.text}>{text}</p>
                  <p className={styles.note}>{more}</p>
                </div>
              </li>
            );
          })}
        </ol>
        <DialogButtons>
          <Button onPress={onPasteAsText}>Paste as text</Button>
          <Button look="primary" type="submit" isDisabled={added.length === 0}>
            Add {quantity(added.length, 'row')}
          </Button>
        </DialogButtons>
      </DialogForm>
    </Dialog>
  );
}
