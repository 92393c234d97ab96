import { useEffect, useState } from 'react';

import styles from './skeleton.module.css';

/** Grey placeholder lines, shown only when loading takes noticeably long. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  if (!isLate) return null;
  return (
    <div className={styles.skeleton} role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className={styles.line} />
      ))}
    </div>
  );
}
