import { useEffect, useMemo, useRef } from 'react';

import type { Why } from '#domain/coe/sections/whys.ts';
import {
  addSibling,
  addChild,
  findWhy,
  flattenWhys,
  indentWhy,
  moveWhy,
  newWhy,
  outdentWhy,
  removeWhy,
  updateWhy,
} from '#domain/whys/tree.ts';

import { useCoe, useDraft, useSectionEdit } from '../../../draft/draft-context.ts';
import { newId } from '../../../platform/new-id.ts';
import { showToast } from '../../../ui/toast.tsx';
import { focusAddButton, focusRow } from '../../fields/focus-row.ts';

/** Which of the two trees: why it happened, or why it went unnoticed. */
export type WhyListKey = 'happened' | 'unnoticed';

/** What can be done with a tree of whys. The same object for as long as the tree is shown. */
export type WhyTreeEditing = {
  /** Adds an answer below another, or a root when there is none. */
  ask: (parentId: string | null) => void;
  /** Adds a sibling after an answer. */
  branch: (siblingId: string) => void;
  update: (id: string, change: Partial<Why>, field?: string) => void;
  remove: (id: string) => void;
  move: (id: string, by: number) => void;
  indent: (id: string) => void;
  outdent: (id: string) => void;
};

/** Edits one of the two trees. A new answer gets the focus, and a moved one keeps it. */
export function useWhyTree(listKey: WhyListKey): { tree: Why[]; editing: WhyTreeEditing } {
  const draft = useDraft();
  const edit = useSectionEdit('whys');
  const tree = useCoe((coe) => coe.sections.whys[listKey]);
  const toFocus = useRef<string | null>(null);
  useEffect(() => {
    if (toFocus.current !== null && focusRow(toFocus.current)) toFocus.current = null;
  });
  // It reads the tree when something is done, so that typing in one answer does not draw the others again.
  const editing = useMemo((): WhyTreeEditing => {
    const change = (update: (whys: Why[]) => Why[], focusId: string | null, field?: string): void => {
      toFocus.current = focusId;
      edit((latest) => ({ [listKey]: update(latest[listKey]) }), field);
    };
    const create = (place: (whys: Why[], why: Why) => Why[]): void => {
      const why = newWhy(newId());
      change((whys) => place(whys, why), why.id);
    };
    return {
      ask: (parentId) => create((whys, why) => addChild(whys, parentId, why)),
      branch: (siblingId) => create((whys, why) => addSibling(whys, siblingId, why)),
      update: (id, part, field) =>
        change(
          (whys) => updateWhy(whys, id, part),
          null,
          field === undefined ? undefined : `${listKey}.${id}.${field}`,
        ),
      remove: (id) => {
        const whole = draft.store.getState().coe.sections.whys[listKey];
        const flat = flattenWhys(whole);
        const place = flat.findIndex(({ why }) => why.id === id);
        const beneath = flattenWhys(findWhy(whole, id)?.whys ?? []).length;
        const other = (flat[place - 1] ?? flat[place + beneath + 1])?.why.id ?? null;
        if (other === null) focusAddButton(id);
        change((whys) => removeWhy(whys, id), other);
        const said = beneath === 0 ? 'Answer removed.' : `Answer and ${beneath} beneath it removed.`;
        showToast(said, draft.createRevert());
      },
      move: (id, by) => change((whys) => moveWhy(whys, id, by), id),
      indent: (id) => change((whys) => indentWhy(whys, id), id),
      outdent: (id) => change((whys) => outdentWhy(whys, id), id),
    };
  }, [draft, edit, listKey]);
  return { tree, editing };
}
