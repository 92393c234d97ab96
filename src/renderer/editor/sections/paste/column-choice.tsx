import { useMemo, useState } from 'react';

import type { PastedTable } from '#domain/tables/rows-from-table.ts';
import {
  type ColumnId,
  guessColumns,
  hasHeader,
  TABLE_COLUMNS,
  type TableTarget,
} from '#domain/tables/table-columns.ts';

import { Checkbox } from '../../../ui/checkbox.tsx';
import { Select } from '../../../ui/select.tsx';
import type { PastedCells } from './pasted.ts';
import styles from './paste.module.css';

/** What the columns of a pasted table are, and how to change it. */
export type TableChoice = {
  readonly table: PastedTable;
  readonly setColumn: (column: number, id: ColumnId) => void;
  readonly setHasHeader: (hasHeader: boolean) => void;
};

/** The columns as guessed until a person changes them. Null without a table. `onChange` is called after a change. */
export function useTableChoice(
  target: TableTarget,
  pasted: PastedCells | null,
  onChange: () => void,
): TableChoice | null {
  const [chosen, setChosen] = useState(() =>
    pasted === null
      ? null
      : { columns: guessColumns(target, pasted.cells), hasHeader: hasHeader(target, pasted.cells) },
  );
  const table = useMemo((): PastedTable | null => {
    if (pasted === null || chosen === null) return null;
    // A cell without a column goes to the main one.
    const around = pasted.around === '' ? [] : [[...chosen.columns.map(() => ''), pasted.around]];
    return { ...chosen, cells: [...pasted.cells, ...around] };
  }, [pasted, chosen]);
  if (table === null || chosen === null) return null;
  const change = (next: typeof chosen): void => {
    setChosen(next);
    onChange();
  };
  return {
    table,
    setColumn: (column, id) => change({ ...chosen, columns: chosen.columns.with(column, id) }),
    setHasHeader: (isHeader) => change({ ...chosen, hasHeader: isHeader }),
  };
}

const SHOWN_ROWS = 3;

/** The first rows of a table, with the meaning of each column above it. */
export function ColumnChoice({ target, choice }: { target: TableTarget; choice: TableChoice }) {
  const { cells, columns, hasHeader: isHeader } = choice.table;
  const shown = cells.slice(0, SHOWN_ROWS + (isHeader ? 1 : 0));
  return (
    <div className={styles.columns}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a pane that scrolls must be reachable by keyboard */}
      <div className={styles.tablePane} role="group" aria-label="What the columns are" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((id, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- columns have no other identity
                <td key={column}>
                  <Select
                    label={`Column ${column + 1}${isHeader ? `, ${cells[0]?.[column] ?? ''}` : ''}`}
                    labelHidden
                    options={TABLE_COLUMNS[target].map(({ id: option, label }) => ({ id: option, label }))}
                    value={id}
                    onChange={(next) => next !== null && choice.setColumn(column, next)}
                  />
                </td>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, number) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows have no other identity
              <tr key={number} data-header={(isHeader && number === 0) || undefined}>
                {columns.map((id, column) => (
                  // oxlint-disable-next-line react/no-array-index-key -- columns have no other identity
                  <td key={column} data-out={id === 'out' || undefined}>
                    {row[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Checkbox label="The first row is a header" isSelected={isHeader} onChange={choice.setHasHeader} />
    </div>
  );
}
