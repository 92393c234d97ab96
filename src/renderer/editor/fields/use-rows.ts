import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';

import { insertRow, insertRows, moveRow, removeRow, updateRow } from '#domain/coe/rows.ts';
import type { SectionId } from '#domain/coe/vocabulary.ts';
import { quantity } from '#domain/text/format.ts';

import { useCoe, useDraft, useSectionEdit } from '../../draft/draft-context.ts';
import { newId } from '../../platform/new-id.ts';
import { showToast } from '../../ui/toast.tsx';
import { focusAddButton, focusRow } from './focus-row.ts';

type Row = { id: string };

/** The rows of one list, and what can be done with them. */
export type Rows<Item extends Row> = {
  rows: Item[];
  /** Adds a row after another, or at the end, and focuses it. */
  add: (afterId?: string) => void;
  /**
   * Adds rows after the row `atId`, or in its place while it is empty, as one step that a toast offers to undo.
   * `arrange` puts all rows into their order.
   */
  addAll: (
    added: readonly Item[],
    atId: string | null,
    isEmpty: (row: Item) => boolean,
    arrange?: (rows: Item[]) => Item[],
  ) => void;
  /** Changes a row. `field` names the field that is typed into, for undo. */
  update: (id: string, change: Partial<Item>, field?: string) => void;
  remove: (id: string) => void;
  move: (id: string, by: number) => void;
  /** Key handler of a row's text: Enter adds a row, Alt+Up and Alt+Down move it, Backspace removes it when empty. */
  keys: (row: Item, isEmpty: boolean) => (event: KeyboardEvent) => void;
};

/** The rows of one list of a section. `make` creates an empty row. */
export function useRows<Item extends Row>(
  sectionId: SectionId,
  listKey: string,
  make: (id: string) => Item,
): Rows<Item> {
  const draft = useDraft();
  const edit = useSectionEdit(sectionId);
  const rows = useCoe((coe) => rowsIn<Item>(coe.sections[sectionId], listKey));
  const toFocus = useRef<string | null>(null);

  useEffect(() => {
    if (toFocus.current !== null && focusRow(toFocus.current)) toFocus.current = null;
  });

  // Stable functions: they read the rows when they are called.
  const changes = useMemo((): Omit<Rows<Item>, 'rows'> => {
    const setRows = (change: (rows: Item[]) => Item[], field?: string): void =>
      edit((latest) => ({ [listKey]: change(rowsIn<Item>(latest, listKey)) }) as object, field);
    const add = (afterId?: string): void => {
      const row = make(newId());
      toFocus.current = row.id;
      setRows((latest) => insertRow(latest, row, afterId));
    };
    const remove = (id: string): void => {
      const before = rowsIn<Item>(draft.store.getState().coe.sections[sectionId], listKey);
      const index = before.findIndex((row) => row.id === id);
      toFocus.current = (before[index - 1] ?? before[index + 1])?.id ?? null;
      if (toFocus.current === null) focusAddButton(id);
      setRows((latest) => removeRow(latest, id));
      showToast('Row removed.', draft.createRevert());
    };
    const move = (id: string, by: number): void => {
      toFocus.current = id;
      setRows((latest) => moveRow(latest, id, by));
    };

    const addAll: Rows<Item>['addAll'] = (added, atId, isEmpty, arrange = (all) => all) => {
      setRows((latest) => arrange(insertRows(latest, added, atId, isEmpty)));
      showToast(`${quantity(added.length, 'row')} added.`, draft.createRevert());
    };

    return {
      add,
      addAll,
      update: (id, change, field) =>
        setRows(
          (latest) => updateRow(latest, id, change),
          field === undefined ? undefined : `${listKey}.${id}.${field}`,
        ),
      remove,
      move,
      keys: (row, isEmpty) => (event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault();
          add(row.id);
        } else if (
          event.key === 'Backspace' &&
          isEmpty &&
          event.currentTarget instanceof HTMLTextAreaElement &&
          event.currentTarget.value === ''
        ) {
          event.preventDefault();
          remove(row.id);
        } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
          event.preventDefault();
          move(row.id, event.key === 'ArrowUp' ? -1 : 1);
        }
      },
    };
  }, [draft, edit, sectionId, listKey, make]);
  return { rows, ...changes };
}

const NO_ROWS: never[] = [];

const rowsIn = <Item extends Row>(section: unknown, listKey: string): Item[] =>
  (section as Record<string, Item[] | undefined>)[listKey] ?? NO_ROWS;
