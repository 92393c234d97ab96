import { Check, MoreHorizontal } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator, Text } from 'react-aria-components';

import { IconButton } from './icon-button.tsx';
import styles from './menu.module.css';

/** One entry of a menu, or a line between groups. */
export type MenuEntry =
  | {
      id: string;
      label: string;
      /** A sentence below the label. */
      meaning?: string;
      icon?: ReactNode;
      shortcut?: string;
      isDisabled?: boolean;
      isDanger?: boolean;
    }
  | 'line';

type MenuContent = {
  label: string;
  /** A function is called when the menu opens, for entries that take long to make or change often. */
  entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
  /** The id of the current choice, for a menu that offers exactly one of its entries. */
  chosen?: string;
  onAction: (id: string) => void;
};

/** A button with a menu below it. */
export const Menu = ({ trigger, ...content }: MenuContent & { trigger: ReactNode }) => (
  <MenuTrigger>
    {trigger}
    <Popover className={styles.popover ?? ''} offset={4}>
      <MenuList {...content} />
    </Popover>
  </MenuTrigger>
);

/** A menu of less frequent actions behind three dots, whose name is `label`. */
export const MoreMenu = ({ size = 17, ...content }: MenuContent & { size?: number }) => (
  <Menu
    {...content}
    trigger={
      <IconButton label={content.label}>
        <MoreHorizontal size={size} aria-hidden />
      </IconButton>
    }
  />
);

/** An open menu below a plain button, for lists with too many rows for a `Menu` in each. */
export const OpenMenu = ({
  button,
  onClose,
  ...content
}: MenuContent & { button: RefObject<HTMLElement | null>; onClose: () => void }) => (
  <Popover
    className={styles.popover ?? ''}
    offset={4}
    trigger="MenuTrigger"
    triggerRef={button}
    isOpen
    onOpenChange={(isOpen) => !isOpen && onClose()}
  >
    <MenuList {...content} onClose={onClose} />
  </Popover>
);

const MenuList = ({ label, entries, chosen, onAction, onClose }: MenuContent & { onClose?: () => void }) => (
  <AriaMenu
    aria-label={label}
    className={styles.menu ?? ''}
    {...(chosen === undefined ? {} : { selectionMode: 'single', selectedKeys: [chosen] })}
    {...(onClose === undefined ? {} : { autoFocus: 'first', onClose })}
    onAction={(key) => onAction(String(key))}
  >
    {(typeof entries === 'function' ? entries() : entries).map((entry, index) =>
      entry === 'line' ? (
        // oxlint-disable-next-line react/no-array-index-key -- a rule between groups has no other identity
        <Separator key={`line-${index}`} className={styles.line ?? ''} />
      ) : (
        <MenuItem
          key={entry.id}
          id={entry.id}
          textValue={entry.label}
          isDisabled={entry.isDisabled ?? false}
          className={`${styles.item} ${entry.isDanger === true ? styles.danger : ''}`}
        >
          {chosen !== undefined && (
            <Check size={14} aria-hidden className={entry.id === chosen ? undefined : styles.notChosen} />
          )}
          {entry.icon}
          {entry.meaning === undefined ? (
            <span>{entry.label}</span>
          ) : (
            <div className={styles.explained}>
              <Text slot="label">{entry.label}</Text>
              <Text slot="description" className={styles.meaning ?? ''}>
                {entry.meaning}
              </Text>
            </div>
          )}
          {entry.shortcut !== undefined && <kbd>{entry.shortcut}</kbd>}
        </MenuItem>
      ),
    )}
  </AriaMenu>
);
