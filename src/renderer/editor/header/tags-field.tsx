import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { Button, Tag, TagGroup, TagList } from 'react-aria-components';

import { useIpcQuery } from '../../platform/queries.ts';
import { showToast } from '../../ui/toast.tsx';
import answerStyles from '../fields/answer-field.module.css';
import rowStyles from '../fields/rows.module.css';
import styles from './header.module.css';

type TagsFieldProps = { tags: readonly string[]; onChange: (tags: string[]) => void };

/** Tags. Enter or a comma adds one; tags of other COEs are suggested. */
export function TagsField({ tags, onChange }: TagsFieldProps) {
  const [text, setText] = useState('');
  const id = useId();
  const listId = useId();
  const known = Object.keys(useIpcQuery('coes:facets', {}).data?.tags ?? {});
  const add = (): void => {
    const tag = text.replace(/,/g, '').trim();
    setText('');
    if (tag !== '' && !tags.includes(tag)) onChange([...tags, tag]);
  };
  const remove = (tag: string): void => {
    onChange(tags.filter((other) => other !== tag));
    showToast(`Tag “${tag}” removed.`, () => onChange([...tags]));
  };
  return (
    <div className={answerStyles.field}>
      <label htmlFor={id}>Tags</label>
      {tags.length > 0 && (
        <TagGroup aria-label="Tags of this COE" onRemove={(keys) => keys.forEach((key) => remove(String(key)))}>
          <TagList className={styles.tags ?? ''}>
            {tags.map((tag) => (
              <Tag key={tag} id={tag} textValue={tag} className={styles.tag ?? ''}>
                {tag}
                <Button slot="remove" aria-label={`Remove tag ${tag}`}>
                  <X size={12} aria-hidden />
                </Button>
              </Tag>
            ))}
          </TagList>
        </TagGroup>
      )}
      <input
        id={id}
        list={listId}
        className={`${rowStyles.text} ${answerStyles.box}`}
        value={text}
        placeholder="Add a tag"
        onChange={(event) => (event.target.value.endsWith(',') ? add() : setText(event.target.value))}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) add();
        }}
      />
      <datalist id={listId}>
        {known
          .filter((tag) => !tags.includes(tag))
          .map((tag) => (
            <option key={tag}>{tag}</option>
          ))}
      </datalist>
    </div>
  );
}
