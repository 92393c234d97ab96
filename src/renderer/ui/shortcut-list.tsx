import { createElement } from 'react';

import type { ShortcutGroup } from './shortcut-groups.ts';
import styles from './shortcut-list.module.css';

type ShortcutListProps = { groups: readonly ShortcutGroup[]; headingLevel?: 3 | 4 };

/** Shortcuts in groups, each with its keys. */
export const ShortcutList = ({ groups, headingLevel = 3 }: ShortcutListProps) => (
  <div className={styles.groups}>
    {groups.map((group) => (
      <div key={group.title} className={styles.group}>
        {createElement(`h${headingLevel}`, { className: styles.title }, group.title)}
        <dl>
          {group.lines.map((line) => (
            <div key={line.label} className={styles.line}>
              <dt>{line.label}</dt>
              <dd>
                <kbd>{line.keys}</kbd>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    ))}
  </div>
);
