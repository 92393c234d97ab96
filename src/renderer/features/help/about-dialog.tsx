import { runCommand } from '../../platform/commands.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { CloseButton, Dialog } from '../../ui/dialog.tsx';
import styles from './help.module.css';

/** Version and licences. */
export function AboutDialog({ onClose }: { onClose(): void }) {
  const info = useIpcQuery('app:info', {}).data;
  return (
    <Dialog title="About Once" isOpen onClose={onClose}>
      <div className={styles.words}>
        <p className={styles.motto}>Write down what went wrong, understand it, and see that it does not come back.</p>
        {info !== undefined && (
          <dl className={styles.facts}>
            <dt>Version</dt>
            <dd>{info.version}</dd>
            <dt>Electron</dt>
            <dd>{info.electron}</dd>
            <dt>Chromium</dt>
            <dd>{info.chromium}</dd>
            <dt>Licence</dt>
            <dd>MIT. You may use, change and share it; it comes without warranty.</dd>
          </dl>
        )}
        <p className={styles.meaning}>Fonts: Inter and Source Serif 4, included under the SIL Open Font License.</p>
        <p className={styles.meaning}>
          Spelling: Hunspell (Mozilla Public License), with dictionaries under the Mozilla Public License (French,
          Spanish, Portuguese), MIT and BSD licences (English) and a BSD licence (Dutch).
        </p>
        <div>
          <Button onPress={() => runCommand('help.licences')}>Third-party licences</Button>
        </div>
      </div>
      <CloseButton onClose={onClose} />
    </Dialog>
  );
}
