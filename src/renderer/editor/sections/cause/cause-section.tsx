import { DEPTHS } from '#domain/guide/depths.ts';
import { ERROR_KINDS } from '#domain/guide/error-kinds.ts';
import { TRIGGERS } from '#domain/guide/triggers.ts';

import { useCoe, useSection } from '../../../draft/draft-context.ts';
import { Select } from '../../../ui/select.tsx';
import { AnswerField } from '../../fields/answer-field.tsx';
import { PartHeading } from '../../fields/part-heading.tsx';
import rowStyles from '../../fields/rows.module.css';
import { ConditionRows } from './condition-rows.tsx';
import { SafeguardRows } from './safeguard-rows.tsx';

/** The trigger, the conditions and the safeguards, kept apart. */
export function CauseSection() {
  const { section, edit } = useSection('cause');
  const showsSafeguards = useCoe(
    (coe) =>
      coe.sections.cause.safeguards.length > 0 ||
      DEPTHS.some((depth) => depth.id === coe.depth && depth.showsSafeguards),
  );
  return (
    <>
      <div className={rowStyles.part}>
        <PartHeading help="The last thing before it happened. It is seldom the thing to fix.">
          What set it off
        </PartHeading>
        <div className={rowStyles.pair}>
          <Select
            label="Trigger"
            none="Not answered yet"
            options={TRIGGERS.map(({ id, label, meaning }) => ({ id, label, meaning }))}
            value={section.trigger}
            onChange={(trigger) => edit({ trigger })}
          />
          <AnswerField
            label="In a few words"
            value={section.triggerNote}
            onChange={(triggerNote) => edit({ triggerNote }, 'triggerNote')}
          />
          <Select
            label="What form did it take?"
            none="Not answered yet"
            options={ERROR_KINDS.map(({ id, label, meaning }) => ({ id, label, meaning }))}
            value={section.errorKind}
            onChange={(errorKind) => edit({ errorKind })}
          />
        </div>
      </div>
      <ConditionRows />
      {showsSafeguards && <SafeguardRows />}
    </>
  );
}
