import { useState } from 'react';
import { useNavigate } from 'react-router';

import { formatNumber, quantity, upperFirst } from '#domain/text/format.ts';
import type { ShownReceipt } from '#ipc/imports.ts';

import { useLikelyPairs } from '../../entities/likely-pairs/use-likely-pairs.ts';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { Button } from '../../ui/button.tsx';
import { DialogButtons } from '../../ui/dialog.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { alongWords } from './along-words.ts';
import { FoundTable } from './found-table.tsx';
import styles from './import.module.css';

/** The receipt of an import: every file with what became of it, and the way to take it all back. */
export function ReceiptView({ receipt, onClose }: { receipt: ShownReceipt; onClose: () => void }) {
  const { summary, files, batch } = receipt;
  const [outcome, setOutcome] = useState(
    receipt.undone === null ? null : `This import was undone. ${keptWords(receipt.undone.kept)}`.trim(),
  );
  const [isUndoing, setIsUndoing] = useState(false);
  const undo = async (): Promise<void> => {
    setIsUndoing(true);
    const undone = await invokeIn(currentLibrary(), 'import:undo', { batch });
    setIsUndoing(false);
    if (undone.ok) {
      const { removed, restored, attachments, patterns, kept } = undone.value;
      setOutcome(
        `${[
          `Undone: ${quantity(removed, 'COE')} removed`,
          ...(restored > 0 ? [`${formatNumber(restored)} as before`] : []),
          ...(attachments > 0 ? [`${quantity(attachments, 'attachment')} deleted`] : []),
          ...(patterns > 0 ? [`${quantity(patterns, 'pattern')} deleted`] : []),
        ].join(', ')}. ${keptWords(kept.length)}`.trim(),
      );
    } else {
      const { title, safe, next } = explainError(undone.error);
      setOutcome(`Not undone: ${upperFirst(title)}. ${safe} ${next}`);
    }
  };
  return (
    <>
      <div role="status" aria-label="Import receipt" className={styles.sum}>
        {outcome ?? (receipt.interrupted ? interruptedWords(summary.coes) : outcomeWords(receipt))}
      </div>
      <p className={styles.quiet}>This receipt is kept: File › Import… › earlier imports.</p>
      {outcome === null && !receipt.interrupted && summary.coes > 0 && (
        <RepeatsFound receipt={receipt} onClose={onClose} />
      )}
      {!receipt.interrupted && <FoundTable files={files} total={summary.files} caption="What was imported" />}
      <DialogButtons>
        {outcome === null && summary.coes + summary.patterns > 0 && (
          <Button isDisabled={isUndoing} onPress={() => void undo()}>
            Undo import
          </Button>
        )}
        <Button look="primary" autoFocus onPress={onClose}>
          Close
        </Button>
      </DialogButtons>
    </>
  );
}

function outcomeWords({ cancelled, summary }: ShownReceipt): string {
  const sources = `${quantity(summary.coes, 'COE')} from ${quantity(summary.imported, 'file')}${alongWords(summary)}`;
  const others = `${formatNumber(summary.skipped)} left out, ${formatNumber(summary.refused)} not readable.`;
  return `${cancelled ? 'Stopped. ' : ''}${sources}; ${others}`;
}

const interruptedWords = (coes: number): string =>
  `Once ended before this import did. ${quantity(coes, 'COE')} of it ${coes === 1 ? 'is' : 'are'} in the library. Import the same source again for the rest, or undo.`;

/** Enough to say that there are many; the screen of repeats finds the others. */
const ENOUGH_PAIRS = 200;

/** How many of the imported COEs look like others of the library, and the way to the screen that shows the pairs. */
function RepeatsFound({ receipt: { batch, ids }, onClose }: { receipt: ShownReceipt; onClose: () => void }) {
  const navigate = useNavigate();
  const { pairs, isDone, done, total, error } = useLikelyPairs(batch, ENOUGH_PAIRS);
  const imported = new Set(ids);
  const similar = new Set(
    pairs.flatMap(({ later, earlier }) => [later.id, earlier.id].filter((id) => imported.has(id))),
  );
  if (error !== null || (isDone && similar.size === 0)) return null;
  const isEnded = isDone || pairs.length >= ENOUGH_PAIRS;
  return (
    <p role="status" aria-label="Likely repeats" className={styles.quiet}>
      {similar.size === 0
        ? `Looking for repeats: ${formatNumber(done)} of ${quantity(total, 'COE')} compared.`
        : `${formatNumber(similar.size)}${isDone ? '' : ' or more'} of these ${similar.size === 1 ? 'looks' : 'look'} like other COEs of the library.`}{' '}
      {similar.size > 0 && (
        <Button
          look="plain"
          onPress={() => {
            onClose();
            void navigate(`/repeats?batch=${batch}`);
          }}
        >
          {isEnded ? 'Compare them' : 'Compare those found so far'}
        </Button>
      )}
    </p>
  );
}

const keptWords = (kept: number): string =>
  kept === 0 ? '' : `${quantity(kept, 'COE')} edited since ${kept === 1 ? 'stays' : 'stay'}.`;
