import { DEPTHS } from '#domain/guide/depths.ts';
import { WHY_QUESTIONS } from '#domain/guide/why-endings.ts';

import { useCoe } from '../../../draft/draft-context.ts';
import { WhyTree } from './why-tree.tsx';

/** The why trees: why it happened and, for a full COE, why it was not noticed sooner. */
export function WhysSection() {
  const showsSecond = useCoe(
    (coe) =>
      coe.sections.whys.unnoticed.length > 0 ||
      DEPTHS.some((depth) => depth.id === coe.depth && depth.showsSecondWhyChain),
  );
  return (
    <>
      <WhyTree listKey="happened" question={WHY_QUESTIONS.happened} addLabel="Add why" takesCommand />
      {showsSecond && (
        <WhyTree listKey="unnoticed" question={WHY_QUESTIONS.unnoticed} addLabel="Add what let it go unnoticed" />
      )}
    </>
  );
}
