import type { ComponentType } from 'react';

import type { SectionId } from '#domain/coe/vocabulary.ts';
import { sectionState } from '#domain/lifecycle/section-state.ts';

import { useCoe } from '../../draft/draft-context.ts';
import { ActionsSection } from './actions/actions-section.tsx';
import { CauseSection } from './cause/cause-section.tsx';
import { ContextSection } from './context-section.tsx';
import { CustomerImpactSection } from './customer-impact-section.tsx';
import { ImpactSection } from './impact/impact-section.tsx';
import { LearnedSection } from './learned-section.tsx';
import { MitigatedSection } from './mitigated-section.tsx';
import { NoticedSection } from './noticed-section.tsx';
import { SectionFrame } from './section-frame.tsx';
import { TimelineSection } from './timeline/timeline-section.tsx';
import { WhysSection } from './whys/whys-section.tsx';

const PARTS: Record<SectionId, ComponentType> = {
  context: ContextSection,
  customerImpact: CustomerImpactSection,
  impact: ImpactSection,
  timeline: TimelineSection,
  noticed: NoticedSection,
  mitigated: MitigatedSection,
  cause: CauseSection,
  whys: WhysSection,
  learned: LearnedSection,
  actions: ActionsSection,
};

type SectionProps = {
  id: SectionId;
  /** The sections shown at this depth, among which this one is counted. */
  among: readonly SectionId[];
  /** Whether it is one quiet line to write in for as long as it is empty or skipped. */
  foldsWhenEmpty: boolean;
};

/** One section with its structured parts. */
export function Section({ id, among, foldsWhenEmpty }: SectionProps) {
  const Parts = PARTS[id];
  const isFolded = useCoe((coe) => foldsWhenEmpty && ['empty', 'skipped'].includes(sectionState(coe, id)));
  return (
    <SectionFrame id={id} number={among.indexOf(id) + 1} count={among.length} isFolded={isFolded}>
      {!isFolded && <Parts />}
    </SectionFrame>
  );
}
