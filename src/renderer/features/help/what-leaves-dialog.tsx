import { EXTERNAL_SCHEMES } from '#domain/privacy/external-schemes.ts';
import { hostOf } from '#domain/team/host-of.ts';

import { useIsLibraryClosed } from '../../platform/library-state.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { useTeam } from '../../platform/team.ts';
import { CloseButton, Dialog } from '../../ui/dialog.tsx';
import { dataFolders } from './data-folders.ts';
import { FolderList } from './folder-list.tsx';
import styles from './help.module.css';

/** Explains what can leave the computer and when, what Once cannot control, and where data is stored. */
export function WhatLeavesDialog({ onClose }: { onClose(): void }) {
  const info = useIpcQuery('app:info', {}).data;
  const team = useTeam();
  const isClosed = useIsLibraryClosed();
  return (
    <Dialog title="What leaves this computer" isOpen onClose={onClose} width="wide">
      <div className={styles.words}>
        <p className={styles.lead}>
          {isClosed
            ? 'Nothing while this library is closed.'
            : team === null
              ? 'Nothing.'
              : 'Nothing but this team library.'}
        </p>
        <p>
          There is no account, no server, no telemetry, no crash report and no update check. Once makes no network
          requests, and blocks any that come from its own windows. Only for a team library that you connect does it
          start git, which talks to the server that you named.
        </p>
        <h3>What can leave, and when</h3>
        <p>
          Only the address of a link that you click. Once shows the full address and asks first; if you decline, nothing
          happens. Nothing else you wrote is sent{team === null ? '.' : ', except to the team:'}
        </p>
        <ul className={styles.list} aria-label="What can leave">
          {EXTERNAL_SCHEMES.map(({ scheme, what, goesTo }) => (
            <li key={scheme}>
              {what}. {goesTo}
            </li>
          ))}
          {team !== null && (
            <li>
              Your git program talks to {hostOf(team.remote)}; every COE of this library goes there. Everyone who can
              read the repository reads them. If you choose “Sign in…”, your credential helper may open the server’s
              sign-in page.
            </li>
          )}
        </ul>
        {isClosed && (
          <p>
            If this is a team library, your git program talks to the server of its repository while the library is open,
            and every COE of it goes there.
          </p>
        )}
        {team === null && !isClosed && (
          <p>
            If you connect a team library, your git program talks to the server of its repository, and every COE of that
            library goes there. Nothing of this library does.
          </p>
        )}
        <p>
          What you export or copy goes only to the file or the clipboard that you choose. The dialog Export shows it
          first. An exported file is not encrypted, even if the library is.
        </p>
        <p>
          What you share for coaching is in one file, and Once does not send it: you do. The dialog reads it back from
          the finished file before you save it. For somebody whose card you have, it is encrypted so that only the two
          of you can open it. A copy that you sent cannot be called back.
        </p>
        <h3>What Once cannot control</h3>
        <ul className={styles.list}>
          <li>
            If another program syncs or backs up the folder of a library or a backup, it sends the files wherever it is
            set up to. Keep that in mind when you choose the folder.
          </li>
          <li>Other programs can read what you copy to the clipboard, and some systems store or share it.</li>
          <li>
            Programs that run under your account can read what you can read, and a screenshot shows what is on your
            screen. The window title is “Once”, unless you allow more in Settings.
          </li>
        </ul>
        {info !== undefined && (
          <>
            <h3>Where data is stored</h3>
            <FolderList folders={dataFolders(info)} />
          </>
        )}
      </div>
      <CloseButton onClose={onClose} />
    </Dialog>
  );
}
