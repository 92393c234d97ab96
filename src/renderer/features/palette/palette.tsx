import { type KeyboardEvent, useId, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useLocation, useNavigate } from 'react-router';

import { commandItems } from './command-items.ts';
import { PaletteOptions } from './palette-options.tsx';
import { grouped, matchingItems, type PaletteItem } from './palette-item.ts';
import { placeItems } from './place-items.ts';
import styles from './palette.module.css';
import { useCoeItems } from './use-coe-items.ts';
import { useHandbookPages } from './use-handbook-pages.ts';

type PaletteProps = { mode: 'go' | 'commands'; onClose: () => void };

/** Goes to anything by its name, and with `>` runs any command. Enter takes the one that is marked; Escape goes back. */
export function Palette({ mode, onClose }: PaletteProps) {
  const listId = useId();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [text, setText] = useState(mode === 'commands' ? '>' : '');
  const [marked, setMarked] = useState(0);
  const [back] = useState(() => document.activeElement);
  const openCoeId = /^\/coes\/([^/]+)/.exec(pathname)?.[1] ?? null;
  const isCommands = text.startsWith('>');
  const typed = isCommands ? text.slice(1) : text;
  const go = (to: string): void => void navigate(to);

  const pages = useHandbookPages();
  const coes = useCoeItems(typed, !isCommands, go).filter(({ id }) => id !== `coe-${openCoeId}`);
  const others = isCommands ? commandItems(openCoeId !== null) : placeItems(openCoeId, pages, go);
  // Before anything is typed the pages of the handbook would only be noise.
  const offered = typed.trim() === '' ? others.filter(({ group }) => group !== 'Handbook') : others;
  const groups = grouped([...coes, ...matchingItems(offered, typed)]);
  const items = groups.flatMap((group) => group.items);
  const at = Math.min(marked, items.length - 1);

  const choose = (item: PaletteItem | undefined): void => {
    if (item === undefined || (item.blocked ?? null) !== null) return;
    onClose();
    // A command acts on what had the focus, so the focus goes back first.
    setTimeout(() => {
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
      item.run();
    }, 30);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: Math.min(at + 8, items.length - 1),
      PageUp: Math.max(at - 8, 0),
    };
    const next = steps[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setMarked((next + items.length) % Math.max(items.length, 1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(items[at]);
    }
  };

  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()} className={styles.scrim ?? ''}>
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={isCommands ? 'Commands' : 'Go to anything'} className={styles.dialog ?? ''}>
          <input
            role="combobox"
            aria-label={isCommands ? 'Find a command' : 'Go to a COE, a screen or a page'}
            aria-expanded
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={at < 0 ? undefined : `${listId}-${at}`}
            className={styles.input}
            placeholder="Go to a COE, a screen or a page"
            autoFocus
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setMarked(0);
            }}
            onKeyDown={onKeyDown}
          />
          <PaletteOptions id={listId} groups={groups} marked={at} onMark={setMarked} onChoose={choose} />
          {items.length === 0 && (
            <p className={styles.none}>
              {isCommands ? 'No command is called that.' : `Nothing is called “${typed.trim()}”.`}
            </p>
          )}
          <div className={styles.foot}>
            <p role="status">{items.length === 0 ? '' : words(items[at]?.blocked ?? null, items.length)}</p>
            <p>{isCommands ? 'Without the > : go to anything' : 'Type > for commands'}</p>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function words(blocked: string | null, count: number): string {
  if (blocked !== null) return `${blocked}.`;
  return count === 1 ? '1 result' : `${count} results`;
}
