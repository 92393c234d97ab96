import type { Coe } from '#domain/coe/coe.ts';
import { MILESTONE_IDS } from '#domain/coe/vocabulary.ts';
import { KIND_VOCABULARY, MILESTONE_LABELS } from '#domain/guide/vocabulary.ts';
import { quantity } from '#domain/text/format.ts';
import { formatMoment } from '#domain/time/format-moment.ts';
import type { Moment } from '#domain/time/moment.ts';

import { useCoe, useDraft } from '../../draft/draft-context.ts';
import { MomentField } from '../../ui/moment-field.tsx';
import { AnswerField } from '../fields/answer-field.tsx';
import rowStyles from '../fields/rows.module.css';
import { useTimeEntry } from '../fields/use-time-entry.ts';
import styles from './header.module.css';
import { StepsSoFar } from './steps-so-far.tsx';
import { TagsField } from './tags-field.tsx';
import { useHeaderEdit } from './use-header.ts';

/** The rest of the header: summary, area of life, tags, people, and the five milestones. */
export function HeaderDetails() {
  const draft = useDraft();
  const coe = useCoe((whole) => whole);
  const edit = useHeaderEdit();
  const timeEntry = useTimeEntry();
  const vocabulary = KIND_VOCABULARY[coe.kind];
  const labels = MILESTONE_LABELS[coe.kind];
  const minutes = Math.round(coe.minutesWriting);
  return (
    <div className={styles.details} data-header-details>
      <AnswerField
        label="Summary"
        help="One to three sentences, best written last."
        value={coe.summary}
        onChange={(summary) => edit({ summary }, 'summary')}
      />
      <div className={rowStyles.pair}>
        <AnswerField
          label={vocabulary.lifeArea}
          value={coe.lifeArea}
          placeholder={vocabulary.lifeAreaExamples.slice(0, 3).join(', ')}
          onChange={(lifeArea) => edit({ lifeArea }, 'lifeArea')}
        />
        <TagsField tags={coe.tags} onChange={(tags) => edit({ tags })} />
        <AnswerField label="Written by" value={coe.author} onChange={(author) => edit({ author }, 'author')} />
        <AnswerField
          label="Coach"
          value={coe.coach}
          placeholder="Who reads it with you"
          onChange={(coach) => edit({ coach }, 'coach')}
        />
      </div>
      <fieldset className={styles.times}>
        <legend>When</legend>
        {MILESTONE_IDS.map((id, index) => {
          const row = coe.sections.timeline.entries.find(
            (entry) => entry.mark === id && entry.when.precision !== 'unknown',
          );
          return row === undefined ? (
            <MomentField
              key={id}
              label={labels[id]}
              value={coe.times[id]}
              previous={previousTime(coe.times, index)}
              onChange={(moment) =>
                draft.change((latest) => ({ ...latest, times: { ...latest.times, [id]: moment } }), {
                  location: 'header',
                })
              }
              {...timeEntry}
            />
          ) : (
            <div key={id} className={styles.fromTimeline}>
              <span>{labels[id]}</span>
              <p>{formatMoment(row.when, { style: 'short' })}</p>
              <small>from the timeline</small>
            </div>
          );
        })}
      </fieldset>
      <StepsSoFar />
      {minutes > 0 && (
        <p className={styles.written}>
          {quantity(minutes, 'minute')} of writing so far. Kept in your library only, and private.
        </p>
      )}
    </div>
  );
}

/** The time that a clock time typed for a milestone continues from: its own, or that of the nearest one before. */
const previousTime = (times: Coe['times'], index: number): Moment | undefined =>
  MILESTONE_IDS.slice(0, index + 1)
    .map((id) => times[id])
    .findLast(({ value }) => value.length >= 10);
