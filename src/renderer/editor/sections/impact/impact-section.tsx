import { isPersonalKind } from '#domain/guide/kinds.ts';

import { useCoe } from '../../../draft/draft-context.ts';
import { CostRows } from './cost-rows.tsx';
import { FeelingRows } from './feeling-rows.tsx';

/** All other costs and, for kinds about the writer's own life, feelings then and now. */
export function ImpactSection() {
  const asksFeelings = useCoe((coe) => isPersonalKind(coe.kind) || coe.sections.impact.feelings.length > 0);
  return (
    <>
      <CostRows />
      {asksFeelings && <FeelingRows />}
    </>
  );
}
