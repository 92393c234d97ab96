import { useEffect, useRef } from 'react';

import type { PaletteItem } from './palette-item.ts';
import styles from './palette.module.css';

type PaletteOptionsProps = {
  id: string;
  groups: readonly { group: string; items: readonly PaletteItem[] }[];
  /** The index of the active item, counted over all groups. */
  active: number;
  onActivate: (index: number) => void;
  onChoose: (item: PaletteItem) => void;
};

/** The items in their groups. The active one is scrolled into view. */
export function PaletteOptions({ id, groups, active, onActivate, onChoose }: PaletteOptionsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, groups]);
  const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, { items }) => sum + items.length, 0));
  const hasShortcuts = groups.some(({ items }) => items.some(({ shortcut }) => shortcut !== undefined));
  return (
    <div ref={list} id={id} role="listbox" aria-label="Results" className={styles.options}>
      {groups.map(({ group, items }, groupIndex) => (
        <div key={group} role="group" aria-labelledby={`${id}-group-${groupIndex}`}>
          <div id={`${id}-group-${groupIndex}`} className={styles.group} role="presentation">
            {group}
          </div>
          {items.map((item, itemIndex) => {
            const index = (starts[groupIndex] ?? 0) + itemIndex;
            return (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the focus stays in the text box, as in every combobox
              <div
                key={item.id}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                aria-disabled={(item.blocked ?? null) !== null}
                className={styles.option}
                onPointerMove={() => index !== active && onActivate(index)}
                onClick={() => onChoose(item)}
              >
                <span className={styles.label}>{item.label}</span>
                <span className={styles.note}>{item.blocked ?? item.note}</span>
                {hasShortcuts && <kbd>{item.shortcut}</kbd>}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
