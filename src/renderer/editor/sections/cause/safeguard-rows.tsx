import { Plus } from 'lucide-react';

import type { Safeguard } from '#domain/coe/sections/cause.ts';
import { ROW_PLACEHOLDERS } from '#domain/guide/placeholders.ts';
import { SAFEGUARD_PURPOSES, SAFEGUARD_STATES } from '#domain/guide/safeguards.ts';

import { useCoe } from '../../../draft/draft-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { PartHeading } from '../../fields/part-heading.tsx';
import { RowFrame } from '../../fields/row-frame.tsx';
import { RowText } from '../../fields/row-text.tsx';
import rowStyles from '../../fields/rows.module.css';
import { useRows } from '../../fields/use-rows.ts';
import styles from './cause.module.css';

const emptySafeguard = (id: string): Safeguard => ({ id, text: '', purpose: null, state: null });

/** The safeguards, what each was meant to do and what it did, including those that worked. */
export function SafeguardRows() {
  const hint = useCoe((coe) => ROW_PLACEHOLDERS[coe.kind].safeguard);
  const list = useRows<Safeguard>('cause', 'safeguards', emptySafeguard);
  return (
    <div className={rowStyles.part}>
      <PartHeading help="Also those that held: they are worth knowing.">Safeguards</PartHeading>
      <ul className={rowStyles.list} aria-label="Safeguards">
        {list.rows.map((safeguard, index) => {
          const name = `safeguard ${index + 1}`;
          return (
            <RowFrame
              key={safeguard.id}
              id={safeguard.id}
              name={name}
              onRemove={() => list.remove(safeguard.id)}
              onMove={(by) => list.move(safeguard.id, by)}
            >
              <RowText
                isFirst
                label={`What, ${name}`}
                value={safeguard.text}
                placeholder={hint}
                onChange={(text) => list.update(safeguard.id, { text }, 'text')}
                onKeyDown={list.keys(safeguard, safeguard.text === '')}
              />
              <div className={styles.control}>
                <Select
                  label={`Purpose of ${name}`}
                  labelHidden
                  none="Meant to …"
                  options={SAFEGUARD_PURPOSES.map(({ id, label, meaning }) => ({ id, label, meaning }))}
                  value={safeguard.purpose}
                  onChange={(purpose) => list.update(safeguard.id, { purpose })}
                />
              </div>
              <div className={styles.control}>
                <Select
                  label={`What ${name} did`}
                  labelHidden
                  none="On the day it …"
                  options={SAFEGUARD_STATES.map(({ id, label, meaning }) => ({ id, label, meaning }))}
                  value={safeguard.state}
                  onChange={(state) => list.update(safeguard.id, { state })}
                />
              </div>
            </RowFrame>
          );
        })}
      </ul>
      <Button look="plain" onPress={() => list.add()}>
        <Plus size={15} aria-hidden />
        Add a safeguard
      </Button>
    </div>
  );
}
