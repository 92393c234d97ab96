import { Plus } from 'lucide-react';

import type { SectionId } from '#domain/coe/vocabulary.ts';

import { Button } from '../../ui/button.tsx';
import { PartHeading } from './part-heading.tsx';
import { RowFrame } from './row-frame.tsx';
import { RowText } from './row-text.tsx';
import styles from './rows.module.css';
import { useRows } from './use-rows.ts';

type TextRow = { id: string; text: string };

type TextRowsProps = {
  section: SectionId;
  listKey: string;
  title: string;
  rowName: string;
  addLabel: string;
  placeholder?: string;
};

/** A list of short texts, such as what went well. */
export function TextRows({ section, listKey, title, rowName, addLabel, placeholder }: TextRowsProps) {
  const list = useRows<TextRow>(section, listKey, (id) => ({ id, text: '' }));
  return (
    <div className={styles.part}>
      <PartHeading>{title}</PartHeading>
      <ul className={styles.list} aria-label={title}>
        {list.rows.map((row, index) => (
          <RowFrame
            key={row.id}
            id={row.id}
            name={`${rowName} ${index + 1}`}
            onRemove={() => list.remove(row.id)}
            onMove={(by) => list.move(row.id, by)}
          >
            <RowText
              isFirst
              label={`${rowName} ${index + 1}`}
              value={row.text}
              placeholder={placeholder}
              onChange={(text) => list.update(row.id, { text }, 'text')}
              onKeyDown={list.keys(row, row.text === '')}
            />
          </RowFrame>
        ))}
      </ul>
      <Button look="plain" onPress={() => list.add()}>
        <Plus size={15} aria-hidden />
        {addLabel}
      </Button>
    </div>
  );
}
