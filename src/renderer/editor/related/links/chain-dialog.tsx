import { Link } from 'react-router';

import type { Chain } from '#domain/links/chains.ts';
import { COE_KIND_LABELS } from '#domain/guide/kinds.ts';
import { STATUSES } from '#domain/guide/statuses.ts';
import { describeDuration } from '#domain/time/describe-duration.ts';
import { elapsed } from '#domain/time/elapsed.ts';
import { formatMoment } from '#domain/time/format-moment.ts';

import { useZone } from '../../../platform/today.ts';
import { Button } from '../../../ui/button.tsx';
import { useDateStyle } from '../../../ui/date-style.ts';
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx';
import { fixWords } from './link-words.ts';
import styles from './links.module.css';

type ChainDialogProps = { chain: Chain; here: string; onClose: () => void };

/** A chain of repeats, oldest first, with the result of the fix between two of them. */
export function ChainDialog({ chain, here, onClose }: ChainDialogProps) {
  const dates = useDateStyle();
  const zone = useZone();
  return (
    <Dialog title="Chain of repeats" isOpen onClose={onClose} width="wide">
      <ol className={styles.chain} aria-label="Chain of repeats">
        {chain.map(({ coe, repeats }, index) => {
          const before = chain[index - 1]?.coe;
          const minutes = before === undefined ? 0 : (elapsed(before.happened, coe.happened, zone)?.minutes ?? 0);
          return (
            <li key={coe.id} aria-current={coe.id === here ? 'true' : undefined}>
              {repeats.map(({ coeId, fix, verdict }) => {
                const words = fixWords(fix, verdict);
                return words === '' ? null : (
                  <p key={coeId} className={styles.between}>
                    {words}
                  </p>
                );
              })}
              {minutes > 0 && <p className={styles.between}>{describeDuration(minutes)} later</p>}
              <p className={styles.other}>
                {coe.id === here ? (
                  coe.title.trim() || 'Untitled'
                ) : (
                  <Link to={`/coes/${coe.id}`} onClick={onClose}>
                    {coe.title.trim() || 'Untitled'}
                  </Link>
                )}
              </p>
              <p className={styles.soft}>
                {COE_KIND_LABELS[coe.kind]}, {formatMoment(coe.happened, { style: 'short', dates })},{' '}
                {STATUSES.find(({ id }) => id === coe.status)?.label.toLowerCase()}
                {coe.id === here && ' – this one'}
              </p>
            </li>
          );
        })}
      </ol>
      <DialogButtons>
        <Button look="primary" onPress={onClose}>
          Close
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
