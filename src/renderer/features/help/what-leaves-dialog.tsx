import { EXTERNAL_SCHEMES } from '#domain/privacy/external-schemes.ts';

import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { keptPlaces } from './kept-places.ts';
import { PlaceList } from './place-list.tsx';
import styles from './help.module.css';

/** Says what can leave the computer and when, what Once has no hold on, and where everything is kept. */
export function WhatLeavesDialog({ onClose }: { onClose(): void }) {
  const info = useIpcQuery('app:info', {}).data;
  return (
    <Dialog title="What leaves this computer" isOpen onClose={onClose} width="wide">
      <div className={styles.words}>
        <p className={styles.lead}>Nothing.</p>
        <p>
          There is no account, no server, no statistics, no reports of crashes and no check for updates. Whatever asks
          for the network in Once is refused, and Once itself fetches nothing.
        </p>
        <h3>What can leave, and when</h3>
        <p>
          Only when you click a link that leads outside. Once shows the whole address and asks first; if you say no,
          nothing happens. Nothing else that you wrote goes with it.
        </p>
        <ul className={styles.list} aria-label="What can leave">
          {EXTERNAL_SCHEMES.map(({ scheme, what, goesTo }) => (
            <li key={scheme}>
              {what}. {goesTo}
            </li>
          ))}
        </ul>
        <h3>What Once cannot hold back</h3>
        <ul className={styles.list}>
          <li>
            A library or a backup in a folder that another program shares or backs up goes where that program takes it.
            Choose the folder with that in mind.
          </li>
          <li>
            What you copy lies on the clipboard, where other programs can read it, and some systems keep or share it.
          </li>
          <li>
            Other programs that run under your name can read what you can read, and a picture of your screen shows what
            is on it. The title of the window says “Once”, unless you let it say more in Settings.
          </li>
        </ul>
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
