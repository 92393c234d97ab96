import type { Why } from '#domain/coe/sections/whys.ts';
import { WHY_ENDINGS } from '#domain/guide/why-endings.ts';
import { readBack } from '#domain/whys/read-back.ts';

import styles from './whys.module.css';

/** Every path from leaf to root, joined by "therefore". A step that does not follow shows a wrong answer. */
export const ReadBack = ({ tree, event }: { tree: readonly Why[]; event: string }) => (
  <section className={styles.reading} aria-label="Read back">
    <p className={styles.hint}>Read each one aloud. Does every “therefore” hold?</p>
    <ol>
      {readBack(tree, event).map(({ leaf, steps }) => (
        <li key={leaf.id}>
          {steps.map((step, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the steps of one path have no identity but their place
            <span key={index}>
              {index > 0 && <em> therefore </em>}
              {step}
              {index === 0 && leaf.mark !== null && (
                <small> ({WHY_ENDINGS.find(({ id }) => id === leaf.mark)?.label.toLowerCase()})</small>
              )}
            </span>
          ))}
        </li>
      ))}
    </ol>
  </section>
);
