import { type TimePlace, unreadTimes } from '#domain/coe/unread-times.ts';
import { quantity } from '#domain/text/format.ts';

import { useCoe } from '../../draft/draft-context.ts';
import { Button } from '../../ui/button.tsx';
import styles from './section-frame.module.css';

/** Says quietly that a time of a section could not be read, and leads to it. Nothing when all were. */
export function UnreadTimesNote({ place }: { place: TimePlace }) {
  const words = useCoe((coe) => unreadTimes(coe)[place].join(' · '));
  const count = useCoe((coe) => unreadTimes(coe)[place].length);
  if (count === 0) return null;
  return (
    <p role="note" className={styles.unread}>
      {count === 1 ? `The time “${words}” was not read` : `${quantity(count, 'time')} were not read: ${words}`}. What
      you typed is kept.
      <Button look="plain" onPress={() => goToUnread(place)}>
        Go to it
      </Button>
    </p>
  );
}

/** Focuses the first time field of a section whose text cannot be read. */
function goToUnread(place: TimePlace): void {
  const field = document.querySelector<HTMLElement>(`#section-${place} input[aria-invalid="true"]`);
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
}
