import type { ContributingCondition } from '#domain/coe/sections/cause.ts';
import { conditionLabel, CONDITIONS } from '#domain/guide/conditions.ts';
import { CONTROLS } from '#domain/guide/control.ts';
import { ROW_PLACEHOLDERS } from '#domain/guide/placeholders.ts';
import type { OwnCondition } from '#domain/questions/own-questions.ts';

import { useCoe, useSectionEdit } from '../../../draft/draft-context.ts';
import { useOwnQuestions } from '../../../platform/own-questions.ts';
import { newId } from '../../../platform/new-id.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Select } from '../../../ui/select.tsx';
import { PartHeading } from '../../fields/part-heading.tsx';
import { RowFrame } from '../../fields/row-frame.tsx';
import { RowText } from '../../fields/row-text.tsx';
import rowStyles from '../../fields/rows.module.css';
import { useRows } from '../../fields/use-rows.ts';
import styles from './cause.module.css';
import { ConditionPicker } from './condition-picker.tsx';

/** The conditions that were there before the trigger. The Themes screen counts them. */
export function ConditionRows() {
  const kind = useCoe((coe) => coe.kind);
  const edit = useSectionEdit('cause');
  const list = useRows<ContributingCondition>('cause', 'conditions', (id) => ({
    id,
    condition: '',
    control: null,
    knownBefore: null,
    note: '',
  }));
  const own = useOwnQuestions().conditions;
  const chosen = list.rows.map((row) => row.condition);
  const pick = (condition: string): void =>
    edit(({ conditions }) => ({
      conditions: [...conditions, { id: newId(), condition, control: null, knownBefore: null, note: '' }],
    }));
  return (
    <div className={rowStyles.part}>
      <PartHeading help="What had been waiting, perhaps for long. Several are usual. They are what Themes counts across your COEs.">
        Contributing conditions
      </PartHeading>
      <ul className={rowStyles.list} aria-label="Contributing conditions">
        {list.rows.map((row) => {
          const label = conditionLabel(row.condition);
          return (
            <RowFrame
              key={row.id}
              id={row.id}
              name={label}
              onRemove={() => list.remove(row.id)}
              onMove={(by) => list.move(row.id, by)}
            >
              <div className={styles.condition}>
                <strong>{label}</strong>
                <p>{meaningOf(row.condition, own)}</p>
              </div>
              <div className={styles.control}>
                <Select
                  label={`In whose hands, ${label}`}
                  labelHidden
                  none="In whose hands?"
                  options={CONTROLS.map(({ id, label: text, meaning }) => ({ id, label: text, meaning }))}
                  value={row.control}
                  onChange={(control) => list.update(row.id, { control })}
                />
              </div>
              <Checkbox
                label="known before"
                isSelected={row.knownBefore === true}
                onChange={(knownBefore) => list.update(row.id, { knownBefore })}
              />
              <RowText
                label={`Note on ${label}`}
                value={row.note}
                placeholder={ROW_PLACEHOLDERS[kind].conditionNote}
                onChange={(note) => list.update(row.id, { note }, 'note')}
              />
            </RowFrame>
          );
        })}
      </ul>
      <ConditionPicker kind={kind} chosen={chosen} onPick={pick} />
    </div>
  );
}

/** The meaning of a condition: from the taxonomy, or of the library's own. */
const meaningOf = (condition: string, own: readonly OwnCondition[]): string =>
  CONDITIONS.find(({ id }) => id === condition)?.meaning ??
  (own.find(({ name }) => name === condition)?.meaning || 'A condition of your own.');
