import { ArrowLeft, ArrowRight } from 'lucide-react';

import type { SectionId } from '#domain/coe/vocabulary.ts';
import { sectionTitle } from '#domain/guide/wording.ts';

import { useCoe } from '../../draft/draft-context.ts';
import { Button } from '../../ui/button.tsx';
import styles from './coe-editor.module.css';

type GuidedStepsProps = { sections: readonly SectionId[]; current: SectionId; onGo: (id: SectionId) => void };

/** The Back and Next buttons of the guided view, which name the section they lead to. The last section has no Next. */
export function GuidedSteps({ sections, current, onGo }: GuidedStepsProps) {
  const kind = useCoe((coe) => coe.kind);
  const index = sections.indexOf(current);
  const back = sections[index - 1];
  const next = sections[index + 1];
  return (
    <nav className={styles.steps} aria-label="Steps">
      {back === undefined ? (
        <span />
      ) : (
        <Button aria-label={`Back: ${sectionTitle(kind, back)}`} onPress={() => onGo(back)}>
          <ArrowLeft size={15} aria-hidden />
          Back
        </Button>
      )}
      {next !== undefined && (
        <Button look="primary" aria-label={`Next: ${sectionTitle(kind, next)}`} onPress={() => onGo(next)}>
          Next: {sectionTitle(kind, next)}
          <ArrowRight size={15} aria-hidden />
        </Button>
      )}
    </nav>
  );
}
