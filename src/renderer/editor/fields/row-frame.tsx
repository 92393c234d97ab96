import { ChevronDown, ChevronUp, MoreHorizontal, Trash2 } from 'lucide-react';
import { type KeyboardEvent, memo, type ReactNode, useRef, useState } from 'react';

import { OpenMenu } from '../../ui/menu.tsx';
import { AloneBox } from './alone-box.tsx';
import styles from './rows.module.css';

type RowFrameProps = {
  id: string;
  /** Names the row in the labels of its buttons, for example "timeline entry 3". */
  name: string;
  children: ReactNode;
  onRemove: () => void;
  onMove?: ((by: number) => void) | undefined;
  details?: ReactNode;
  /**
   * Whether the row is not in use, so that Tab passes by its menu; `line` if it is then exactly one line high, which
   * lets the browser lay it out alone.
   */
  isAtRest?: boolean | 'line';
  onPointerEnter?: (() => void) | undefined;
  onPointerLeave?: (() => void) | undefined;
  /** Whether the button of the menu is drawn. Otherwise it is there for a screen reader. */
  showsMenu?: boolean;
};

/** A row of a structured part: its fields and a menu. `onMove` is left out for rows that cannot be moved. */
export const RowFrame = ({
  id,
  name,
  children,
  onRemove,
  onMove,
  details,
  isAtRest = false,
  showsMenu = true,
  onPointerEnter,
  onPointerLeave,
}: RowFrameProps) => (
  <li
    className={styles.row}
    data-row={id}
    data-rest={isAtRest === false ? undefined : isAtRest}
    onPointerEnter={onPointerEnter}
    onPointerLeave={onPointerLeave}
  >
    <AloneBox className={styles.fields}>{children}</AloneBox>
    {details !== undefined && <div className={styles.details}>{details}</div>}
    <RowMenu name={name} onRemove={onRemove} onMove={onMove} isAtRest={isAtRest !== false} isShown={showsMenu} />
  </li>
);

type RowMenuProps = Pick<RowFrameProps, 'name' | 'onRemove' | 'onMove'> & { isAtRest: boolean; isShown: boolean };

/**
 * The menu of a row: a plain button until it is opened, because a timeline may have a thousand. Memoised, so that
 * typing in the row does not re-render it.
 */
const RowMenu = memo(({ name, onRemove, onMove, isAtRest, isShown }: RowMenuProps) => {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const label = `More for ${name}`;
  const openByArrow = (event: KeyboardEvent): void => {
    if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || event.altKey) return;
    event.preventDefault();
    setIsOpen(true);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.menu}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        tabIndex={isAtRest ? -1 : 0}
        onClick={() => setIsOpen(true)}
        onKeyDown={openByArrow}
      >
        {isShown && <MoreHorizontal size={16} aria-hidden />}
      </button>
      {isOpen && (
        <OpenMenu
          button={button}
          onClose={() => setIsOpen(false)}
          label={label}
          entries={[
            ...(onMove === undefined
              ? []
              : [
                  { id: 'up', label: 'Move up', icon: <ChevronUp size={15} aria-hidden />, shortcut: 'Alt+↑' },
                  { id: 'down', label: 'Move down', icon: <ChevronDown size={15} aria-hidden />, shortcut: 'Alt+↓' },
                ]),
            { id: 'remove', label: 'Remove', icon: <Trash2 size={15} aria-hidden /> },
          ]}
          onAction={(action) => (action === 'remove' ? onRemove() : onMove?.(action === 'up' ? -1 : 1))}
        />
      )}
    </>
  );
});
