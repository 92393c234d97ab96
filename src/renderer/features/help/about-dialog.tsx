import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import styles from './help.module.css';

/** What this is, which version of it, and on what terms. */
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
            <dd>MIT. Use it, change it and pass it on; it comes without warranty.</dd>
          </dl>
        )}
        <p className={styles.meaning}>
          Set in Inter and Source Serif 4, which travel with the app under the SIL Open Font License.
        </p>
        <p className={styles.meaning}>
          Spelling is checked by Hunspell, with dictionaries under the Mozilla Public License (French, Spanish,
          Portuguese; Hunspell too), MIT and BSD terms (English) and BSD terms (Dutch). Their licences lie beside them
          in the app.
        </p>
      </div>
      <DialogButtons>
        <Button autoFocus onPress={onClose}>
          Close
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
