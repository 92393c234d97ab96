import { type KeyboardEvent, memo, useState } from 'react';

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
import { AnswerField } from '../answer-field.tsx';
import { RowFrame } from '../rows/row-frame.tsx';
import { RowText } from '../rows/row-text.tsx';
import rowStyles from '../rows/rows.module.css';
import styles from './timeline.module.css';

type TimelineRowProps = {
  entry: TimelineEntry;
  number: number;
  kind: KindId;
  zone: string;
  referenceDate: string;
  phase: Phase | undefined;
  onWhen: (when: Moment) => void;
  onMark: (mark: MilestoneId | null) => void;
  onChange: (change: Partial<TimelineEntry>, field?: string) => void;
  onRemove: () => void;
  keys: (event: KeyboardEvent) => void;
};

/**
 * One row: when, what, and which milestone it is. Evidence and what was known then are a step further in. Typing in one row
 * draws that row alone: the functions a row gets work on whatever the rows are when they are called, so only its data counts.
 */
export const TimelineRow = memo(
  Row,
  (before, after) =>
    before.entry === after.entry &&
    before.number === after.number &&
    before.kind === after.kind &&
    before.zone === after.zone &&
    before.referenceDate === after.referenceDate &&
    before.phase === after.phase,
);

function Row({
  entry,
  number,
  kind,
  zone,
  referenceDate,
  phase,
  onWhen,
  onMark,
  onChange,
  onRemove,
  keys,
}: TimelineRowProps) {
  const name = `timeline entry ${number}`;
  const hints = ROW_PLACEHOLDERS[kind];
  const hasMore = entry.evidence !== '' || entry.knewThen !== '' || entry.effect !== null;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <RowFrame
      id={entry.id}
      name={name}
      onRemove={onRemove}
      details={
        isOpen ? (
          <div className={`${rowStyles.pair} ${styles.more}`}>
            <AnswerField
              label="What shows it?"
              value={entry.evidence}
              placeholder={hints.timelineEvidence}
              onChange={(evidence) => onChange({ evidence }, 'evidence')}
            />
            <AnswerField
              label="What was known or believed then?"
              value={entry.knewThen}
              placeholder={hints.timelineKnewThen}
              onChange={(knewThen) => onChange({ knewThen }, 'knewThen')}
            />
            <Select
              label="What did it do?"
              none="Not said"
              options={EFFECTS.map(({ id, label, meaning }) => ({ id, label, meaning }))}
              value={entry.effect}
              onChange={(effect) => onChange({ effect })}
            />
          </div>
        ) : hasMore ? (
          <p className={styles.shortly}>{[entry.evidence, entry.knewThen].filter((text) => text !== '').join(' · ')}</p>
        ) : undefined
      }
    >
      <div className={styles.when} data-phase={phase}>
        <MomentField
          label={`When, ${name}`}
          labelHidden
          compact
          value={entry.when}
          referenceDate={referenceDate}
          zone={zone}
          onChange={onWhen}
        />
      </div>
      <div className={styles.what}>
        <RowText
          label={`What happened, ${name}`}
          value={entry.what}
          placeholder={number === 1 ? hints.timelineWhat : 'What happened'}
          onChange={(what) => onChange({ what }, 'what')}
          onKeyDown={keys}
        />
        <div className={styles.marks}>
          <Select
            label={`Mark of ${name}`}
            labelHidden
            none="No mark"
            options={MILESTONE_IDS.map((id) => ({ id, label: MILESTONE_LABELS[kind][id] }))}
            value={entry.mark}
            onChange={onMark}
          />
          <Button
            look="plain"
            aria-expanded={isOpen}
            aria-label={`${isOpen ? 'Less' : 'More'} about ${name}`}
            onPress={() => setIsOpen(!isOpen)}
          >
            {isOpen ? 'Less' : 'Evidence'}
          </Button>
        </div>
      </div>
    </RowFrame>
  );
}
