import { useState } from 'react';

import { useCommands } from '../../platform/commands.ts';
import { Button } from '../../ui/button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { findSettings } from './find-settings.ts';
import { SETTING_SECTIONS, type SettingSection } from './setting-sections.ts';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';

const SEARCH_ID = 'settings-search';

/** All settings on one page. A change takes effect at once. */
export function SettingsScreen() {
  const [text, setText] = useState('');
  const found = findSettings(SETTING_SECTIONS, text);
  useCommands({ 'edit.find': () => document.getElementById(SEARCH_ID)?.focus() });
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <h1>Settings</h1>
        <SearchField id={SEARCH_ID} label="Search the settings" placeholder="Search" value={text} onChange={setText} />
      </header>
      <p role="status" className={styles.nothing}>
        {found.length === 0 && `No setting matches “${text.trim()}”.`}
      </p>
      {found.length === 0 && <Button onPress={() => setText('')}>Show all settings</Button>}
      {found.map((section) => (
        <Section key={section.name} section={section} />
      ))}
    </div>
  );
}

const Section = ({ section: { name, rows, more } }: { section: SettingSection }) => (
  <section className={styles.section} aria-labelledby={`settings-${name}`}>
    <h2 id={`settings-${name}`}>{name}</h2>
    {rows.map((spec) => (
      <SettingRow key={spec.key} spec={spec} />
    ))}
    {more !== undefined && <more.Show />}
  </section>
);
