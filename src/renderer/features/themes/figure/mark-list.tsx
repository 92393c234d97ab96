import type { ThemesCoes } from '#domain/themes/themes-data.ts';

import type { ChartSpec } from '../specs/chart-spec.ts';
import { CoeList } from './coe-list.tsx';
import styles from './mark-list.module.css';

/** Replaces a chart of fewer than five COEs: the same in words, with links to the COEs. */
export const MarkList = ({ spec, coes }: { spec: ChartSpec; coes: ThemesCoes }) => (
  <ul className={styles.list}>
    {spec.marks.map((mark) => (
      <li key={mark.key}>
        <h3 className={styles.said}>{mark.said}</h3>
        <CoeList coes={mark.coes.flatMap((coe) => coes.at(coe) ?? [])} />
      </li>
    ))}
  </ul>
);
