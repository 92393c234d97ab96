import { DETECTORS, SIGNALS } from '#domain/guide/detection.ts';

import { useSection } from '../../draft/draft-context.ts';
import { MomentField } from '../../ui/moment-field.tsx';
import { Select } from '../../ui/select.tsx';
import { AnswerField } from '../fields/answer-field.tsx';
import { PartHeading } from '../fields/part-heading.tsx';
import styles from '../fields/answer-field.module.css';
import rowStyles from '../fields/rows.module.css';
import { useTimeEntry } from '../fields/use-time-entry.ts';

/** Who noticed, and what happened to the signal: each of its four states calls for a different fix. */
export function NoticedSection() {
  const { section, edit } = useSection('noticed');
  const timeEntry = useTimeEntry();
  const signal = SIGNALS.find(({ id }) => id === section.signal);
  return (
    <div className={rowStyles.part}>
      <PartHeading>Who noticed, and what there was to see</PartHeading>
      <div className={rowStyles.pair}>
        <Select
          label="Who or what raised the flag?"
          none="Not answered yet"
          options={DETECTORS.map(({ id, label, meaning }) => ({ id, label, meaning }))}
          value={section.by}
          onChange={(by) => edit({ by })}
        />
        <AnswerField
          label="How did it reach you?"
          value={section.channel}
          onChange={(channel) => edit({ channel }, 'channel')}
        />
        <div>
          <Select
            label="What signal was there before?"
            none="Not answered yet"
            options={SIGNALS.map(({ id, label, meaning }) => ({ id, label, meaning }))}
            value={section.signal}
            onChange={(chosen) => edit({ signal: chosen })}
          />
          {signal !== undefined && (
            <p role="note" className={styles.note}>
              {signal.fix}
            </p>
          )}
        </div>
        <MomentField
          label="When could it have been noticed at the earliest?"
          value={section.earliest}
          onChange={(earliest) => edit({ earliest }, 'earliest')}
          {...timeEntry}
        />
        <AnswerField
          label="What would have let you notice in half the time?"
          value={section.halve}
          onChange={(halve) => edit({ halve }, 'halve')}
        />
      </div>
    </div>
  );
}
