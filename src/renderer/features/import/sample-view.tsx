import type { Coe } from '#domain/coe/coe.ts';
import { SECTION_IDS } from '#domain/coe/vocabulary.ts';
import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';
import { searchableText } from '#domain/search/searchable-text.ts';
import { formatMoment } from '#domain/time/format-moment.ts';
import { isUnsaid } from '#domain/time/moment.ts';
import type { ImportSample } from '#ipc/imports.ts';

import { useDateStyle } from '../../ui/date-style.ts';
import styles from './import.module.css';

/** A report as it was written, and beside it as it was read. */
export function SampleView({ sample: { path, source, coe } }: { sample: ImportSample }) {
  return (
    <section className={styles.sample} aria-label={path}>
      <h3>{path}</h3>
      <div className={styles.sides}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable part must be reachable */}
        <pre className={styles.source} tabIndex={0} role="region" aria-label={`Source of ${path}`} data-scroll>
          {source}
        </pre>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above */}
        <div className={styles.read} tabIndex={0} role="region" aria-label={`${path} as read`} data-scroll>
          <AsRead coe={coe} />
        </div>
      </div>
    </section>
  );
}

function AsRead({ coe }: { coe: Coe }) {
  const dates = useDateStyle();
  const texts = new Map(searchableText(coe).map(({ where, passages }) => [where, passages]));
  return (
    <>
      <h4>{coe.title || 'Untitled'}</h4>
      {!isUnsaid(coe.happened) && <p>{formatMoment(coe.happened, { style: 'full', dates })}</p>}
      {coe.summary !== '' && <p>{coe.summary}</p>}
      {SECTION_IDS.filter((id) => id !== 'timeline' && texts.has(id)).map((id) => (
        <div key={id}>
          <h5>{SECTION_SHORT_NAMES[id]}</h5>
          {texts.get(id)?.map((passage) => (
            <p key={passage}>{passage}</p>
          ))}
        </div>
      ))}
      {coe.sections.timeline.entries.length > 0 && (
        <>
          <h5>{SECTION_SHORT_NAMES.timeline}</h5>
          <ol>
            {coe.sections.timeline.entries.map(({ id, when, what }) => (
              <li key={id}>
                <b>{isUnsaid(when) ? 'No time' : formatMoment(when, { style: 'full', dates })}</b> {what}
              </li>
            ))}
          </ol>
        </>
      )}
      {texts.has('unplaced') && (
        <>
          <h5>Unplaced</h5>
          {texts.get('unplaced')?.map((passage) => (
            <p key={passage}>{passage}</p>
          ))}
        </>
      )}
    </>
  );
}
