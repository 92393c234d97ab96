import { type ReactNode, useId } from 'react';

import { DEFAULT_SETTINGS } from '#ipc/settings.ts';

import { changeSettings, useSettings } from '../../platform/settings.ts';
import { Button } from '../../ui/button.tsx';
import type { SettingRowSpec } from './setting-row-spec.ts';
import styles from './settings.module.css';

/** A row of the page: title and help on one side, controls on the other or, in a wide row, below. */
export function Row({
  title,
  help,
  isWide = false,
  children,
}: {
  title: string;
  help: ReactNode;
  isWide?: boolean | undefined;
  children?: ReactNode;
}) {
  const id = useId();
  return (
    <div
      className={`${styles.row} ${isWide ? styles.wide : ''}`}
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-help`}
    >
      <div className={styles.words}>
        <h3 id={`${id}-title`}>{title}</h3>
        <p id={`${id}-help`}>{help}</p>
      </div>
      {children !== undefined && <div className={styles.field}>{children}</div>}
    </div>
  );
}

/** One setting, with a button to reset it once it differs from its default. */
export function SettingRow({ spec }: { spec: SettingRowSpec }) {
  const settings = useSettings();
  const isChanged = JSON.stringify(settings[spec.key]) !== JSON.stringify(DEFAULT_SETTINGS[spec.key]);
  return (
    <Row title={spec.label} help={spec.help} isWide={spec.isWide}>
      {spec.field(settings, (change) => void changeSettings(change))}
      {isChanged && spec.hasReset !== false && (
        <Button
          look="plain"
          aria-label={`Reset to default: ${spec.label}`}
          onPress={() => void changeSettings({ [spec.key]: DEFAULT_SETTINGS[spec.key] })}
        >
          Reset to default
        </Button>
      )}
    </Row>
  );
}
