import { useEffect, useMemo, useState } from 'react';

import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { SECTION_IDS, type SectionId } from '#domain/coe/vocabulary.ts';
import { chooseParts } from '#domain/export/choose-parts.ts';
import { describeParts } from '#domain/export/count-parts.ts';
import { WHOLE_EXPORT_CHOICE } from '#domain/export/export-choice.ts';
import type { ExportFormatId } from '#domain/export/export-formats.ts';
import { markdownForClipboard } from '#domain/export/markdown/write-markdown.ts';
import { pseudonymsFor } from '#domain/export/pseudonyms.ts';
import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';
import { quantity, upperFirst } from '#domain/text/format.ts';
import type { Settings } from '#ipc/settings.ts';

import { openDraft } from '../../draft/open-drafts.ts';
import { useChosenCoes } from '../../list/chosen-coes.ts';
import { filterFromParams } from '../../list/coe-filter-params.ts';
import { invoke, listen } from '../../platform/bridge.ts';
import { useLibraryState } from '../../platform/library-state.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { changeSettings, useSettings } from '../../platform/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog, DialogButtons, DialogForm } from '../../ui/dialog.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { MarkdownView } from '../../ui/markdown-view.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './export.module.css';

/** The formats that the dialog offers. */
const FORMATS: readonly { id: ExportFormatId; label: string; meaning: string }[] = [
  { id: 'markdown', label: 'Markdown', meaning: 'For note apps and version control. Once reads it back.' },
  { id: 'html', label: 'Web page (HTML)', meaning: 'One file that any browser opens and prints.' },
  { id: 'pdf', label: 'PDF', meaning: 'Pages to print or to hand on.' },
  { id: 'docx', label: 'Word (DOCX)', meaning: 'For word processors.' },
  { id: 'csv', label: 'Tables (CSV)', meaning: 'COEs, actions and timeline rows, for a spreadsheet.' },
  { id: 'json', label: 'COE files (JSON)', meaning: 'As in the library. Once opens them.' },
  {
    id: 'everything',
    label: 'Everything (zip)',
    meaning: 'Markdown, JSON, attachments and the JSON schema. Nothing is left out.',
  },
];

type ScopeId = 'coe' | 'chosen' | 'list' | 'library';
type Choice = Settings['exportChoice'];

type ExportDialogProps = {
  /** The COE that is open; null for none. */
  coeId: string | null;
  /** The query of the address of the list, with its search and filters. */
  listQuery: string;
  onClose: () => void;
};

/** Chooses what leaves, in which format, and shows what it will look like. */
export function ExportDialog({ coeId, listQuery, onClose }: ExportDialogProps) {
  const { exportChoice } = useSettings();
  const list = useListScope(listQuery);
  const chosen = useChosenCoes(useLibraryState()?.handle ?? '');
  const [scope, setScope] = useState<ScopeId>(() => firstScope(coeId, chosen.length, list.isFiltered));
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  useEffect(() => listen('exports:progress', setProgress), []);

  const found = useIpcQuery('coes:list', {
    ...(scope === 'list' ? { filter: list.filter, text: list.text } : { filter: emptyFilter(), text: '' }),
    order: 'happened-newest',
    offset: 0,
    limit: 1,
  }).data;
  const count = scope === 'coe' ? 1 : scope === 'chosen' ? chosen.length : (found?.total ?? 0);
  const first = scope === 'chosen' ? chosen[0] : found?.rows[0]?.id;
  const shown = useCoe(scope === 'coe' ? coeId : (first ?? null));
  const change = (changes: Partial<Choice>): void =>
    void changeSettings({ exportChoice: { ...exportChoice, ...changes } });
  const isWhole = exportChoice.format === 'everything';

  const save = async (): Promise<void> => {
    if (shown === null) return;
    setIsSaving(true);
    setProgress(null);
    const { format, separator, ...choice } = exportChoice;
    const result = await invoke('exports:save', {
      scope:
        scope === 'coe'
          ? { of: 'coe', coe: shown }
          : scope === 'chosen'
            ? { of: 'chosen', ids: chosen }
            : scope === 'list'
              ? { of: 'list', filter: list.filter, text: list.text }
              : { of: 'library' },
      format,
      choice: isWhole ? WHOLE_EXPORT_CHOICE : choice,
      separator,
    });
    setIsSaving(false);
    if (result.ok) {
      onClose();
      const { name, files, refused, unread, missing } = result.value;
      const left = [
        ...(refused > 0 ? [`${quantity(refused, 'file')} existed already and stayed as they were`] : []),
        ...(unread > 0 ? [`${quantity(unread, 'COE')} could not be read`] : []),
        ...(missing > 0 ? [`${quantity(missing, 'attachment')} were missing`] : []),
      ];
      showToast(
        [
          `Exported ${files === 1 ? name : `${quantity(files, 'file')} to ${name}`}.`,
          ...left.map((text) => `${text}.`),
        ].join(' '),
        { label: 'Show in folder', run: () => void invoke('exports:reveal', {}) },
      );
    } else if (result.error.kind !== 'cancelled') {
      const { title, next } = explainError(result.error);
      showToast(`${upperFirst(title)}. ${next}`.trim());
    }
  };
  const cancel = (): void => {
    if (isSaving) void invoke('exports:cancel', {});
    else onClose();
  };

  return (
    <Dialog title="Export" isOpen onClose={cancel} width="widest">
      <DialogForm onSubmit={() => void save()}>
        <div className={styles.columns}>
          <div className={styles.choices}>
            <SegmentedControl
              label="What to export"
              value={scope}
              onChange={setScope}
              options={[
                ...(coeId === null ? [] : [{ id: 'coe' as const, label: 'This COE' }]),
                ...(chosen.length === 0 ? [] : [{ id: 'chosen' as const, label: `${chosen.length} chosen` }]),
                ...(list.isFiltered ? [{ id: 'list' as const, label: 'The filtered list' }] : []),
                { id: 'library', label: 'The library' },
              ]}
            />
            <Select
              label="Format"
              options={FORMATS}
              value={FORMATS.find(({ id }) => id === exportChoice.format)?.id ?? 'markdown'}
              onChange={(format) => change({ format: format ?? 'markdown' })}
            />
            {exportChoice.format === 'csv' && (
              <SegmentedControl
                label="Between cells"
                value={exportChoice.separator}
                onChange={(separator) => change({ separator })}
                options={[
                  { id: ',', label: 'Comma' },
                  { id: ';', label: 'Semicolon' },
                ]}
              />
            )}
            {isWhole ? (
              <p>Names, feelings and all sections go along, so that nothing is lost. The zip is not encrypted.</p>
            ) : (
              <Parts choice={exportChoice} change={change} hasUnplaced={(shown?.unplaced ?? '') !== '' || count > 1} />
            )}
          </div>
          <Preview
            coe={shown}
            choice={isWhole ? { ...exportChoice, ...WHOLE_EXPORT_CHOICE } : exportChoice}
            count={count}
          />
        </div>
        {isSaving && (
          <p role="status">
            {progress === null ? 'Exporting…' : `Exporting ${progress.done} of ${quantity(progress.total, 'COE')}…`}
          </p>
        )}
        <DialogButtons>
          <Button onPress={cancel}>Cancel</Button>
          <Button look="primary" type="submit" isDisabled={isSaving || count === 0 || shown === null}>
            {count > 1 ? `Export ${quantity(count, 'COE')}…` : 'Export…'}
          </Button>
        </DialogButtons>
      </DialogForm>
    </Dialog>
  );
}

