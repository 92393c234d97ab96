import { type ReactNode, useState } from 'react';

import { COE_KINDS } from '#domain/guide/kinds.ts';
import {
  foldHeading,
  HEADING_TARGETS,
  type HeadingTarget,
  type ImportChoices,
} from '#domain/import/imported-report.ts';
import { formatNumber, quantity } from '#domain/text/format.ts';
import type { RepeatId, ShownPreview } from '#ipc/imports.ts';

import { ZoneField } from '../../entities/zone/zone-field.tsx';
import { Button } from '../../ui/button.tsx';
import { DialogButtons } from '../../ui/dialog.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { Select } from '../../ui/select.tsx';
import { alongWords } from './along-words.ts';
import { FoundTable } from './found-table.tsx';
import styles from './import.module.css';
import { SampleView } from './sample-view.tsx';
import { TARGET_LABELS } from './target-labels.ts';

type FoundReportsProps = {
  preview: ShownPreview;
  choices: ImportChoices;
  repeated: RepeatId;
  onRepeated: (repeated: RepeatId) => void;
  /** Reads everything again with other choices. */
  onChoices: (choices: ImportChoices) => void;
  onImport: () => void;
  onClose: () => void;
};

const TARGETS = HEADING_TARGETS.map((id) => ({ id, label: TARGET_LABELS[id] }));
const REPEATS = [
  { id: 'skip', label: 'Skip them', meaning: 'The COEs stay as they are.' },
  {
    id: 'update',
    label: 'Update them',
    meaning: 'The text of the source replaces that of the COE; the history keeps it.',
  },
  { id: 'copy', label: 'Import them again', meaning: 'Each becomes another COE.' },
] as const;

/** What a dry run found, and what a person can correct before anything is imported. */
export function FoundReports(props: FoundReportsProps) {
  const { preview, choices, repeated, onRepeated, onChoices, onImport, onClose } = props;
  const { receipt, samples, headings, zoneAsked } = preview;
  const { summary } = receipt;
  const [draft, setDraft] = useState(choices);
  const isChanged = draft !== choices;
  const change = (part: Partial<ImportChoices>): void => setDraft({ ...draft, ...part });
  const targetOf = (heading: string, target: HeadingTarget): HeadingTarget =>
    draft.headings[foldHeading(heading)] ?? target;
  const words = summary.words.placed + summary.words.unplaced;
  return (
    <>
      <p className={styles.sum}>
        {quantity(summary.coes, 'report')} in {quantity(summary.imported, 'file')}
        {alongWords(summary)}
        {summary.skipped > 0 && `, ${formatNumber(summary.skipped)} left out`}
        {summary.refused > 0 && `, ${formatNumber(summary.refused)} that cannot be read`}.{' '}
        {words > 0 &&
          `${Math.floor((summary.words.placed / words) * 100)} % of the words fit a section; the rest is in Unplaced.`}
      </p>
      <FoundTable files={receipt.files} total={summary.files} caption="What was found" />
      {zoneAsked > 0 && (
        <section className={styles.part}>
          <h3>Which time zone?</h3>
          <p className={styles.quiet}>
            {quantity(zoneAsked, 'report')} with times {zoneAsked === 1 ? 'says' : 'say'} no zone.
          </p>
          <ZoneField label="Time zone" value={draft.zone ?? ''} onChange={(zone) => change({ zone: zone || null })} />
        </section>
      )}
      <section className={styles.part}>
        <Select
          label="Kind"
          none="As each report suggests"
          options={COE_KINDS.map(({ id, label }) => ({ id, label }))}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
        />
      </section>
      {headings.length > 0 && (
        <Fold summary={`${quantity(headings.length, 'heading')}: where their text goes`}>
          <div className={styles.scroll} data-scroll>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">Heading</th>
                  <th scope="col">Reports</th>
                  <th scope="col">Goes to</th>
                </tr>
              </thead>
              <tbody>
                {headings.map(({ heading, target, reports }) => (
                  <tr key={`${heading} ${target}`}>
                    <th scope="row">{heading}</th>
                    <td>{formatNumber(reports)}</td>
                    <td>
                      <Select
                        label={`Where “${heading}” goes`}
                        labelHidden
                        options={TARGETS}
                        value={targetOf(heading, target)}
                        onChange={(to) =>
                          change({ headings: { ...draft.headings, [foldHeading(heading)]: to ?? 'unplaced' } })
                        }
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Fold>
      )}
      {samples.length > 0 && (
        <Fold
          summary={`The first ${samples.length === 1 ? 'report' : formatNumber(samples.length)}, beside the source`}
        >
          {samples.map((sample) => (
            <SampleView key={sample.path} sample={sample} />
          ))}
        </Fold>
      )}
      {preview.repeated > 0 && (
        <section className={styles.part}>
          <h3>{quantity(preview.repeated, 'report')} imported before</h3>
          <RadioCards
            label="Reports imported before"
            options={REPEATS}
            value={repeated}
            onChange={onRepeated}
            columns={1}
          />
        </section>
      )}
      <DialogButtons>
        <Button onPress={onClose}>Cancel</Button>
        {isChanged ? (
          <Button look="primary" onPress={() => onChoices(draft)}>
            Read again
          </Button>
        ) : (
          <Button
            look="primary"
            isDisabled={summary.coes + summary.patterns + preview.repeated === 0}
            autoFocus
            onPress={onImport}
          >
            Import
          </Button>
        )}
      </DialogButtons>
    </>
  );
}

/** A part that a click unfolds. It is drawn only then: fields for hundreds of headings would delay the dialog. */
function Fold({ summary, children }: { summary: string; children: ReactNode }) {
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <details
      className={styles.part}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) setWasOpened(true);
      }}
    >
      <summary>{summary}</summary>
      {wasOpened && children}
    </details>
  );
}
