import { useState } from 'react';
import { Link } from 'react-router';

import { COE_KIND_LABELS } from '#domain/guide/kinds.ts';
import { formatNumber } from '#domain/text/format.ts';
import type { ThemesCoe } from '#domain/themes/themes-data.ts';
import { Button } from '../../../ui/button.tsx';
import { useDateStyle } from '../../../ui/date-style.ts';

import { formatPartialDate } from '../words/format-partial-date.ts';
import styles from './coe-list.module.css';

const AT_A_TIME = 50;

/** Links to the COEs behind a mark, newest first: fifty, and more on request. */
export function CoeList({ coes }: { coes: readonly ThemesCoe[] }) {
  const dates = useDateStyle();
  const [shown, setShown] = useState(AT_A_TIME);
  const newest = coes.toSorted((first, second) => (first.happened < second.happened ? 1 : -1));
  const rest = coes.length - shown;
  return (
    <>
      <ul className={styles.list}>
        {newest.slice(0, shown).map((coe) => (
          <li key={coe.id}>
            <Link to={`/coes/${coe.id}`} className={styles.title}>
              {coe.title.trim() || 'Untitled'}
            </Link>
            <span className={styles.about}>
              {COE_KIND_LABELS[coe.kind]}
              {coe.happened !== '' && `, ${formatPartialDate(coe.happened, dates)}`}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button look="plain" onPress={() => setShown(shown + AT_A_TIME)}>
          Show {formatNumber(Math.min(rest, AT_A_TIME))} more of {formatNumber(coes.length)}
        </Button>
      )}
    </>
  );
}