/** What is exported unless the person picks something else: the narrowest of what there is. */
const firstScope = (coeId: string | null, chosen: number, isFiltered: boolean): ScopeId =>
  coeId !== null ? 'coe' : chosen > 0 ? 'chosen' : isFiltered ? 'list' : 'library';

type PartsProps = { choice: Choice; change: (changes: Partial<Choice>) => void; hasUnplaced: boolean };

/** What goes along: sections, names, private fields and unplaced text. */
function Parts({ choice, change, hasUnplaced }: PartsProps) {
  const toggle = (id: SectionId, on: boolean): void =>
    change({ sections: SECTION_IDS.filter((each) => (each === id ? on : choice.sections.includes(each))) });
  return (
    <>
      <fieldset className={styles.group}>
        <legend>Sections</legend>
        <div className={styles.sections}>
          {SECTION_IDS.map((id) => (
            <Checkbox
              key={id}
              label={SECTION_SHORT_NAMES[id]}
              isSelected={choice.sections.includes(id)}
              onChange={(on) => toggle(id, on)}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>People and private notes</legend>
        <Checkbox
          label="Replace names by Person A, Person B …"
          isSelected={choice.names === 'pseudonyms'}
          onChange={(on) => change({ names: on ? 'pseudonyms' : 'as-written' })}
        />
        <Checkbox
          label="Include feelings and your state on the day"
          isSelected={choice.privateFields}
          onChange={(privateFields) => change({ privateFields })}
        />
        {hasUnplaced && (
          <Checkbox
            label="Include text that an import could not place"
            isSelected={choice.unplaced}
            onChange={(unplaced) => change({ unplaced })}
          />
        )}
      </fieldset>
    </>
  );
}

/** What leaves, as it will read, and what goes along and what stays. */
function Preview({ coe, choice, count }: { coe: Coe | null; choice: Choice; count: number }) {
  const seen = useMemo(() => {
    if (coe === null) return null;
    const chosen = chooseParts(coe, choice);
    const people = choice.names === 'pseudonyms' ? pseudonymsFor([coe]).count : 0;
    const along = describeParts(chosen);
    return {
      markdown: markdownForClipboard(chosen),
      along: people === 0 ? along : [...along, `${quantity(people, 'name')} replaced`],
      stays: describeParts(coe).filter((part) => !along.includes(part)),
    };
  }, [coe, choice]);
  if (seen === null) return <p>{count === 0 ? 'There is no COE to export.' : 'Loading the preview…'}</p>;
  return (
    <section className={styles.preview} aria-label="Preview">
      <p className={styles.counts} role="status">
        {count > 1 && `The first of ${quantity(count, 'COE')}. `}
        {seen.along.length > 0 && `Goes along: ${seen.along.join(', ')}. `}
        {seen.stays.length > 0 && `Of ${seen.stays.join(', ')}, some or all stay here. `}
        {choice.names === 'pseudonyms' && 'A name that stands only in prose may be missed: please read it through.'}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable block must be focusable */}
      <div className={styles.page} tabIndex={0} role="region" aria-label="What leaves">
        <MarkdownView markdown={seen.markdown} voice="prose" shiftHeadings={2} />
      </div>
    </section>
  );
}

/** A COE as it is on the screen, or on disk; null until it is read. */
function useCoe(id: string | null): Coe | null {
  const [read, setRead] = useState<{ id: string; coe: Coe } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (id !== null) {
      void openDraft(id).then((opened) => {
        if (isCurrent && opened.ok) setRead({ id, coe: opened.value.store.getState().coe });
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [id]);
  return read?.id === id ? read.coe : null;
}

/** The filter and the search of the list by the query of its address. */
function useListScope(query: string) {
  return useMemo(() => {
    const params = new URLSearchParams(query);
    const filter = filterFromParams(params);
    const text = params.get('q') ?? '';
    return { filter, text, isFiltered: text !== '' || JSON.stringify(filter) !== JSON.stringify(emptyFilter()) };
  }, [query]);
}
