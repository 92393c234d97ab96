import { useEffect, useRef } from 'react';

import type { PaletteItem } from './palette-item.ts';
import styles from './palette.module.css';

type PaletteOptionsProps = {
  id: string;
  groups: readonly { group: string; items: readonly PaletteItem[] }[];
  /** The place of the marked one among all. */
  marked: number;
  onMark: (place: number) => void;
  onChoose: (item: PaletteItem) => void;
};

/** What the palette offers, in groups; the marked one is kept in sight. */
export function PaletteOptions({ id, groups, marked, onMark, onChoose }: PaletteOptionsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [marked, groups]);
  const starts = groups.map((_, place) => groups.slice(0, place).reduce((sum, { items }) => sum + items.length, 0));
  const hasShortcuts = groups.some(({ items }) => items.some(({ shortcut }) => shortcut !== undefined));
  return (
    <div ref={list} id={id} role="listbox" aria-label="Results" className={styles.options}>
      {groups.map(({ group, items }, groupPlace) => (
        <div key={group} role="group" aria-labelledby={`${id}-group-${groupPlace}`}>
          <div id={`${id}-group-${groupPlace}`} className={styles.group} role="presentation">
            {group}
          </div>
          {items.map((item, itemPlace) => {
            const place = (starts[groupPlace] ?? 0) + itemPlace;
            return (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keys stay in the box above, as in every combobox
              <div
                key={item.id}
                id={`${id}-${place}`}
                role="option"
                aria-selected={place === marked}
                aria-disabled={(item.blocked ?? null) !== null}
                className={styles.option}
                onPointerMove={() => place !== marked && onMark(place)}
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
