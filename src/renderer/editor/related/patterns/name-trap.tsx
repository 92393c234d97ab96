import { useId, useState } from 'react';

import { MAX_PATTERN_WORDS } from '#domain/patterns/pattern.ts';
import { suggestPatternWords } from '#domain/patterns/suggest-words.ts';

import { useDraft } from '../../../draft/draft-context.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './patterns.module.css';

type NameTrapProps = { onName: (words: string) => Promise<void>; onCancel: () => void };

/** Names a new pattern: a sentence, which may begin as one that was just written. */
export function NameTrap({ onName, onCancel }: NameTrapProps) {
  const draft = useDraft();
  const suggestionsId = useId();
  const [suggestions] = useState(() => suggestPatternWords(draft.store.getState().coe));
  const [words, setWords] = useState(suggestions[0] ?? '');
  const [isSaving, setIsSaving] = useState(false);
  const isEmpty = words.trim() === '';
  return (
    <form
      className={styles.name}
      data-own-undo
      onSubmit={(event) => {
        event.preventDefault();
        if (isEmpty || isSaving) return;
        setIsSaving(true);
        void onName(words).finally(() => setIsSaving(false));
      }}
    >
      <TextField
        label="The trap, in one sentence of your own"
        voice="prose"
        placeholder="I said yes before I looked at the calendar"
        autoFocus
        maxLength={MAX_PATTERN_WORDS}
        value={words}
        onChange={setWords}
      />
      {suggestions.length > 1 && (
        <div role="group" aria-labelledby={suggestionsId} className={styles.suggestions}>
          <p id={suggestionsId}>From what you wrote:</p>
          <ul>
            {suggestions
              .filter((each) => each !== words)
              .map((each) => (
                <li key={each}>
                  <Button look="plain" onPress={() => setWords(each)}>
                    {each}
                  </Button>
                </li>
              ))}
          </ul>
        </div>
      )}
      <div className={styles.answers}>
        <Button type="submit" look="primary" isDisabled={isEmpty || isSaving}>
          Save this pattern
        </Button>
        <Button look="plain" onPress={onCancel}>
          Back
        </Button>
      </div>
    </form>
  );
}
