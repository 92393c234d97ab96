import { ChevronDown, ChevronUp, MoreHorizontal, Trash2 } from 'lucide-react';
import { memo, type ReactNode } from 'react';

import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import styles from './rows.module.css';

type RowFrameProps = {
  id: string;
  /** Names the row in the labels of its buttons, for example "timeline entry 3". */
  name: string;
  children: ReactNode;
  onRemove: () => void;
  onMove?: ((by: number) => void) | undefined;
  details?: ReactNode;
  /** Whether the row is not in use: it is one line without a menu. */
  isAtRest?: boolean;
  onPointerEnter?: (() => void) | undefined;
  onPointerLeave?: (() => void) | undefined;
  hasMenu?: boolean;
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
  hasMenu = true,
  onPointerEnter,
  onPointerLeave,
}: RowFrameProps) => (
  <li
    className={styles.row}
    data-row={id}
    data-rest={isAtRest || undefined}
    onPointerEnter={onPointerEnter}
    onPointerLeave={onPointerLeave}
  >
    <div className={styles.fields}>{children}</div>
    {hasMenu && <RowMenu name={name} onRemove={onRemove} onMove={onMove} />}
    {details !== undefined && <div className={styles.details}>{details}</div>}
  </li>
);

type RowMenuProps = Pick<RowFrameProps, 'name' | 'onRemove' | 'onMove'>;

/** Memoised, so that typing in the row does not re-render the menu. */
const RowMenu = memo(({ name, onRemove, onMove }: RowMenuProps) => (
  <Menu
    label={`More for ${name}`}
    trigger={
      <IconButton label={`More for ${name}`}>
        <MoreHorizontal size={16} aria-hidden />
      </IconButton>
    }
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
));
