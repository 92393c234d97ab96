import { useDeferredValue, useState } from 'react';

import { COE_KIND_LABELS } from '#domain/guide/kinds.ts';
import { formatMoment } from '#domain/time/format-moment.ts';

import { useDraft } from '../../../draft/draft-context.ts';
import { useIpcQuery } from '../../../platform/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { useDateStyle } from '../../../ui/date-style.ts';
import { Dialog, DialogButtons, DialogForm } from '../../../ui/dialog.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import styles from './links.module.css';

type FindCoeDialogProps = {
  onChoose: (other: { readonly id: string; readonly title: string }) => void;
  onClose: () => void;
};

const MOST = 8;

/** Finds the COE to link to by its title. */
export function FindCoeDialog({ onChoose, onClose }: FindCoeDialogProps) {
  const dates = useDateStyle();
  const draft = useDraft();
  const [text, setText] = useState('');
  const sought = useDeferredValue(text);
  const found = useIpcQuery('coes:find-titles', { text: sought, limit: MOST + 1 }, { keepPrevious: true });
  const coes = (found.data ?? []).filter(({ id }) => id !== draft.id).slice(0, MOST);
  const chooseFirst = (): void => {
    const [first] = coes;
    // While the list still shows matches of an earlier text, the first one is not what the person sees next.
    if (first !== undefined && sought === text && !found.isPlaceholderData)
      onChoose({ id: first.id, title: first.title });
  };
  return (
    <Dialog title="Link to which COE?" isOpen onClose={onClose}>
      <DialogForm className={styles.form} onSubmit={chooseFirst}>
        <SearchField label="Find a COE by its title" value={text} onChange={setText} autoFocus />
        <ul className={styles.found} aria-label="COEs found">
          {coes.map(({ id, title, kind, happened }) => (
            <li key={id}>
              <Button look="plain" onPress={() => onChoose({ id, title })}>
                <span className={styles.foundTitle}>{title.trim() || 'Untitled'}</span>
                <small>
                  {COE_KIND_LABELS[kind]}, {formatMoment(happened, { style: 'short', dates })}
                </small>
              </Button>
            </li>
          ))}
        </ul>
        <p role="status" className={styles.soft}>
          {found.data !== undefined && coes.length === 0 ? 'No other COE has that in its title.' : ''}
        </p>
        <DialogButtons>
          <Button onPress={onClose}>Cancel</Button>
        </DialogButtons>
      </DialogForm>
    </Dialog>
  );
}
