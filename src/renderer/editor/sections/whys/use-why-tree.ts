import { useEffect, useRef } from 'react';

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

import { useDraft, useSection } from '../../../draft/draft-context.ts';
import { newId } from '../../../platform/new-id.ts';
import { showToast } from '../../../ui/toast.tsx';
import { focusRow } from '../../fields/focus-row.ts';

/** Which of the two trees: why it happened, or why it went unnoticed. */
export type WhyListKey = 'happened' | 'unnoticed';

/** One tree of whys, and what can be done with it. */
export type WhyTreeEditing = {
  tree: Why[];
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
export function useWhyTree(listKey: WhyListKey): WhyTreeEditing {
  const draft = useDraft();
  const { section, edit } = useSection('whys');
  const toFocus = useRef<string | null>(null);
  useEffect(() => {
    if (toFocus.current !== null && focusRow(toFocus.current)) toFocus.current = null;
  });
  const tree = section[listKey];
  const change = (update: (whys: Why[]) => Why[], focusId: string | null, field?: string): void => {
    toFocus.current = focusId;
    edit((latest) => ({ [listKey]: update(latest[listKey]) }), field);
  };
  const create = (place: (whys: Why[], why: Why) => Why[]): void => {
    const why = newWhy(newId());
    change((whys) => place(whys, why), why.id);
  };
  return {
    tree,
    ask: (parentId) => create((whys, why) => addChild(whys, parentId, why)),
    branch: (siblingId) => create((whys, why) => addSibling(whys, siblingId, why)),
    update: (id, part, field) =>
      change((whys) => updateWhy(whys, id, part), null, field === undefined ? undefined : `${listKey}.${id}.${field}`),
    remove: (id) => {
      const flat = flattenWhys(tree);
      const place = flat.findIndex(({ why }) => why.id === id);
      const beneath = flattenWhys(findWhy(tree, id)?.whys ?? []).length;
      change((whys) => removeWhy(whys, id), flat[place - 1]?.why.id ?? null);
      showToast(beneath === 0 ? 'Answer removed.' : `Answer and ${beneath} beneath it removed.`, draft.createRevert());
    },
    move: (id, by) => change((whys) => moveWhy(whys, id, by), id),
    indent: (id) => change((whys) => indentWhy(whys, id), id),
    outdent: (id) => change((whys) => outdentWhy(whys, id), id),
  };
}
