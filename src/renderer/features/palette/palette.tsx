import { type KeyboardEvent, useId, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useLocation, useNavigate } from 'react-router';

import { quantity } from '#domain/text/format.ts';

import { useLibraryState } from '../../platform/library-state.ts';
import { useShortcutsInUse } from '../../platform/shortcuts.ts';
import { commandItems } from './command-items.ts';
import { PaletteOptions } from './palette-options.tsx';
import { groupItems, matchingItems, type PaletteItem } from './palette-item.ts';
import { destinationItems } from './destination-items.ts';
import styles from './palette.module.css';
import { useCoeItems } from './use-coe-items.ts';
import { useHandbookPages } from './use-handbook-pages.ts';

type PaletteProps = { mode: 'go' | 'commands'; onClose: () => void };

/**
 * Opens COEs, screens and pages by name, and runs commands after a `>`. Enter chooses the active item; Escape closes.
 */
export function Palette({ mode, onClose }: PaletteProps) {
  const listId = useId();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [text, setText] = useState(mode === 'commands' ? '>' : '');
  const [wanted, setWanted] = useState(0);
  const [previousFocus] = useState(() => document.activeElement);
  const openCoeId = /^\/coes\/([^/]+)/.exec(pathname)?.[1] ?? null;
  const isCommands = text.startsWith('>');
  const typed = isCommands ? text.slice(1) : text;
  const go = (to: string): void => void navigate(to);

  const inUse = useShortcutsInUse();
  const pages = useHandbookPages();
  const isEmpty = typed.trim() === '';
  const isEncrypted = useLibraryState()?.isEncrypted === true;
  const coes = useCoeItems(typed, !isCommands, openCoeId, go);
  const commands = commandItems(openCoeId !== null, isEncrypted, inUse);
  const others = isCommands ? commands : destinationItems(openCoeId, pages, go);
  // Pages of the handbook are listed only once something is typed.
  const offered = isEmpty ? others.filter(({ group }) => group !== 'Handbook') : others;
  // Commands come last, for people who do not know of the “>”. Screens are listed already.
  const also = isCommands || isEmpty ? [] : commands.filter(({ id }) => !id.startsWith('go.'));
  const groups = groupItems([...coes, ...matchingItems(offered, typed), ...matchingItems(also, typed)]);
  const items = groups.flatMap((group) => group.items);
  const active = Math.min(wanted, items.length - 1);

  const choose = (item: PaletteItem | undefined): void => {
    if (item === undefined || (item.blocked ?? null) !== null) return;
    onClose();
    // A command acts on what had the focus, so restore the focus first.
    setTimeout(() => {
      if (previousFocus instanceof HTMLElement) previousFocus.focus({ preventScroll: true });
      item.run();
    }, 30);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: Math.min(active + 8, items.length - 1),
      PageUp: Math.max(active - 8, 0),
    };
    const next = steps[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setWanted((next + items.length) % Math.max(items.length, 1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(items[active]);
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
            aria-activedescendant={active < 0 ? undefined : `${listId}-${active}`}
            className={styles.input}
            placeholder="Go to a COE, a screen or a page"
            autoFocus
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setWanted(0);
            }}
            onKeyDown={onKeyDown}
          />
          <PaletteOptions id={listId} groups={groups} active={active} onActivate={setWanted} onChoose={choose} />
          {items.length === 0 && (
            <p className={styles.none}>{isCommands ? 'No command matches.' : `Nothing matches “${typed.trim()}”.`}</p>
          )}
          <div className={styles.foot}>
            <p role="status">{items.length === 0 ? '' : statusText(items[active]?.blocked ?? null, items.length)}</p>
            <p>{isCommands ? 'Delete > to go to anything' : 'Type > for commands'}</p>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const statusText = (blocked: string | null, count: number): string =>
  blocked === null ? quantity(count, 'result') : `${blocked}.`;
