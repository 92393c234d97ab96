import { useState } from 'react';

import { upperFirst } from '#domain/text/format.ts';
import type { AppError } from '#ipc/app-error.ts';
import { type DictionaryRefusal, MAX_DICTIONARIES, type OwnDictionary } from '#ipc/dictionaries.ts';

import { invoke } from '../../platform/bridge.ts';
import { queryClient, useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { explainError } from '../../ui/explain-error.ts';
import styles from './spelling-settings.module.css';

type DictionarySettingProps = { enabled: readonly string[]; onChange: (ids: string[]) => void };

/** The dictionaries that the person added, each with a checkbox and a button to remove it, and a button to add one. */
export function DictionarySetting({ enabled, onChange }: DictionarySettingProps) {
  const dictionaries = useIpcQuery('spelling:dictionaries', {}).data ?? [];
  const [message, setMessage] = useState<{ text: string; isProblem: boolean } | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const known = (ids: readonly string[], list: readonly OwnDictionary[]): string[] =>
    ids.filter((id) => list.some((each) => each.id === id));
  const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['spelling:dictionaries', {}] });
  const failed = (error: AppError): void => {
    const { title, next } = explainError(error);
    setMessage({ text: `${upperFirst(title)}. ${next}`.trim(), isProblem: true });
  };
  const add = async (): Promise<void> => {
    setIsAdding(true);
    setMessage({ text: 'Waiting for the files, then testing them…', isProblem: false });
    const result = await invoke('spelling:add-dictionary', {});
    setIsAdding(false);
    setMessage(null);
    if (!result.ok) return result.error.kind === 'cancelled' ? undefined : failed(result.error);
    if ('refused' in result.value) return setMessage({ text: REFUSALS[result.value.refused], isProblem: true });
    const { added } = result.value;
    onChange([...known(enabled, dictionaries), added.id]);
    await refresh();
    setMessage({ text: `Added ${added.name}. Its words are accepted from now on.`, isProblem: false });
  };
  const remove = async ({ id, name }: OwnDictionary): Promise<void> => {
    const result = await invoke('spelling:remove-dictionary', { id });
    if (!result.ok) return failed(result.error);
    onChange(known(enabled, dictionaries).filter((each) => each !== id));
    await refresh();
    setMessage({ text: `Removed ${name}. The files you added it from are unchanged.`, isProblem: false });
  };
  return (
    <div className={styles.dictionaries}>
      {dictionaries.length > 0 && (
        <ul aria-label="Your dictionaries">
          {dictionaries.map((dictionary) => (
            <li key={dictionary.id}>
              <Checkbox
                label={dictionary.name}
                isSelected={enabled.includes(dictionary.id)}
                onChange={(on) => {
                  const others = known(enabled, dictionaries).filter((id) => id !== dictionary.id);
                  onChange(on ? [...others, dictionary.id] : others);
                }}
              />
              <Button look="plain" aria-label={`Remove ${dictionary.name}`} onPress={() => void remove(dictionary)}>
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button isDisabled={isAdding} onPress={() => void add()}>
        Add a dictionary…
      </Button>
      <p role={message?.isProblem === true ? 'alert' : 'status'} className={styles.message}>
        {message?.text}
      </p>
    </div>
  );
}

const REFUSALS: Record<DictionaryRefusal, string> = {
  'no-pair': 'Choose two files: one that ends in .aff and one that ends in .dic. Nothing was added.',
  'too-large': 'These files are too large for a dictionary. Nothing was added.',
  'not-text': 'These files cannot be read as text: they may be damaged or still compressed. Nothing was added.',
  'not-a-dictionary': 'The spell checker cannot use these files as a Hunspell dictionary. Nothing was added.',
  'too-slow': 'The spell checker did not get through these files, so they may be damaged. Nothing was added.',
  'too-many': `You can add ${MAX_DICTIONARIES} dictionaries. Remove one first. Nothing was added.`,
};
