import { createElement } from 'react';

import { SHORTCUT_GROUPS } from './shortcut-groups.ts';
import styles from './shortcut-list.module.css';

/** All shortcuts in groups, each with its keys. */
export const ShortcutList = ({ headingLevel = 3 }: { headingLevel?: 3 | 4 }) => (
  <div className={styles.groups}>
    {SHORTCUT_GROUPS.map((group) => (
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
