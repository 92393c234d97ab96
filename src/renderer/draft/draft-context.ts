import { createContext, useCallback, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';

import type { Coe, Sections } from '#domain/coe/coe.ts';
import type { SectionId } from '#domain/coe/vocabulary.ts';
import { withParts } from '#domain/coe/with-parts.ts';

import type { ChangeOptions, Draft, DraftState } from './draft-state.ts';

/** The draft that the parts of the editor below belong to. */
export const DraftContext = createContext<Draft | null>(null);

/** The draft around a component. Throws outside an editor. */
export function useDraft(): Draft {
  const draft = useContext(DraftContext);
  if (draft === null) throw new Error('This part of the editor is outside a COE.');
  return draft;
}

/** Part of the draft's state; the component is drawn again only when that part changes. */
export const useDraftState = <Part>(select: (state: DraftState) => Part): Part => useStore(useDraft().store, select);

/** Part of the COE itself. */
export const useCoe = <Part>(select: (coe: Coe) => Part): Part => useDraftState((state) => select(state.coe));

/**
 * Changes some keys of a section. With a `key`, typing without a pause is one undo step. Values that are the old ones
 * make no step.
 */
type EditSection<Id extends SectionId> = (
  change: Partial<Sections[Id]> | ((section: Sections[Id]) => Partial<Sections[Id]>),
  key?: string,
) => void;

/** The way to change a section, for who does not show it: it is not drawn again when the section changes. */
export function useSectionEdit<Id extends SectionId>(id: Id): EditSection<Id> {
  const draft = useDraft();
  return useCallback(
    (change, key) => {
      const options: ChangeOptions = key === undefined ? { location: id } : { location: id, key: `${id}.${key}` };
      draft.change((coe) => {
        const before = coe.sections[id];
        const parts = typeof change === 'function' ? change(before) : change;
        const after = withParts(before, parts);
        return after === before ? coe : { ...coe, sections: { ...coe.sections, [id]: after } };
      }, options);
    },
    [draft, id],
  );
}

/** A section without its prose. */
type Parts<Id extends SectionId> = {
  [Key in keyof Sections[Id] as Key extends 'prose' ? never : Key]: Sections[Id][Key];
};

/**
 * The structured parts of a section of the open COE, and the way to change it. Without the prose, so that typing in it
 * draws none of them again.
 */
export function useSection<Id extends SectionId>(id: Id): { section: Parts<Id>; edit: EditSection<Id> } {
  const section = useCoe(
    useShallow(({ sections }): Parts<Id> => {
      const { prose: _prose, ...parts } = sections[id];
      return parts as unknown as Parts<Id>;
    }),
  );
  const edit = useSectionEdit(id);
  return useMemo(() => ({ section, edit }), [section, edit]);
}
