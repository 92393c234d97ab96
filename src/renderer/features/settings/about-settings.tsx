import { runCommand } from '../../platform/commands.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Row } from './setting-row.tsx';
import styles from './settings.module.css';

/** Versions, and the folder of the settings. */
export function AboutSettings() {
  const info = useIpcQuery('app:info', {}).data;
  if (info === undefined) return null;
  return (
    <>
      <Row
        title={`Once ${info.version}`}
        help={`On Electron ${info.electron}, with Chromium ${info.chromium}. Open source under the MIT licence.`}
      >
        <Button onPress={() => runCommand('help.about')}>About Once</Button>
      </Row>
      <Row
        title="Where settings are kept"
        help={
          <>
            <span className={styles.path}>{info.settingsFolder}</span>
            {info.settingsQuarantinedAs !== null && (
              <span className={styles.setAside}>
                The settings file could not be read. Once kept it as {info.settingsQuarantinedAs} and replaced
                unreadable values with earlier ones.
              </span>
            )}
          </>
        }
      />
    </>
  );
}
