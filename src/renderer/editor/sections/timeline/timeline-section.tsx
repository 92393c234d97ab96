import { Plus } from 'lucide-react';
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { shallow } from 'zustand/shallow';

import { referenceTo, splitFiles, withFiles } from '#domain/attachments/find-references.ts';
import { isPictureName } from '#domain/attachments/picture-type.ts';
import { updateRow } from '#domain/coe/rows.ts';
import type { TimelineEntry } from '#domain/coe/sections/timeline.ts';
import type { MilestoneId } from '#domain/coe/vocabulary.ts';
import { timelineGaps } from '#domain/timeline/gaps.ts';
import { haveSameTimes } from '#domain/timeline/same-times.ts';
import { orderEntries } from '#domain/timeline/order-entries.ts';
import { phasesOf } from '#domain/timeline/phase.ts';
import { setMilestone } from '#domain/timeline/set-milestone.ts';
import { hasTimedLines, rowsFromText } from '#domain/timeline/rows-from-text.ts';
import { isUnsaid, type Moment, unknownMoment } from '#domain/time/moment.ts';

import { useCoe, useDraft, useSectionEdit } from '../../../draft/draft-context.ts';
import { useCommands } from '../../../platform/commands.ts';
import { useZone } from '../../../platform/today.ts';
import { useAddFiles } from '../../../rich-text/attachments/use-add-files.tsx';
import { Button } from '../../../ui/button.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { PartHeading } from '../../fields/part-heading.tsx';
import rowStyles from '../../fields/rows.module.css';
import { useRows } from '../../fields/use-rows.ts';
import { useTimeEntry } from '../../fields/use-time-entry.ts';
import { PasteTimelineDialog } from '../paste/paste-timeline-dialog.tsx';
import { usePastedRows } from '../paste/use-pasted-rows.ts';
import { Durations } from './durations.tsx';
import { rowsOf, type SharedByRows } from './timeline-rows.tsx';
import styles from './timeline.module.css';
import { useKeepFocus } from './use-keep-focus.ts';
import { useRowInUse } from './use-row-in-use.ts';

const emptyEntry = (id: string): TimelineEntry => ({
  id,
  when: unknownMoment(),
  what: '',
  mark: null,
  evidence: '',
  knewThen: '',
  effect: null,
});

const HEADING = (
  <PartHeading help="Begin before anyone noticed. Type a time such as 10:04, Sunday 9:30 PM, May 2026, about 10 or a question mark; Enter goes to the next row. Or paste a chat log or a table.">
    Moment by moment
  </PartHeading>
);

/** More than fit on a screen. */
const FIRST_ROWS = 60;

