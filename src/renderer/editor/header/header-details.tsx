import type { Coe } from '#domain/coe/coe.ts';
import { MILESTONE_IDS, type MilestoneId } from '#domain/coe/vocabulary.ts';
import { KIND_VOCABULARY, MILESTONE_LABELS } from '#domain/guide/vocabulary.ts';
import { quantity } from '#domain/text/format.ts';
import { formatMoment } from '#domain/time/format-moment.ts';
import type { Moment } from '#domain/time/moment.ts';

import { useCoe, useDraft } from '../../draft/draft-context.ts';
import { useDateStyle } from '../../ui/date-style.ts';
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
  const kind = useCoe((coe) => coe.kind);
  const summary = useCoe((coe) => coe.summary);
  const lifeArea = useCoe((coe) => coe.lifeArea);
  const tags = useCoe((coe) => coe.tags);
  const author = useCoe((coe) => coe.author);
  const coach = useCoe((coe) => coe.coach);
  const minutes = useCoe((coe) => Math.round(coe.minutesWriting));
  const edit = useHeaderEdit();
  const vocabulary = KIND_VOCABULARY[kind];
  return (
    <div className={styles.details} data-header-details>
      <AnswerField
        label="Summary"
        help="One to three sentences, best written last."
        value={summary}
        onChange={(text) => edit({ summary: text }, 'summary')}
      />
      <div className={rowStyles.pair}>
        <AnswerField
          label={vocabulary.lifeArea}
          value={lifeArea}
          placeholder={vocabulary.lifeAreaExamples.slice(0, 3).join(', ')}
          onChange={(text) => edit({ lifeArea: text }, 'lifeArea')}
        />
        <TagsField tags={tags} onChange={(changed) => edit({ tags: changed })} />
        <AnswerField label="Written by" value={author} onChange={(text) => edit({ author: text }, 'author')} />
        <AnswerField
          label="Coach"
          value={coach}
          placeholder="Who reads it with you"
          onChange={(text) => edit({ coach: text }, 'coach')}
        />
      </div>
      <fieldset className={styles.times}>
        <legend>When</legend>
        {MILESTONE_IDS.map((id, index) => (
          <Milestone key={id} id={id} index={index} />
        ))}
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

/** One milestone: a field, or the time of the timeline entry that is marked as it. */
function Milestone({ id, index }: { id: MilestoneId; index: number }) {
  const dates = useDateStyle();
  const draft = useDraft();
  const label = MILESTONE_LABELS[useCoe((coe) => coe.kind)][id];
  const value = useCoe((coe) => coe.times[id]);
  const previous = useCoe((coe) => previousTime(coe.times, index));
  const inTimeline = useCoe((coe) => timeInTimeline(coe, id));
  const timeEntry = useTimeEntry();
  return inTimeline === undefined ? (
    <MomentField
      label={label}
      value={value}
      previous={previous}
      onChange={(moment) =>
        draft.change((latest) => ({ ...latest, times: { ...latest.times, [id]: moment } }), { location: 'header' })
      }
      {...timeEntry}
    />
  ) : (
    <div className={styles.fromTimeline}>
      <span>{label}</span>
      <p>{formatMoment(inTimeline, { style: 'short', dates })}</p>
      <small>from the timeline</small>
    </div>
  );
}

const timeInTimeline = ({ sections: { timeline } }: Coe, id: MilestoneId): Moment | undefined =>
  timeline.entries.find((entry) => entry.mark === id && entry.when.precision !== 'unknown')?.when;

/** The time that a clock time typed for a milestone continues from: its own, or that of the nearest one before. */
const previousTime = (times: Coe['times'], index: number): Moment | undefined =>
  MILESTONE_IDS.slice(0, index + 1)
    .map((id) => times[id])
    .findLast(({ value }) => value.length >= 10);
