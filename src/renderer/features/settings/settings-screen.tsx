import { useState } from 'react';

import { SearchField } from '../../ui/search-field.tsx';
import { AboutSettings } from './about-settings.tsx';
import { LibrarySettings } from './library-settings.tsx';
import { SETTING_ROWS, SETTING_SECTIONS } from './setting-rows.tsx';
import styles from './settings.module.css';
import { SettingRow } from './setting-row.tsx';

/** Everything a person may choose, on one page. A change holds at once, and each can be taken back to its default. */
export function SettingsScreen() {
  const [text, setText] = useState('');
  const words = text.trim().toLowerCase();
  const rows = SETTING_ROWS.filter((row) => `${row.label} ${row.help} ${row.section}`.toLowerCase().includes(words));
  const shows = (about: string): boolean => words === '' || about.includes(words);
  return (
    <div className={styles.screen} data-region>
      <header className={styles.header}>
        <h1>Settings</h1>
        <SearchField label="Search the settings" placeholder="Search" value={text} onChange={setText} />
      </header>
      {SETTING_SECTIONS.map((section) => {
        const members = rows.filter((row) => row.section === section);
        return members.length === 0 ? null : (
          <section key={section} className={styles.section} aria-label={section}>
            <h2>{section}</h2>
            {members.map((row) => (
              <SettingRow key={row.key} row={row} />
            ))}
          </section>
        );
      })}
      {shows('library folder files place recent open') && <LibrarySettings />}
      {shows('about version privacy network shortcuts licence') && <AboutSettings />}
    </div>
  );
}