/** The timeline: its rows in order of time, with milestones and long gaps. */
export function TimelineSection() {
  const { zone, today, referenceDate, onTyping } = useTimeEntry();
  const ownZone = useZone();
  const kind = useCoe((coe) => coe.kind);
  const draft = useDraft();
  const edit = useSectionEdit('timeline');
  const list = useRows<TimelineEntry>('timeline', 'entries', emptyEntry);
  const keepFocus = useKeepFocus();
  const times = useUnchangedTimes(list.rows);
  const gaps = useMemo(
    () => new Map(timelineGaps(times, kind, zone).map((gap) => [gap.afterId, gap])),
    [times, kind, zone],
  );
  const phases = useMemo(() => phasesOf(times), [times]);
  const hasMilestones = useMemo(() => times.some(({ mark }) => mark !== null), [times]);
  const { rowInUse, container, focusText } = useRowInUse(list.rows);
  // The rows that fit on a screen come first. The others follow in small steps, during which one can already type.
  const isComplete = useDeferredValue(true, list.rows.length <= FIRST_ROWS);
  const shown = isComplete ? list.rows : list.rows.slice(0, FIRST_ROWS);
  // A new row changes the numbers of all rows below it. They follow when the new row is already there.
  const numbers = useDeferredValue(useMemo(() => new Map(times.map(({ id }, index) => [id, index + 1])), [times]));
  const previous = useMemo(() => previousTimes(times), [times]);
  useCommands({ 'coe.add-timeline-entry': () => list.add() });
  const paste = usePastedRows(
    ({ text, table }) => table !== null || hasTimedLines(rowsFromText(text, { referenceDate, zone })),
    'timeline',
  );

  const onWhen = useCallback(
    (id: string, when: Moment): void =>
      edit(({ entries }) => {
        const changed = updateRow(entries, id, { when });
        return changed === entries ? {} : { entries: orderEntries(changed, zone) };
      }),
    [edit, zone],
  );
  const onMark = useCallback(
    (id: string, mark: MilestoneId | null): void =>
      edit(({ entries }) => ({ entries: setMilestone(entries, id, mark) })),
    [edit],
  );

  const { addFiles, question } = useAddFiles();
  const onFiles = useCallback(
    (id: string, files: readonly File[]): void =>
      addFiles(files, ({ name }, fileName) => {
        if (!draft.store.getState().coe.sections.timeline.entries.some((entry) => entry.id === id)) {
          showToast(`“${fileName}” was not added: its timeline entry was deleted meanwhile. Add it to another entry.`);
          return;
        }
        const isPicture = isPictureName(name);
        const source = referenceTo(name, isPicture ? '' : fileName, isPicture);
        edit(({ entries }) => ({
          entries: entries.map((entry) =>
            entry.id === id
              ? { ...entry, what: withFiles(entry.what, [...splitFiles(entry.what).files, { source }]) }
              : entry,
          ),
        }));
      }),
    [addFiles, edit, draft],
  );

  const { update, remove, keys } = list;
  const shared: SharedByRows = useUnchanged({
    kind,
    zone,
    referenceDate,
    today,
    hasMilestones,
    numbers,
    previous,
    phases,
    gaps,
    onWhen,
    onWhenEntered: focusText,
    onWhenTyping: onTyping,
    onMark,
    onFiles,
    update,
    remove,
    keys,
  });

  return (
    <div className={rowStyles.part} ref={keepFocus} {...paste.handlers}>
      {HEADING}
      <ol className={`${rowStyles.list} ${styles.rows}`} aria-label="Timeline entries" ref={container}>
        {rowsOf(shown, shared, rowInUse)}
      </ol>
      <AddEntry onAdd={list.add} />
      {zone !== ownZone && <p className={styles.none}>Times here are in {zone}.</p>}
      <Durations entries={times} zone={zone} />
      {question}
      {paste.pasted !== null && (
        <PasteTimelineDialog
          pasted={paste.pasted}
          startDay={dayAbove(list.rows, previous, paste.pasted.rowId) ?? referenceDate}
          zone={zone}
          today={today}
          onAdd={(added) => {
            list.addAll(added, paste.pasted?.rowId ?? null, isEmptyEntry, (all) => orderEntries(all, zone));
            paste.close(added[0]?.id);
          }}
          onPasteAsText={paste.pasteAsText}
          onDismiss={paste.dismiss}
        />
      )}
    </div>
  );
}

const AddEntry = memo(({ onAdd }: { onAdd: () => void }) => (
  <Button look="plain" onPress={() => onAdd()}>
    <Plus size={15} aria-hidden />
    Add timeline entry
  </Button>
));

/** The time that a clock time typed in a row continues from: its own, or that of the nearest dated row above. */
function previousTimes(rows: readonly TimelineEntry[]): (Moment | undefined)[] {
  let last: Moment | undefined;
  return rows.map(({ when }) => {
    if (when.value.length >= 10) last = when;
    return last;
  });
}

/** The day of the row that text is pasted into, or of the nearest dated row above it. */
function dayAbove(
  rows: readonly TimelineEntry[],
  previous: readonly (Moment | undefined)[],
  rowId: string | null,
): string | undefined {
  const index = rowId === null ? rows.length - 1 : rows.findIndex(({ id }) => id === rowId);
  return previous[index]?.value.slice(0, 10);
}

const isEmptyEntry = ({ when, what, mark, evidence, knewThen, effect }: TimelineEntry): boolean =>
  isUnsaid(when) && what === '' && mark === null && evidence === '' && knewThen === '' && effect === null;

/**
 * The rows as of the last change to a row or a time: the same array while text is typed, so memoised results stay
 * valid.
 */
const useUnchangedTimes = (rows: readonly TimelineEntry[]): readonly TimelineEntry[] => useKept(rows, haveSameTimes);

/** An object as it was when one of its properties last changed. */
const useUnchanged = <Props extends object>(props: Props): Props => useKept(props, shallow);

/** A value as it was when it last differed. */
function useKept<Value>(value: Value, isSame: (kept: Value, value: Value) => boolean): Value {
  const [kept, setKept] = useState(value);
  if (isSame(kept, value)) return kept;
  setKept(value);
  return value;
}
