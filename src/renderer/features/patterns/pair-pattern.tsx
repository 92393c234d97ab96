import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

import type { Coe } from '#domain/coe/coe.ts';
import { MAX_PATTERN_WORDS } from '#domain/patterns/pattern.ts';
import { patternsOf } from '#domain/patterns/resolve-patterns.ts';
import { suggestPatternWords } from '#domain/patterns/suggest-words.ts';
import { quantity } from '#domain/text/format.ts';
import type { LikelyPair } from '#ipc/similar.ts';

import { MAX_OFFERED, PatternChoices } from '../../entities/pattern/pattern-choices.tsx';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { createPattern, usePatternsById } from '../../platform/patterns.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { DialogForm } from '../../ui/dialog.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './repeats.module.css';

type PairPatternProps = {
  pair: LikelyPair;
  /** Called when both COEs have the pattern. */
  onDone: () => void;
  /** Called when that was undone. */
  onUndone: () => void;
  onCancel: () => void;
};

/** Gives both COEs of a pair a pattern: one that either of them has, a likely one, or a new one. */
export function PairPattern(props: PairPatternProps) {
  const later = useIpcQuery('coe:open', { id: props.pair.later.id }, { staleTime: 0, gcTime: 0 }).data?.coe;
  const earlier = useIpcQuery('coe:open', { id: props.pair.earlier.id }, { staleTime: 0, gcTime: 0 }).data?.coe;
  return later === undefined || earlier === undefined ? null : (
    <ChoosePattern {...props} later={later} earlier={earlier} />
  );
}

function ChoosePattern({
  later,
  earlier,
  onDone,
  onUndone,
  onCancel,
}: Omit<PairPatternProps, 'pair'> & { later: Coe; earlier: Coe }) {
  const byId = usePatternsById();
  const ranked = useIpcQuery('patterns:rank', { coe: later }, { staleTime: 0, gcTime: 0 }).data;
  const [words, setWords] = useState(() => suggestPatternWords(later)[0] ?? '');
  const [isSaving, setIsSaving] = useState(false);
  const group = useRef<HTMLDivElement>(null);
  const has = new Set([...patternsOf(later.patternIds, byId), ...patternsOf(earlier.patternIds, byId)]);
  const own = (ranked ?? []).filter(({ id }) => [...has].some((pattern) => pattern.id === id));
  const offered = [...own, ...(ranked ?? []).filter((each) => !own.includes(each))].slice(0, MAX_OFFERED);
  useEffect(() => group.current?.focus({ preventScroll: true }), []);
  // It opens below two texts, and grows once the patterns are ranked.
  useEffect(() => group.current?.scrollIntoView({ block: 'nearest' }), [offered.length]);

  /** Gives the pattern to those of both that do not have it. `isNew` deletes it again with an undo. */
  const give = async (id: string, sentence: string, isNew: boolean): Promise<void> => {
    const library = currentLibrary();
    const marked: string[] = [];
    const undo = async (): Promise<boolean> => {
      for (const coeId of marked) {
        // oxlint-disable-next-line no-await-in-loop -- two saves, one after the other
        const undone = await invokeIn(library, 'patterns:mark', { coeId, add: null, remove: id });
        if (undone.ok) continue;
        showFailure(undone.error);
        return false;
      }
      if (isNew) await invokeIn(library, 'patterns:remove', { id });
      return true;
    };
    for (const coe of [earlier, later]) {
      if (patternsOf(coe.patternIds, byId).some((pattern) => pattern.id === id)) continue;
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a failure stops the rest
      const saved = await invokeIn(library, 'patterns:mark', { coeId: coe.id, add: id, remove: null });
      if (!saved.ok) {
        showFailure(saved.error);
        await undo();
        return;
      }
      marked.push(coe.id);
    }
    showToast(`Both have the pattern “${sentence}”.`, () => void undo().then((isUndone) => isUndone && onUndone()));
    onDone();
  };
  const once = (work: () => Promise<void>): void => {
    if (isSaving) return;
    setIsSaving(true);
    void work().finally(() => setIsSaving(false));
  };
  const name = (): void =>
    once(async () => {
      if (words.trim() === '') return;
      const created = await createPattern(words);
      if (created.ok) await give(created.value.id, created.value.words, true);
      else showFailure(created.error, 'The pattern was not saved');
    });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
    const chosen = /^[1-5]$/.test(event.key) ? offered[Number(event.key) - 1] : undefined;
    if (chosen === undefined) return;
    event.preventDefault();
    once(() => give(chosen.id, chosen.words, false));
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys for the buttons within
    <div ref={group} role="group" aria-label="The pattern of both" tabIndex={-1} onKeyDown={onKeyDown}>
      {offered.length > 0 && (
        <div className={styles.offered}>
          <PatternChoices
            patterns={offered}
            isDisabled={isSaving}
            renderNote={({ coes }) => (coes.length === 0 ? 'No COE yet' : quantity(coes.length, 'COE'))}
            onChoose={({ id, words: sentence }) => once(() => give(id, sentence, false))}
          />
        </div>
      )}
      <DialogForm onSubmit={name}>
        <TextField
          label={offered.length === 0 ? 'The trap, in one sentence of your own' : 'Or a new one, in one sentence'}
          voice="prose"
          placeholder="I said yes before I looked at the calendar"
          maxLength={MAX_PATTERN_WORDS}
          value={words}
          onChange={setWords}
        />
        <div className={styles.answers}>
          <Button type="submit" look="primary" isDisabled={words.trim() === '' || isSaving}>
            Save this pattern
          </Button>
          <Button look="plain" onPress={onCancel}>
            Back
          </Button>
        </div>
      </DialogForm>
    </div>
  );
}
