import { useEffect, useEffectEvent, useRef, useState } from 'react';

import type { ImportChoices } from '#domain/import/imported-report.ts';
import type { Result } from '#domain/result.ts';
import { upperFirst } from '#domain/text/format.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { PickedImport, RepeatId, ShownPreview, ShownReceipt } from '#ipc/imports.ts';

import { invoke, listen } from '../../platform/bridge.ts';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { changeSettings, useSettings } from '../../platform/settings.ts';
import { useDateStyle } from '../../ui/date-style.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { ChooseSource } from './choose-source.tsx';
import { FoundReports } from './found-reports.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ReceiptView } from './receipt-view.tsx';

type Step =
  | { is: 'choosing' }
  | { is: 'reading'; picked: PickedImport }
  | { is: 'found'; picked: PickedImport; preview: ShownPreview }
  | { is: 'importing'; picked: PickedImport }
  | { is: 'done'; receipt: ShownReceipt };

type ImportDialogProps = {
  /** What was dropped on the window; null when it is still to be chosen. */
  dropped: PickedImport | null;
  onClose: () => void;
};

/**
 * Brings in reports and journals: choose, look at what was found and correct it once for all, import, and read the
 * receipt. Nothing is written before "Import".
 */
export function ImportDialog({ dropped, onClose }: ImportDialogProps) {
  const [step, setStep] = useState<Step>(dropped === null ? { is: 'choosing' } : { is: 'reading', picked: dropped });
  const [error, setError] = useState<AppError | null>(null);
  const { order } = useDateStyle();
  const { welcomed } = useSettings();
  const [choices, setChoices] = useState<ImportChoices>({
    zone: null,
    dateOrder: order,
    headings: {},
    kind: null,
    splitReports: true,
  });
  const [repeated, setRepeated] = useState<RepeatId>('skip');

  const show = (picked: PickedImport, preview: Result<ShownPreview, AppError>): void => {
    if (preview.ok && !preview.value.receipt.cancelled) setStep({ is: 'found', picked, preview: preview.value });
    else {
      if (!preview.ok) setError(preview.error);
      setStep({ is: 'choosing' });
    }
  };
  const read = async (picked: PickedImport, next: ImportChoices): Promise<void> => {
    setError(null);
    setChoices(next);
    setStep({ is: 'reading', picked });
    show(picked, await invoke('import:dry-run', { handle: picked.handle, choices: next }));
  };
  const readFirst = (picked: PickedImport): void => void read(picked, { ...choices, headings: {}, zone: null });
  const takeDropped = useEffectEvent((picked: PickedImport) => {
    if (step.is === 'choosing') readFirst(picked);
  });
  useEffect(() => listen('import:dropped', takeDropped), []);
  const showDropped = useEffectEvent(show);
  const firstChoices = useRef(choices);
  useEffect(() => {
    if (dropped === null) return;
    void invoke('import:dry-run', { handle: dropped.handle, choices: firstChoices.current }).then((preview) =>
      showDropped(dropped, preview),
    );
  }, [dropped]);
  const choose = async (what: 'folder' | 'files'): Promise<void> => {
    const picked = await invoke('import:choose', { what });
    if (picked.ok) readFirst(picked.value);
    else if (picked.error.kind !== 'cancelled') setError(picked.error);
  };
  const run = async (picked: PickedImport): Promise<void> => {
    setStep({ is: 'importing', picked });
    const receipt = await invokeIn(currentLibrary(), 'import:run', { handle: picked.handle, choices, repeated });
    if (receipt.ok) {
      if (!welcomed) void changeSettings({ welcomed: true });
      setStep({ is: 'done', receipt: receipt.value });
    } else {
      setError(receipt.error);
      setStep({ is: 'choosing' });
    }
  };
  const stop = (picked: PickedImport): void => void invoke('import:cancel', { handle: picked.handle });
  const close = (): void => {
    // An import goes on until a person stops it; a dry run has nothing to lose.
    if (step.is === 'importing') return;
    if (step.is === 'reading') stop(step.picked);
    onClose();
  };

  return (
    <Dialog
      title="Import"
      isOpen
      onClose={close}
      role={step.is === 'choosing' ? 'dialog' : 'alertdialog'}
      width="widest"
    >
      {error !== null && (
        <p role="alert">
          {upperFirst(explainError(error).title)}. {explainError(error).safe} {explainError(error).next}
        </p>
      )}
      {step.is === 'choosing' && (
        <ChooseSource
          onChoose={(what) => void choose(what)}
          onReceipt={(receipt) => setStep({ is: 'done', receipt })}
          onClose={onClose}
        />
      )}
      {step.is === 'reading' && (
        <ImportProgress
          words={`Reading ${step.picked.name}. Nothing is imported yet.`}
          stopLabel="Cancel"
          onStop={() => stop(step.picked)}
        />
      )}
      {step.is === 'found' && (
        <FoundReports
          preview={step.preview}
          choices={choices}
          repeated={repeated}
          onRepeated={setRepeated}
          onChoices={(next) => void read(step.picked, next)}
          onImport={() => void run(step.picked)}
          onClose={onClose}
        />
      )}
      {step.is === 'importing' && (
        <ImportProgress
          words={`Importing ${step.picked.name}. Stopping keeps what is imported so far; the receipt can undo it.`}
          stopLabel="Stop"
          onStop={() => stop(step.picked)}
        />
      )}
      {step.is === 'done' && <ReceiptView receipt={step.receipt} onClose={onClose} />}
    </Dialog>
  );
}
