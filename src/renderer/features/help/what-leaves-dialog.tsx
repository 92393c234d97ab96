import { useAsk } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { keptPlaces } from './kept-places.ts';
import { PlaceList } from './place-list.tsx';
import styles from './help.module.css';

/** Says what leaves the computer, which is nothing, and where everything is kept. */
export function WhatLeavesDialog({ onClose }: { onClose(): void }) {
  const info = useAsk('app:info', {}).data;
  return (
    <Dialog title="What leaves this computer" isOpen onClose={onClose} width="wide">
      <div className={styles.words}>
        <p className={styles.lead}>Nothing.</p>
        <p>
          There is no account, no server, no statistics and no check for updates. The window that shows your words
          cannot reach the network: whatever it asks for there is refused.
        </p>
        <p>
          The one exception is yours to make. When you click a link that leads outside, Once says where it leads and
          asks. If you agree, your browser opens it, and your browser does go online. Once itself fetches nothing.
        </p>
        <p>
          A library in a folder that another program shares or backs up goes where that program takes it. Choose the
          folder with that in mind.
        </p>
        {info !== undefined && (
          <>
            <h3>Where everything is kept</h3>
            <PlaceList places={keptPlaces(info)} />
          </>
        )}
      </div>
      <DialogButtons>
        <Button autoFocus onPress={onClose}>
          Close
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
