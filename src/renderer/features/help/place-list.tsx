import styles from './help.module.css';
import type { KeptPlace } from './kept-places.ts';

/** Where things are kept, each path whole and easy to copy. */
export const PlaceList = ({ places }: { places: readonly KeptPlace[] }) => (
  <dl className={styles.places}>
    {places.map(({ what, place, meaning }) => (
      <div key={what}>
        <dt>{what}</dt>
        <dd className={styles.path}>{place}</dd>
        <dd className={styles.meaning}>{meaning}</dd>
      </div>
    ))}
  </dl>
);
