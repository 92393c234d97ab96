import { Plus } from 'lucide-react';

import type { Cost } from '#domain/coe/sections/impact.ts';
import { IMPACT_AREAS } from '#domain/guide/impact-areas.ts';
import { labelOf } from '#domain/guide/label-of.ts';
import { ROW_PLACEHOLDERS } from '#domain/guide/placeholders.ts';
import { costsFromTable } from '#domain/tables/rows-from-table.ts';

import { useCoe } from '../../../draft/draft-context.ts';
import { newId } from '../../../platform/new-id.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Select } from '../../../ui/select.tsx';
import { PartHeading } from '../../fields/part-heading.tsx';
import { RowFrame } from '../../fields/row-frame.tsx';
import { RowText } from '../../fields/row-text.tsx';
import rowStyles from '../../fields/rows.module.css';
import { useRows } from '../../fields/use-rows.ts';
import { PasteTableDialog } from '../paste/paste-table-dialog.tsx';
import { usePastedRows } from '../paste/use-pasted-rows.ts';
import styles from './impact.module.css';

const emptyCost = (id: string): Cost => ({ id, area: null, what: '', amount: '', unit: '', estimate: false });

const isEmptyCost = ({ area, what, amount, unit }: Cost): boolean => area === null && what + amount + unit === '';

/** The costs, each with its unit. */
export function CostRows() {
  const hint = useCoe((coe) => ROW_PLACEHOLDERS[coe.kind].costWhat);
  const list = useRows<Cost>('impact', 'costs', emptyCost);
  const paste = usePastedRows(({ table }) => table !== null);
  const pasted = paste.pasted?.table ?? null;
  return (
    <div className={rowStyles.part} {...paste.handlers}>
      <PartHeading help="A figure says more than “a lot”, even a rough one. You can paste a table.">
        What it cost
      </PartHeading>
      <ul className={rowStyles.list} aria-label="What it cost">
        {list.rows.map((cost, index) => {
          const name = `cost ${index + 1}`;
          const keys = list.keys(cost, cost.what === '' && cost.amount === '');
          return (
            <RowFrame
              key={cost.id}
              id={cost.id}
              name={name}
              onRemove={() => list.remove(cost.id)}
              onMove={(by) => list.move(cost.id, by)}
            >
              <div className={styles.area}>
                <Select
                  label={`Area of ${name}`}
                  labelHidden
                  none="Area"
                  options={IMPACT_AREAS.map(({ id, label, meaning }) => ({ id, label, meaning }))}
                  value={cost.area}
                  onChange={(area) => list.update(cost.id, { area })}
                />
              </div>
              <RowText
                isFirst
                label={`What, ${name}`}
                value={cost.what}
                placeholder={hint}
                onChange={(what) => list.update(cost.id, { what }, 'what')}
                onKeyDown={keys}
              />
              <div className={styles.amount}>
                <RowText
                  label={`Amount, ${name}`}
                  value={cost.amount}
                  placeholder="How much"
                  onChange={(amount) => list.update(cost.id, { amount }, 'amount')}
                  onKeyDown={keys}
                />
                <RowText
                  label={`Unit, ${name}`}
                  value={cost.unit}
                  placeholder="unit"
                  onChange={(unit) => list.update(cost.id, { unit }, 'unit')}
                  onKeyDown={keys}
                />
                <Checkbox
                  label="estimate"
                  isSelected={cost.estimate}
                  onChange={(estimate) => list.update(cost.id, { estimate })}
                />
              </div>
            </RowFrame>
          );
        })}
      </ul>
      <Button look="plain" onPress={() => list.add()}>
        <Plus size={15} aria-hidden />
        Add a cost
      </Button>
      {pasted !== null && (
        <PasteTableDialog
          title="Paste into what it cost"
          target="costs"
          pasted={pasted}
          read={costsFromTable}
          show={({ area, what, amount, unit }) => ({
            text: what,
            more: [labelOf(IMPACT_AREAS, area), `${amount} ${unit}`.trim()].filter((words) => words !== '').join(' · '),
          })}
          onAdd={(costs) => {
            const added = costs.map((cost) => ({ ...cost, id: newId() }));
            list.addAll(added, paste.pasted?.rowId ?? null, isEmptyCost);
            paste.close(added[0]?.id);
          }}
          onPasteAsText={paste.pasteAsText}
          onDismiss={paste.dismiss}
        />
      )}
    </div>
  );
}
