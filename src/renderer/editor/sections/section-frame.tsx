import { BookOpen } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';

import { handbookPageFor } from '#domain/guide/handbook/pages.ts';
import type { SectionId } from '#domain/coe/vocabulary.ts';
import { SECTION_HEADINGS } from '#domain/guide/sections.ts';
import { sectionWording } from '#domain/guide/wording.ts';

import { useCoe, useDraft, useDraftState, useSectionEdit } from '../../draft/draft-context.ts';
import { openOutside } from '../../platform/outside-links.ts';
import { ProseEditor } from '../../rich-text/prose-editor.tsx';
import { Button } from '../../ui/button.tsx';
import { InlinePrompts } from '../guide/inline-prompts.tsx';
import styles from './section-frame.module.css';

type SectionFrameProps = { id: SectionId; number: number; children?: ReactNode };

/** One of the ten sections: its heading, the question for this kind, the prose, its structured parts, and Skip. */
export function SectionFrame({ id, number, children }: SectionFrameProps) {
  const headingId = useId();
  const subtitleId = useId();
  const draft = useDraft();
  const kind = useCoe((coe) => coe.kind);
  const readOnly = useDraftState((state) => state.readOnly);
  // Only these two fields, so that typing in a row does not re-render the prose and the heading.
  const prose = useCoe((coe) => coe.sections[id].prose);
  const isSkipped = useCoe((coe) => coe.sections[id].skipped);
  const edit = useSectionEdit(id);
  const heading = SECTION_HEADINGS[id];
  return (
    <section className={styles.section} aria-labelledby={headingId} id={`section-${id}`} data-section={id}>
      <header className={styles.header}>
        <p className={styles.number}>{number} of 10</p>
        <h2 id={headingId} tabIndex={-1} className={styles.heading}>
          {heading}
        </h2>
        <p id={subtitleId} className={styles.subtitle}>
          {sectionWording(kind, id).subtitle}
          <Link to={`/handbook/${handbookPageFor(id).id}`} className={styles.help} aria-label={`Handbook: ${heading}`}>
            <BookOpen size={14} aria-hidden /> Handbook
          </Link>
        </p>
      </header>
      <InlinePrompts section={id} />
      {isSkipped ? (
        <div className={styles.skipped}>
          <p>You skipped this section. What was written in it is kept.</p>
          <Button onPress={() => edit({ skipped: false })}>Write it anyway</Button>
        </div>
      ) : (
        <>
          <div className={styles.prose}>
            <ProseEditor
              label={heading}
              describedBy={subtitleId}
              value={prose}
              readOnly={readOnly}
              placeholder="Write here, in your own words"
              onChange={(written) => edit({ prose: written }, 'prose')}
              onUndo={draft.undo}
              onRedo={draft.redo}
              onOpenLink={openOutside}
            />
          </div>
          {children}
          <footer className={styles.footer}>
            <Button look="plain" onPress={() => edit({ skipped: true })}>
              Skip this section
            </Button>
          </footer>
        </>
      )}
    </section>
  );
}
