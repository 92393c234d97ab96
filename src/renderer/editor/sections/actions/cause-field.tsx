import { conditionLabel } from '#domain/guide/conditions.ts';
import { flattenWhys } from '#domain/whys/tree.ts';

import { useCoe } from '../../../draft/draft-context.ts';
import { Select } from '../../../ui/select.tsx';

/**
 * Selects the cause an action addresses: a condition, or a leaf of the why tree. Nothing is shown when there is none.
 */
export function CauseField({ value, onChange }: { value: string | null; onChange: (causeId: string | null) => void }) {
  const conditions = useCoe((coe) => coe.sections.cause.conditions);
  const whys = useCoe((coe) => coe.sections.whys);
  const leaves = flattenWhys([...whys.happened, ...whys.unnoticed]).filter(
    ({ why }) => why.whys.length === 0 && why.text.trim() !== '',
  );
  const options = [
    ...conditions.map((row) => ({ id: row.id, label: conditionLabel(row.condition), meaning: 'A condition' })),
    ...leaves.map(({ why }) => ({ id: why.id, label: why.text, meaning: 'The end of a branch of whys' })),
  ];
  if (options.length === 0) return null;
  return <Select label="Cause it removes" none="Not said" options={options} value={value} onChange={onChange} />;
}
