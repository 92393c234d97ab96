import { DEFAULT_SETTINGS } from '#ipc/settings.ts';

import { changeSettings, useSettings } from '../../platform/settings.ts';
import { Button } from '../../ui/button.tsx';
import type { SettingRowSpec } from './setting-rows.tsx';
import styles from './settings.module.css';

/** One setting with its words, and the way back to its default once it was changed. */
export function SettingRow({ row }: { row: SettingRowSpec }) {
  const settings = useSettings();
  const isChanged = settings[row.key] !== DEFAULT_SETTINGS[row.key];
  return (
    <div className={styles.row}>
      <div>
        <h3>{row.label}</h3>
        <p>{row.help}</p>
      </div>
      <div className={styles.field}>
        {row.field(settings, (change) => void changeSettings(change))}
        {isChanged && (
          <Button
            look="plain"
            aria-label={`Back to default: ${row.label}`}
            onPress={() => void changeSettings({ [row.key]: DEFAULT_SETTINGS[row.key] })}
          >
            Back to default
          </Button>
        )}
      </div>
    </div>
  );
}
