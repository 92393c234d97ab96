import { Image, Paperclip } from 'lucide-react';
import { memo, useCallback, useState } from 'react';

import { splitFiles, withWords } from '#domain/attachments/find-references.ts';
import type { TimelineEntry } from '#domain/coe/sections/timeline.ts';
import { type KindId, MILESTONE_IDS, type MilestoneId } from '#domain/coe/vocabulary.ts';
import { ROW_PLACEHOLDERS } from '#domain/guide/placeholders.ts';
import { EFFECTS } from '#domain/guide/timeline-effects.ts';
import { MILESTONE_LABELS } from '#domain/guide/vocabulary.ts';
import type { Phase } from '#domain/timeline/phase.ts';
import { doubtMoment } from '#domain/time/doubt-date.ts';
import { isUnsaid, type Moment, unreadWords } from '#domain/time/moment.ts';

import { Button } from '../../../ui/button.tsx';
import { MomentField } from '../../../ui/moment-field.tsx';
import { Select } from '../../../ui/select.tsx';
import type { OnTyping } from '../../../ui/use-typing.ts';
import { AnswerField } from '../../fields/answer-field.tsx';
import { RowFrame } from '../../fields/row-frame.tsx';
import { RowFiles } from '../../fields/row-files.tsx';
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
  previous: Moment | undefined;
  today: string;
  phase: Phase | undefined;
  /** Whether the row is the one in use. Only this one has its marks, its menu and its details. */
  isInUse: boolean;
  /** Whether any row has a milestone. Until then the row in use explains what they are for. */
  hasMilestones: boolean;
  onWhen: (id: string, when: Moment) => void;
  onMark: (id: string, mark: MilestoneId | null) => void;
  /** Attaches files to the row. */
  onFiles: (id: string, files: readonly File[]) => void;
  /** Called when Enter has set the time. */
  onWhenEntered: (id: string) => void;
  onWhenTyping: OnTyping;
} & Pick<Rows<TimelineEntry>, 'update' | 'remove' | 'keys'>;

/**
 * One row. At rest it is a line of plain fields; in use it opens and shows its milestone, its menu and its evidence.
 * Memoised: typing in a row re-renders only that row, and in it only the text.
 */
export const TimelineRow = memo(Row);

function Row({
  entry,
  number,
  kind,
  zone,
  referenceDate,
  previous,
  today,
  phase,
  isInUse,
  hasMilestones,
  onWhen,
  onMark,
  onFiles,
  onWhenEntered,
  onWhenTyping,
  update,
  remove,
  keys,
}: TimelineRowProps) {
  const { id, what, when } = entry;
  const name = `timeline entry ${number}`;
  const { words, files } = splitFiles(what);
  const hints = ROW_PLACEHOLDERS[kind];
  const [isOpen, setIsOpen] = useState(false);
  // Menus cost far more than plain fields, so a row has them only under the pointer or in use.
  const [isHovered, setIsHovered] = useState(false);
  const hasMenus = isInUse || isHovered;
  const change = (part: Partial<TimelineEntry>, field?: string): void => update(id, part, field);
  const setWhen = useCallback((moment: Moment) => onWhen(id, moment), [onWhen, id]);
  const enterWhen = useCallback(() => onWhenEntered(id), [onWhenEntered, id]);
  const setMark = useCallback((mark: MilestoneId | null) => onMark(id, mark), [onMark, id]);
  const onRemove = useCallback(() => remove(id), [remove, id]);
  const toggle = useCallback(() => setIsOpen((before) => !before), []);
  return (
    <RowFrame
      id={id}
      name={name}
      onRemove={onRemove}
      // A time that could not be read or is unlikely has a note below it.
      isAtRest={!isInUse && (unreadWords(when) === null && doubtMoment(when, today) === null ? 'line' : true)}
      showsMenu={hasMenus}
      onPointerEnter={() => setIsHovered(true)}
      onPointerLeave={() => setIsHovered(false)}
      details={
        isInUse ? (
          <>
            {files.length > 0 && (
              <div className={styles.files}>
                <RowFiles name={name} text={what} onChange={(written) => change({ what: written }, 'what')} />
              </div>
            )}
            <Marks
              name={name}
              kind={kind}
              mark={entry.mark}
              isOpen={isOpen}
              isExplained={!hasMilestones}
              onMark={setMark}
              onToggle={toggle}
            />
            {isOpen ? (
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
            ) : (
              <Evidence entry={entry} />
            )}
          </>
        ) : undefined
      }
    >
      <div className={styles.when} data-phase={phase}>
        <MemoizedMomentField
          label={`When, ${name}`}
          labelHidden
          compact
          hasParts={hasMenus}
          value={when}
          referenceDate={referenceDate}
          previous={previous}
          today={today}
          zone={zone}
          onChange={setWhen}
          onEnter={enterWhen}
          onTyping={onWhenTyping}
        />
      </div>
      <RowText
        label={`What happened, ${name}`}
        value={words}
        placeholder={number === 1 ? hints.timelineWhat : 'What happened'}
        onChange={(written) => change({ what: withWords(what, written) }, 'what')}
        onFiles={(dropped) => onFiles(id, dropped)}
        onKeyDown={keys(entry, what === '' && isUnsaid(when))}
      />
      {!isInUse && (
        <Labels
          kind={kind}
          mark={entry.mark}
          hasFiles={files.length > 0}
          hasDetails={entry.evidence !== '' || entry.knewThen !== '' || entry.effect !== null}
        />
      )}
    </RowFrame>
  );
}

const MemoizedMomentField = memo(MomentField);

type LabelsProps = { kind: KindId; mark: MilestoneId | null; hasFiles: boolean; hasDetails: boolean };

/**
 * What a row at rest shows beside its text: its milestone and whether it has details. Little, so that the text has
 * room.
 */
const Labels = memo(({ kind, mark, hasFiles, hasDetails }: LabelsProps) => {
  if (mark === null && !hasFiles && !hasDetails) return null;
  return (
    <p className={styles.labels}>
      {hasFiles && <Image size={13} role="img" aria-label="With pictures or files" />}
      {hasDetails && <Paperclip size={13} role="img" aria-label="With details" />}
      {mark !== null && <span className={styles.mark}>{MILESTONE_LABELS[kind][mark]}</span>}
    </p>
  );
});

/** The evidence and the effect of the row in use, in one line, while their fields are closed. */
const Evidence = ({ entry }: { entry: TimelineEntry }) => {
  const effect = EFFECTS.find(({ id }) => id === entry.effect)?.label ?? '';
  const texts = [effect, entry.evidence, entry.knewThen].filter((text) => text !== '');
  return texts.length === 0 ? null : <p className={styles.shortly}>{texts.join(' · ')}</p>;
};

type MarksProps = {
  name: string;
  kind: KindId;
  mark: MilestoneId | null;
  isOpen: boolean;
  isExplained: boolean;
  onMark: (mark: MilestoneId | null) => void;
  onToggle: () => void;
};

/** The controls below the text of the row in use. */
const Marks = memo(({ name, kind, mark, isOpen, isExplained, onMark, onToggle }: MarksProps) => (
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
      aria-label={`${isOpen ? 'Less about' : 'Evidence of'} ${name}`}
      onPress={onToggle}
    >
      {isOpen ? 'Less' : 'Evidence'}
    </Button>
    {isExplained && (
      <p className={styles.explained}>
        Mark where it began, was noticed and was over: the times between them appear below.
      </p>
    )}
  </div>
));
