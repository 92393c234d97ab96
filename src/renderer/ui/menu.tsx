import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';

import styles from './menu.module.css';

export type MenuEntry =
  | { id: string; label: string; icon?: ReactNode; shortcut?: string; isDisabled?: boolean; isDanger?: boolean }
  | 'line';

type MenuProps = {
  trigger: ReactNode;
  label: string;
  entries: readonly MenuEntry[];
  /** The id of the current choice, for a menu that offers exactly one of its entries. */
  chosen?: string;
  onAction: (id: string) => void;
};

/** A button with a menu below it. */
export const Menu = ({ trigger, label, entries, chosen, onAction }: MenuProps) => (
  <MenuTrigger>
    {trigger}
    <Popover className={styles.popover ?? ''} offset={4}>
      <AriaMenu
        aria-label={label}
        className={styles.menu ?? ''}
        {...(chosen === undefined ? {} : { selectionMode: 'single', selectedKeys: [chosen] })}
        onAction={(key) => onAction(String(key))}
      >
        {entries.map((entry, index) =>
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
              <span>{entry.label}</span>
              {entry.shortcut !== undefined && <kbd>{entry.shortcut}</kbd>}
            </MenuItem>
          ),
        )}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
);
