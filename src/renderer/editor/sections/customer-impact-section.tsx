import { Plus } from 'lucide-react';

import type { AffectedGroup } from '#domain/coe/sections/customer-impact.ts';
import { ROW_PLACEHOLDERS } from '#domain/guide/placeholders.ts';
import { SEVERITY_LEVELS, SEVERITY_NAMES } from '#domain/guide/severity-anchors.ts';

import { useCoe } from '../../draft/draft-context.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { PartHeading } from '../fields/part-heading.tsx';
import { RowFrame } from '../fields/row-frame.tsx';
import { RowText } from '../fields/row-text.tsx';
import rowStyles from '../fields/rows.module.css';
import { useRows } from '../fields/use-rows.ts';
import styles from './customer-impact-section.module.css';

const emptyGroup = (id: string): AffectedGroup => ({
  id,
  who: '',
  howMany: '',
  affected: '',
  level: null,
  told: null,
  putRight: null,
});

/** The people who were affected: who, how many, how, and whether they know. */
export function CustomerImpactSection() {
  const kind = useCoe((coe) => coe.kind);
  const list = useRows<AffectedGroup>('customerImpact', 'groups', emptyGroup);
  const hints = ROW_PLACEHOLDERS[kind];
  return (
    <div className={rowStyles.part}>
      <PartHeading help="One line for each person or group. Initials or a role are enough.">Who it reached</PartHeading>
      <ul className={rowStyles.list} aria-label="Who it reached">
        {list.rows.map((group, index) => {
          const name = `affected group ${index + 1}`;
          const isEmpty = group.who === '' && group.howMany === '' && group.affected === '';
          return (
            <RowFrame
              key={group.id}
              id={group.id}
              name={name}
              onRemove={() => list.remove(group.id)}
              onMove={(by) => list.move(group.id, by)}
              details={
                <div className={styles.details}>
                  <Select
                    label={`How hard it hit ${name}`}
                    labelHidden
                    none="How hard it hit them"
                    options={SEVERITY_LEVELS.map((level) => ({ id: String(level), label: SEVERITY_NAMES[level] }))}
                    value={group.level === null ? null : String(group.level)}
                    onChange={(level) => list.update(group.id, { level: level === null ? null : Number(level) })}
                  />
                  <Checkbox
                    label="They know"
                    isSelected={group.told === true}
                    onChange={(told) => list.update(group.id, { told })}
                  />
                  <Checkbox
                    label="Put right"
                    isSelected={group.putRight === true}
                    onChange={(putRight) => list.update(group.id, { putRight })}
                  />
                </div>
              }
            >
              <RowText
                isFirst
                label={`Who, ${name}`}
                value={group.who}
                placeholder={hints.affectedWho}
                onChange={(who) => list.update(group.id, { who }, 'who')}
                onKeyDown={list.keys(group, isEmpty)}
              />
              <RowText
                label={`How many, ${name}`}
                value={group.howMany}
                placeholder="How many"
                onChange={(howMany) => list.update(group.id, { howMany }, 'howMany')}
                onKeyDown={list.keys(group, isEmpty)}
              />
              <RowText
                label={`How it reached them, ${name}`}
                value={group.affected}
                placeholder={hints.affectedHow}
                onChange={(affected) => list.update(group.id, { affected }, 'affected')}
                onKeyDown={list.keys(group, isEmpty)}
              />
            </RowFrame>
          );
        })}
      </ul>
      <Button look="plain" onPress={() => list.add()}>
        <Plus size={15} aria-hidden />
        Add who it reached
      </Button>
    </div>
  );
}
