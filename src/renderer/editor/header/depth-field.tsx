import { DEPTHS } from '#domain/guide/depths.ts';

import { useCoe } from '../../draft/draft-context.ts';
import { Select } from '../../ui/select.tsx';
import { useHeaderEdit } from './use-header.ts';

/** How much of the outline is shown. Nothing that was written is lost when it shows less. */
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
