import { useIpcQuery } from '../../platform/queries.ts';
import { CloseButton, Dialog } from '../../ui/dialog.tsx';
import { OutsideLink } from '../../ui/outside-link.tsx';
import styles from './help.module.css';

/** Says which version this is and where to look for another. Once never looks by itself. */
export function NewerDialog({ onClose }: { onClose(): void }) {
  const info = useIpcQuery('app:info', {}).data;
  return (
    <Dialog title="Is there a newer one?" isOpen onClose={onClose}>
      {info !== undefined && (
        <div className={styles.words}>
          <p>
            This is Once {info.version}
            {info.versionDate === null ? '' : ` of ${info.versionDate}`}. Once asks no server, so it does not know
            whether there is a newer one.
          </p>
          {info.homepage === null ? (
            <p>Look where you got it from.</p>
          ) : (
            <p>
              Look here: <OutsideLink url={info.homepage}>{info.homepage}</OutsideLink>
            </p>
          )}
          <p>Install it over this one. Your library and settings stay as they are.</p>
        </div>
      )}
      <CloseButton onClose={onClose} />
    </Dialog>
  );
}
