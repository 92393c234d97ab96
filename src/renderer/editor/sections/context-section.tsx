import { useSection } from '../../draft/draft-context.ts';
import { AnswerField } from '../fields/answer-field.tsx';
import { PartHeading } from '../fields/part-heading.tsx';
import rowStyles from '../fields/rows.module.css';
import { ScaleField } from '../fields/scale-field.tsx';

/** What was meant to happen, what was different, and the writer's state then: asked early, because memory changes. */
export function ContextSection() {
  const { section, edit } = useSection('context');
  return (
    <div className={rowStyles.part}>
      <PartHeading help="What you knew and how you were at the time, before memory tidies it up.">
        At the time
      </PartHeading>
      <div className={rowStyles.pair}>
        <AnswerField
          label="What was supposed to happen?"
          value={section.expected}
          onChange={(expected) => edit({ expected }, 'expected')}
        />
        <AnswerField
          label="What was different this time?"
          value={section.different}
          onChange={(different) => edit({ different }, 'different')}
        />
        <ScaleField
          label="Your state then"
          ends="1 worn out, 5 rested"
          value={section.stateThen}
          onChange={(stateThen) => edit({ stateThen })}
        />
        <ScaleField
          label="How sure you were"
          ends="1 guessing, 5 certain"
          value={section.confidenceThen}
          onChange={(confidenceThen) => edit({ confidenceThen })}
        />
        <AnswerField
          label="Your state, in words"
          value={section.stateWords}
          onChange={(stateWords) => edit({ stateWords }, 'stateWords')}
        />
      </div>
    </div>
  );
}
