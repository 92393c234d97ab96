import { memo, useCallback, useState } from 'react';

import type { TimelineEntry } from '#domain/coe/sections/timeline.ts';
import { type KindId, MILESTONE_IDS, type MilestoneId } from '#domain/coe/vocabulary.ts';
import { ROW_PLACEHOLDERS } from '#domain/guide/placeholders.ts';
import { EFFECTS } from '#domain/guide/timeline-effects.ts';
import { MILESTONE_LABELS } from '#domain/guide/vocabulary.ts';
import type { Phase } from '#domain/timeline/phase.ts';
import type { Moment } from '#domain/time/moment.ts';

import { Button } from '../../../ui/button.tsx';
import { MomentField } from '../../../ui/moment-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { AnswerField } from '../../fields/answer-field.tsx';
import { RowFrame } from '../../fields/row-frame.tsx';
import { RowText } from '../../fields/row-text.tsx';
import rowStyles from '../../fields/rows.module.css';
import type { Rows } from '../../fields/use-rows.ts';
import styles from './timeline.module.css';

type TimelineRowProps = {
  entry: TimelineEntry;
  number: number;
  kind: KindId;
  zone: string;
  referenceDate: string;
  today: string;
  phase: Phase | undefined;
  onWhen: (id: string, when: Moment) => void;
  onMark: (id: string, mark: MilestoneId | null) => void;
} & Pick<Rows<TimelineEntry>, 'update' | 'remove' | 'keys'>;

/**
 * One row: when, what, and which milestone it is, with evidence on demand. Memoised: typing in a row re-renders only
 * that row, and in it only the text.
 */
export const TimelineRow = memo(Row);

function Row({
  entry,
  number,
  kind,
  zone,
  referenceDate,
  today,
  phase,
  onWhen,
  onMark,
  update,
  remove,
  keys,
}: TimelineRowProps) {
  const { id, what, when } = entry;
  const name = `timeline entry ${number}`;
  const hints = ROW_PLACEHOLDERS[kind];
  const hasMore = entry.evidence !== '' || entry.knewThen !== '' || entry.effect !== null;
  const [isOpen, setIsOpen] = useState(false);
  const change = (part: Partial<TimelineEntry>, field?: string): void => update(id, part, field);
  const setWhen = useCallback((moment: Moment) => onWhen(id, moment), [onWhen, id]);
  const setMark = useCallback((mark: MilestoneId | null) => onMark(id, mark), [onMark, id]);
  const onRemove = useCallback(() => remove(id), [remove, id]);
  const toggle = useCallback(() => setIsOpen((before) => !before), []);
  return (
    <RowFrame
      id={id}
      name={name}
      onRemove={onRemove}
      details={
        isOpen ? (
          <div className={`${rowStyles.pair} ${styles.more}`}>
            <AnswerField
              label="What shows it?"
              value={entry.evidence}
              placeholder={hints.timelineEvidence}
              onChange={(evidence) => change({ evidence }, 'evidence')}
            />
            <AnswerField
              label="What was known or believed then?"
              value={entry.knewThen}
              placeholder={hints.timelineKnewThen}
              onChange={(knewThen) => change({ knewThen }, 'knewThen')}
            />
            <Select
              label="What did it do?"
              none="Not said"
              options={EFFECTS.map(({ id, label, meaning }) => ({ id, label, meaning }))}
              value={entry.effect}
              onChange={(effect) => change({ effect })}
            />
          </div>
        ) : hasMore ? (
          <p className={styles.shortly}>{[entry.evidence, entry.knewThen].filter((text) => text !== '').join(' · ')}</p>
        ) : undefined
      }
    >
      <div className={styles.when} data-phase={phase}>
        <MemoizedMomentField
          label={`When, ${name}`}
          labelHidden
          compact
          value={when}
          referenceDate={referenceDate}
          today={today}
          zone={zone}
          onChange={setWhen}
        />
      </div>
      <div className={styles.what}>
        <RowText
          label={`What happened, ${name}`}
          value={what}
          placeholder={number === 1 ? hints.timelineWhat : 'What happened'}
          onChange={(written) => change({ what: written }, 'what')}
          onKeyDown={keys(entry, what === '' && when.precision === 'unknown')}
        />
        <Marks name={name} kind={kind} mark={entry.mark} isOpen={isOpen} onMark={setMark} onToggle={toggle} />
      </div>
    </RowFrame>
  );
}

const MemoizedMomentField = memo(MomentField);

type MarksProps = {
  name: string;
  kind: KindId;
  mark: MilestoneId | null;
  isOpen: boolean;
  onMark: (mark: MilestoneId | null) => void;
  onToggle: () => void;
};

/** The controls below the text. */
const Marks = memo(({ name, kind, mark, isOpen, onMark, onToggle }: MarksProps) => (
  <div className={styles.marks}>
    <Select
      label={`Mark of ${name}`}
      labelHidden
      none="No mark"
      options={MILESTONE_IDS.map((id) => ({ id, label: MILESTONE_LABELS[kind][id] }))}
      value={mark}
      onChange={onMark}
    />
    <Button
      look="plain"
      aria-expanded={isOpen}
      aria-label={`${isOpen ? 'Less' : 'More'} about ${name}`}
      onPress={onToggle}
    >
      {isOpen ? 'Less' : 'Evidence'}
    </Button>
  </div>
));
