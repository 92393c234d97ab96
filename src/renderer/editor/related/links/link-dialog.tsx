import { useState } from 'react';

import type { FixVerdictId, LinkTypeId } from '#domain/coe/vocabulary.ts';
import { FIX_VERDICTS, LINK_TYPES } from '#domain/guide/statuses.ts';
import { likeliestFix, suggestVerdict } from '#domain/links/suggest-verdict.ts';

import { useCoe } from '../../../draft/draft-context.ts';
import { useToday } from '../../../platform/today.ts';
import { useIpcQuery } from '../../../platform/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx';
import { RadioCards } from '../../../ui/radio-cards.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './links.module.css';
import type { MadeLink } from './use-links.ts';

type LinkDialogProps = {
  other: { readonly id: string; readonly title: string };
  onLink: (link: MadeLink) => void;
  onClose: () => void;
};

/** Asks how two COEs are connected and, for a repeat, about the fix that was meant to prevent it. */
export function LinkDialog({ other, onLink, onClose }: LinkDialogProps) {
  const happened = useCoe((coe) => coe.happened);
  const today = useToday();
  const [type, setType] = useState<LinkTypeId>('same-cause');
  const [note, setNote] = useState('');
  const [chosenFix, setFix] = useState<string | null | undefined>(undefined);
  const [chosenVerdict, setVerdict] = useState<FixVerdictId | null>(null);
  // Reads the other COE from disk each time the dialog opens.
  const opened = useIpcQuery('coe:open', { id: other.id }, { staleTime: 0, gcTime: 0 });
  const actions = (opened.data?.coe.sections.actions.items ?? []).filter(({ text }) => text.trim() !== '');
  const fixId = chosenFix === undefined ? (likeliestFix(actions)?.id ?? null) : chosenFix;
  const fix = actions.find(({ id }) => id === fixId) ?? null;
  const verdict = fix === null ? null : (chosenVerdict ?? suggestVerdict(fix, happened));
  const isRepeat = type === 'same-cause';
  const link = (): void => {
    const said = isRepeat ? verdict : null;
    onLink({
      type,
      coeId: other.id,
      note: note.trim(),
      fixId: isRepeat ? (fix?.id ?? null) : null,
      verdict: said,
      day: said === 'did-not-hold' ? dayOf(happened.value, fix?.doneOn ?? null, today) : null,
    });
  };
  return (
    <Dialog title="Link to an earlier COE" isOpen onClose={onClose} width="wide">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          link();
        }}
      >
        <p className={styles.other}>{other.title.trim() || 'Untitled'}</p>
        <RadioCards
          label="How are they connected?"
          options={LINK_TYPES}
          value={type}
          onChange={setType}
          columns={2}
          autoFocus
        />
        {isRepeat && actions.length > 0 && (
          <Select
            label="Which fix was meant to prevent this?"
            none="None was"
            options={actions.map(({ id, text }) => ({ id, label: text.trim() }))}
            value={fixId}
            onChange={(id) => {
              setFix(id);
              setVerdict(null);
            }}
          />
        )}
        {isRepeat && fix !== null && (
          <RadioCards
            label="What does this say about it?"
            options={FIX_VERDICTS}
            value={verdict}
            onChange={setVerdict}
            columns={2}
          />
        )}
        <TextField label="In a few words (optional)" value={note} onChange={setNote} maxLength={2000} />
        <DialogButtons>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" isDisabled={opened.isPending}>
            Link them
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

/** The day it happened, if that is known to the day and lies between the fix and today; otherwise today. */
function dayOf(happened: string, doneOn: string | null, today: string): string {
  const day = happened.slice(0, 10);
  return day.length === 10 && day <= today && (doneOn === null || day >= doneOn) ? day : today;
}
