import { type KeyboardEvent as ReactKeyboardEvent, useEffect } from 'react';
import { useNavigate } from 'react-router';

import type { SectionId } from '#domain/coe/vocabulary.ts';
import { DEFAULT_EXPORT_CHOICE, hasPrivateFields } from '#domain/export/export-choice.ts';
import { paperOf } from '#domain/export/paper.ts';

import { useDraft, useDraftState } from '../../draft/draft-context.ts';
import { closeDraft } from '../../draft/open-drafts.ts';
import { moveToTrash } from '../../entities/coe/move-to-trash.ts';
import { invoke } from '../../platform/bridge.ts';
import { runCommand, useCommands } from '../../platform/commands.ts';
import { useDateStyle } from '../../ui/date-style.ts';
import { isStepOfTyping } from '../../ui/entry-box.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { closeToast, showToast } from '../../ui/toast.tsx';
import { goToUnplaced } from '../sections/go-to-unplaced.ts';
import { copyCoe } from './copy-coe.ts';
import type { EditorView } from '../header/editor-header.tsx';

type EditorCommands = {
  sections: readonly SectionId[];
  active: SectionId;
  goTo: (id: SectionId, then?: () => void) => void;
  /** Goes to the text of a section. */
  writeIn: (id: SectionId) => void;
  setView: (view: EditorView) => void;
  find: () => void;
  showHistory: () => void;
  /** Asks whether the person has met this trap before. */
  askForPattern: () => void;
};

/** The commands of an open COE: saving, undo, moving between sections, adding rows, deleting. */
export function useEditorCommands({
  sections,
  active,
  goTo,
  writeIn,
  setView,
  find,
  showHistory,
  askForPattern,
}: EditorCommands): void {
  const draft = useDraft();
  const dates = useDateStyle();
  const navigate = useNavigate();
  const undoTarget = useDraftState((state) => state.undoTarget);

  // Undo scrolls to what it changed, and leaves no message about it.
  useEffect(() => {
    if (undoTarget !== null) closeToast('undo');
    if (undoTarget?.location === 'unplaced') goToUnplaced();
    const target = sections.find((id) => id === undoTarget?.location);
    if (target !== undefined && target !== active) goTo(target);
    // oxlint-disable-next-line react/exhaustive-deps -- only a new undo moves the view, not a change of where it is
  }, [undoTarget]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const action = undoKey(event);
      if (action === null || event.isComposing || isElsewhere(event.target)) return;
      if (isStepOfTyping(event.target, action)) return;
      event.preventDefault();
      event.stopPropagation();
      draft[action]();
    };
    window.addEventListener('keydown', onKey, true);
    const onBlur = (): void => void draft.flush();
    window.addEventListener('blur', onBlur);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('blur', onBlur);
    };
  }, [draft]);

  const step = (by: number): boolean => {
    const next = sections[sections.indexOf(active) + by];
    if (next !== undefined) writeIn(next);
    return true;
  };
  /** Goes to the section that a command adds a row to, and runs the command again for that section to handle. */
  const addIn = (id: SectionId, command: 'coe.add-timeline-entry' | 'coe.add-why' | 'coe.add-action') => (): void => {
    goTo(id, () => void runCommand(command));
  };
  const isShown = (id: SectionId): boolean => document.querySelector(`#section-${id}:not([data-folded])`) !== null;

  const print = async (): Promise<void> => {
    const { coe } = draft.store.getState();
    const result = await invoke('coe:print', {
      coe,
      choice: DEFAULT_EXPORT_CHOICE,
      dates: { order: dates.order, clock: dates.clock },
      paper: paperOf(dates.locale),
    });
    if (!result.ok) {
      if (result.error.kind !== 'cancelled') showToast(explainError(result.error).title);
    } else if (hasPrivateFields(coe)) {
      showToast('Printed without what is private: how you felt, and your state on the day.');
    }
  };

  useCommands({
    'coe.save': () =>
      void draft.flush().then((isSaved) => {
        if (isSaved) showToast('Saved.');
      }),
    'coe.save-copy': () =>
      void invoke('coe:save-copy', { coe: draft.store.getState().coe }).then((result) => {
        if (result.ok) showToast(`A copy was saved as ${result.value.fileName}.`);
        else if (result.error.kind !== 'cancelled') showToast(explainError(result.error).title);
      }),
    'coe.print': () => void print(),
    'coe.copy-markdown': () => void copyCoe(draft.store.getState().coe, 'markdown'),
    'coe.copy-rich-text': () => void copyCoe(draft.store.getState().coe, 'rich-text'),
    'edit.undo': () => (hasOwnStep('undo') ? false : void draft.undo()),
    'edit.redo': () => (hasOwnStep('redo') ? false : void draft.redo()),
    'edit.find': find,
    'coe.history': showHistory,
    'coe.pattern': askForPattern,
    'coe.view-guided': () => setView('guided'),
    'coe.view-whole': () => setView('whole'),
    'coe.next-section': () => step(1),
    'coe.previous-section': () => step(-1),
    'coe.add-timeline-entry': () => (isShown('timeline') ? false : addIn('timeline', 'coe.add-timeline-entry')()),
    'coe.add-why': () => (isShown('whys') ? false : addIn('whys', 'coe.add-why')()),
    'coe.add-action': () => (isShown('actions') ? false : addIn('actions', 'coe.add-action')()),
    'coe.delete': () =>
      void draft.flush().then(async () => {
        const { title } = draft.store.getState().coe;
        if (!(await moveToTrash(draft.id, title, () => void navigate(`/coes/${draft.id}`)))) return;
        closeDraft(draft.id);
        void navigate('/coes');
      }),
  });
}

/** Whether the target is not part of the COE, such as a search box or a dialog, and so has its own undo. */
const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[role="dialog"], [type="search"], [data-own-undo]') !== null;

const hasOwnStep = (step: 'undo' | 'redo'): boolean =>
  isElsewhere(document.activeElement) || isStepOfTyping(document.activeElement, step);

function undoKey(event: KeyboardEvent | ReactKeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : null;
}
