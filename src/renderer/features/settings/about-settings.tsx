import { runCommand } from '../../platform/commands.ts';
import { useAsk } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import styles from './settings.module.css';

/** Versions, where settings are kept, and the pages that say what Once does and does not do. */
export function AboutSettings() {
  const info = useAsk('app:info', {}).data;
  return (
    <section className={styles.section} aria-label="About">
      <h2>About</h2>
      {info?.settingsSetAside !== null && info?.settingsSetAside !== undefined && (
        <p role="status" className={styles.notice}>
          The settings file could not be read, so Once started with the defaults. The old file is kept as{' '}
          {info.settingsSetAside}.
        </p>
      )}
      <div className={styles.row}>
        <div>
          <h3>Once {info?.version}</h3>
          <p className={styles.place}>Settings are kept in {info?.settingsPlace}</p>
        </div>
        <div className={styles.field}>
          <Button onPress={() => runCommand('help.shortcuts')}>Keyboard shortcuts</Button>
          <Button onPress={() => runCommand('help.what-leaves')}>What leaves this computer</Button>
          <Button onPress={() => runCommand('help.about')}>About Once</Button>
        </div>
      </div>
    </section>
  );
}
