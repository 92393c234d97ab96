import { Link } from 'react-router';

import { COE_KIND_LABELS } from '#domain/guide/kinds.ts';
import type { DateStyle } from '#domain/time/date-style.ts';
import { formatMoment } from '#domain/time/format-moment.ts';
import { dayMoment } from '#domain/time/moment.ts';
import type { SimilarCoe, SimilarFix } from '#ipc/similar.ts';

import { Button } from '../../../ui/button.tsx';
import { useDateStyle } from '../../../ui/date-style.ts';
import { fixState } from '../links/link-words.ts';
import styles from './seen-before.module.css';

type SimilarItemProps = { similar: SimilarCoe; readOnly: boolean; onLink: () => void; onDismiss: () => void };

/** One similar COE: what it was, what they have in common, and the result of its last fix. */
export function SimilarItem({ similar, readOnly, onLink, onDismiss }: SimilarItemProps) {
  const dates = useDateStyle();
  const title = similar.title.trim() || 'Untitled';
  const about = `${COE_KIND_LABELS[similar.kind]}, ${formatMoment(similar.happened, { style: 'short', dates })}`;
  return (
    <li aria-label={`${title}, ${about}`}>
      <Link to={`/coes/${similar.id}`} className={styles.coe}>
        {title}
      </Link>
      <p className={styles.about}>
        {similar.level === 'very-like' ? 'Very like this one' : 'Perhaps like this one'}
        <br />
        {about}
      </p>
      <ul className={styles.reasons} aria-label={`Why it is shown, ${title}`}>
        {similar.reasons.map(({ about: kind, words }) => (
          <li key={`${kind} ${words}`}>{words}</li>
        ))}
      </ul>
      <p className={styles.fix}>
        {similar.fix === null ? 'No fix was written down.' : `Last fix: ${fixSentence(similar.fix, dates)}`}
      </p>
      {similar.earlierFixes.length > 0 && (
        <>
          <p className={styles.fix}>It was a repeat itself. Tried before:</p>
          <ul className={styles.reasons} aria-label={`Fixes tried before, ${title}`}>
            {similar.earlierFixes.map((fix) => (
              <li key={fix.actionId}>{fixSentence(fix, dates)}</li>
            ))}
          </ul>
        </>
      )}
      {!readOnly && (
        <div className={styles.buttons}>
          <Button look="plain" onPress={onLink}>
            Link
          </Button>
          <Button look="plain" aria-label={`Not like this one: ${title}`} onPress={onDismiss}>
            Not like this one
          </Button>
        </div>
      )}
    </li>
  );
}

/** "both calendars – done, held". */
function fixSentence(fix: SimilarFix, dates: DateStyle): string {
  const day = fix.checkDate === null ? '' : `on ${formatMoment(dayMoment(fix.checkDate), { style: 'short', dates })}`;
  const words = fix.checkDateWords === '' ? '' : `“${fix.checkDateWords}”`;
  const on = fix.status === 'done' && fix.result === null ? day || words : '';
  return `${fix.text.trim() || 'without words'} – ${fixState(fix)}${on === '' ? '' : `, to be checked ${on}`}`;
}
