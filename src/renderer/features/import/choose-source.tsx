import { quantity } from '#domain/text/format.ts';
import { formatDateAndTime } from '#domain/time/format-instant.ts';
import type { ShownReceipt } from '#ipc/imports.ts';

import { invoke } from '../../platform/bridge.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { useZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { DialogButtons } from '../../ui/dialog.tsx';
import styles from './import.module.css';

type ChooseSourceProps = {
  onChoose: (what: 'folder' | 'files') => void;
  onReceipt: (receipt: ShownReceipt) => void;
  onClose: () => void;
};

/** What can be imported, and the receipts of earlier imports. */
export function ChooseSource({ onChoose, onReceipt, onClose }: ChooseSourceProps) {
  const dates = useDateStyle();
  const receipts = useIpcQuery('import:receipts', {}, { staleTime: 0 }).data ?? [];
  const zone = useZone();
  const open = async (batch: string): Promise<void> => {
    const receipt = await invoke('import:read-receipt', { batch });
    if (receipt.ok) onReceipt(receipt.value);
  };
  return (
    <>
      <p>
        Choose a folder or files, or drop them on the window. Once shows what it finds before anything is imported, and
        reads only what you choose. The originals stay as they are. Pictures and files beside the reports are copied
        into the library.
      </p>
      <dl className={styles.formats}>
        <dt>Reports</dt>
        <dd>Markdown, HTML, Word (DOCX), tables (CSV), a folder or zip of them, COEs and exports of Once</dd>
        <dt>Journals</dt>
        <dd>
          Day One (JSON), jrnl (JSON), Joplin (Markdown, RAW or JEX), Obsidian, Standard Notes (decrypted), Mini Diary
        </dd>
      </dl>
      {receipts.length > 0 && (
        <details>
          <summary>{quantity(receipts.length, 'earlier import')}</summary>
          <ul className={styles.receipts}>
            {receipts.map(({ batch, at, from, summary, interrupted, undone }) => (
              <li key={batch}>
                <Button look="plain" onPress={() => void open(batch)}>
                  {from}, {formatDateAndTime(at, zone, dates)}
                </Button>
                <span>
                  {quantity(summary.coes, 'COE')}
                  {interrupted && ', interrupted'}
                  {undone !== null && ', undone'}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <DialogButtons>
        <Button onPress={onClose}>Cancel</Button>
        <Button onPress={() => onChoose('files')}>Choose files…</Button>
        <Button look="primary" autoFocus onPress={() => onChoose('folder')}>
          Choose a folder…
        </Button>
      </DialogButtons>
    </>
  );
}
