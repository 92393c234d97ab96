import { memo, useCallback, useMemo, useState } from 'react';

import type { TimelineEntry } from '#domain/coe/sections/timeline.ts';
import { entriesFromTable } from '#domain/tables/rows-from-table.ts';
import { quantity } from '#domain/text/format.ts';
import { rowsFromText, type TextRow } from '#domain/timeline/rows-from-text.ts';
import type { Moment } from '#domain/time/moment.ts';
import { zoneOfHeading } from '#domain/time/zone-of-heading.ts';

import { newId } from '../../../platform/new-id.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { useDateStyle } from '../../../ui/date-style.ts';
import { Dialog, DialogButtons, DialogForm } from '../../../ui/dialog.tsx';
import { MomentField } from '../../../ui/moment-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { ZoneField } from '../../../ui/zone-field.tsx';
import { ColumnChoice, useTableChoice } from './column-choice.tsx';
import styles from './paste.module.css';
import type { Pasted } from './pasted.ts';

type PasteTimelineDialogProps = {
  pasted: Pasted;
  /** The day of the first time, until a person changes it. */
  startDay: string;
  zone: string;
  today: string;
  onAdd: (entries: TimelineEntry[]) => void;
  onPasteAsText: () => void;
  /** Closed without a choice: pastes as if no rows had been offered. */
  onDismiss: () => void;
};

const NONE_CORRECTED: ReadonlyMap<number, Moment> = new Map();
const NONE_LEFT_OUT: ReadonlySet<number> = new Set();

/** Shows which rows pasted text becomes, each with its time beside its source, and lets the person correct them. */
export function PasteTimelineDialog({
  pasted,
  startDay,
  zone: ownZone,
  today,
  onAdd,
  onPasteAsText,
  onDismiss,
}: PasteTimelineDialogProps) {
  const { order } = useDateStyle();
  const [referenceDate, setReferenceDate] = useState(startDay);
  const [zoneChosen, setZoneChosen] = useState<string | undefined>(undefined);
  const [corrected, setCorrected] = useState(NONE_CORRECTED);
  const [leftOut, setLeftOut] = useState(() => headingOf(pasted, ownZone));
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const choice = useTableChoice('timeline', pasted.table, () => {
    setCorrected(NONE_CORRECTED);
    setLeftOut(NONE_LEFT_OUT);
  });
  const table = choice?.table ?? null;
  const rows = useMemo((): (TextRow & { evidence?: string })[] => {
    const options = { referenceDate, zone: ownZone, zoneChosen, order, corrected };
    return table === null ? rowsFromText(pasted.text, options) : entriesFromTable(table, options);
  }, [pasted.text, table, referenceDate, ownZone, zoneChosen, order, corrected]);
  const zoneless = rows.find(({ isZoneTyped, when }) => !isZoneTyped && when.precision === 'minute');
  const zone = zoneChosen ?? zoneless?.when.zone ?? ownZone;
  const previous = useMemo(() => timesBefore(rows), [rows]);
  const people = useMemo(() => [...new Set(rows.map(({ who }) => who).filter((who) => who !== ''))], [rows]);
  const added = rows.filter((_, number) => !leftOut.has(number));
  const untimed = added.filter(({ when }) => when.precision === 'unknown').length;

  const correct = useCallback((number: number, when: Moment): void => {
    setCorrected((before) => new Map(before).set(number, when));
  }, []);
  const setAdded = useCallback((number: number, isAdded: boolean): void => {
    setLeftOut((before) => {
      const after = new Set(before);
      if (isAdded) after.delete(number);
      else after.add(number);
      return after;
    });
  }, []);
  const add = (): void => {
    onAdd(
      added.map(({ when, who, what, evidence = '' }) => {
        const name = (names[who] ?? who).trim();
        const text = [name, what].filter((words) => words !== '').join(': ');
        return { id: newId(), when, what: text, mark: null, evidence, knewThen: '', effect: null };
      }),
    );
  };

  return (
    <Dialog title="Paste into the timeline" isOpen onClose={onDismiss} width="widest">
      <DialogForm onSubmit={add}>
        {choice !== null && <ColumnChoice target="timeline" choice={choice} />}
        <div className={styles.settings}>
          {rows.some(({ day }) => day === 'carried' || day === 'rolled-over') && (
            <DateField
              label="Day of the first time"
              value={referenceDate}
              today={today}
              expects="past"
              onChange={(day) => day !== null && setReferenceDate(day)}
            />
          )}
          {zoneless !== undefined && (
            <ZoneField key={zone} label="Zone of the times" zone={zone} onChange={setZoneChosen} />
          )}
        </div>
        {people.length > 0 && (
          <fieldset className={styles.people}>
            <legend>Who wrote it. Correct a name, or clear it to leave it out.</legend>
            {people.map((who) => (
              <TextField
                key={who}
                label={`Name for ${who}`}
                labelHidden
                value={names[who] ?? who}
                onChange={(name) => setNames((before) => ({ ...before, [who]: name }))}
              />
            ))}
          </fieldset>
        )}
        <ol className={styles.rows} aria-label="Rows to add">
          {rows.map((row, number) => (
            <PastedRow
              // oxlint-disable-next-line react/no-array-index-key -- rows have no other identity
              key={number}
              row={row}
              number={number}
              previous={previous[number]}
              referenceDate={referenceDate}
              zone={zone}
              today={today}
              isAdded={!leftOut.has(number)}
              onCorrect={correct}
              onAdded={setAdded}
            />
          ))}
        </ol>
        <p className={styles.note} role="status">
          {untimed > 0 && `${quantity(untimed, 'row')} without a time. `}
          {table === null && 'A line without a time belongs to the row above it.'}
        </p>
        <DialogButtons>
          <Button onPress={onPasteAsText}>Paste as text</Button>
          <Button look="primary" type="submit" isDisabled={added.length === 0}>
            Add {quantity(added.length, 'row')}
          </Button>
        </DialogButtons>
      </DialogForm>
    </Dialog>
  );
}

