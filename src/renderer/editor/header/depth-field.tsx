import { DEPTHS } from '#domain/guide/depths.ts';

import { useCoe } from '../../draft/draft-context.ts';
import { Select } from '../../ui/select.tsx';
import { useHeaderEdit } from './use-header.ts';

/** How many sections are shown. Hiding sections deletes nothing. */
export function DepthField() {
  const depth = useCoe((coe) => coe.depth);
  const edit = useHeaderEdit();
  return (
    <Select
      label="Depth"
      labelHidden
      options={DEPTHS.map(({ id, label, description }) => ({ id, label, meaning: description }))}
      value={depth}
      onChange={(id) => id !== null && edit({ depth: id })}
    />
  );
}
