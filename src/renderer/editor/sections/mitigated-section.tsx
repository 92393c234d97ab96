import { ROW_PLACEHOLDERS } from '#domain/guide/placeholders.ts';

import { useCoe, useSection } from '../../draft/draft-context.ts';
import { Select } from '../../ui/select.tsx';
import { AnswerField } from '../fields/answer-field.tsx';
import rowStyles from '../fields/rows.module.css';
import { TextRows } from '../fields/text-rows.tsx';

/** The steps that limited the harm, and how the writer could tell that they worked. */
export function MitigatedSection() {
  const { section, edit } = useSection('mitigated');
  const hint = useCoe((coe) => ROW_PLACEHOLDERS[coe.kind].mitigationStep);
  return (
    <>
      <TextRows
        section="mitigated"
        listKey="steps"
        title="Steps that were taken"
        rowName="Step"
        addLabel="Add a step"
        placeholder={hint}
      />
      <div className={rowStyles.part}>
        <div className={rowStyles.pair}>
          <AnswerField
            label="How could you tell that it worked?"
            value={section.knewItWorked}
            onChange={(knewItWorked) => edit({ knewItWorked }, 'knewItWorked')}
          />
          <AnswerField
            label="Who helped?"
            value={section.helpers}
            onChange={(helpers) => edit({ helpers }, 'helpers')}
          />
          <Select
            label="Does it last?"
            none="Not answered yet"
            options={[
              {
                id: 'temporary' as const,
                label: 'For now',
                meaning: 'It stopped the harm; something lasting has to follow.',
              },
              { id: 'lasting' as const, label: 'Lasting', meaning: 'Nothing more is needed for this one.' },
            ]}
            value={section.lasting}
            onChange={(lasting) => edit({ lasting })}
          />
          <AnswerField
            label="What would have let you stop it in half the time?"
            value={section.halve}
            onChange={(halve) => edit({ halve }, 'halve')}
          />
        </div>
      </div>
    </>
  );
}