/** The row to leave out at first: a heading that only names the zone, which every time below it takes. */
function headingOf({ text, table }: Pasted, zone: string): ReadonlySet<number> {
  const [first = ''] = text.trim().split(/[\r\n]/);
  return table === null && zoneOfHeading(first, zone) !== null ? new Set([0]) : NONE_LEFT_OUT;
}

/** The last time with a day before each row. */
function timesBefore(rows: readonly TextRow[]): (Moment | undefined)[] {
  let last: Moment | undefined;
  return rows.map(({ when }) => {
    const before = last;
    if (when.value.length >= 10) last = when;
    return before;
  });
}

type PastedRowProps = {
  row: TextRow;
  number: number;
  previous: Moment | undefined;
  referenceDate: string;
  zone: string;
  today: string;
  isAdded: boolean;
  onCorrect: (number: number, when: Moment) => void;
  onAdded: (number: number, isAdded: boolean) => void;
};

const PastedRow = memo(
  ({ row, number, previous, referenceDate, zone, today, isAdded, onCorrect, onAdded }: PastedRowProps) => (
    <li data-left-out={!isAdded || undefined}>
      <Checkbox
        label={`Add row ${number + 1}`}
        labelHidden
        isSelected={isAdded}
        onChange={(added) => onAdded(number, added)}
      />
      <div className={styles.when}>
        <MomentField
          label={`When, row ${number + 1}`}
          labelHidden
          compact
          hasParts={false}
          value={row.when}
          referenceDate={referenceDate}
          previous={previous}
          today={today}
          zone={zone}
          onChange={(when) => onCorrect(number, when)}
        />
        <Notes row={row} previous={previous} />
      </div>
      <p className={styles.source}>{row.source}</p>
    </li>
  ),
);

const Notes = ({ row, previous }: { row: TextRow; previous: Moment | undefined }) => {
  const isNext = previous === undefined || row.when.value > previous.value;
  const notes = [...(row.day === 'rolled-over' ? [isNext ? 'The next day.' : 'The day before.'] : []), ...row.notes];
  return notes.length === 0 ? null : <p className={styles.note}>{notes.join(' ')}</p>;
};
