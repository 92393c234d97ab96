import { BookOpen } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';

import { handbookPageFor } from '#domain/guide/handbook/pages.ts';
import type { SectionId } from '#domain/coe/vocabulary.ts';
import { isPersonalKind } from '#domain/guide/kinds.ts';
import { SECTION_HEADINGS, SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';
import { sectionTitle, sectionWording } from '#domain/guide/wording.ts';

import { useCoe, useDraft, useDraftState, useSectionEdit } from '../../draft/draft-context.ts';
import { openOutside } from '../../platform/outside-links.ts';
import { ProseEditor } from '../../rich-text/prose-editor.tsx';
import { Button } from '../../ui/button.tsx';
import { InlinePrompts } from '../guide/inline-prompts.tsx';
import styles from './section-frame.module.css';
import { UnreadTimesNote } from './unread-times-note.tsx';

type SectionFrameProps = {
  id: SectionId;
  /** Its number among the sections shown, from 1. */
  number: number;
  /** How many sections are shown. */
  count: number;
  /** Whether only its heading and the line to write in are shown. */
  isFolded: boolean;
  children?: ReactNode;
};

/**
 * One of the ten sections: its heading, the question for this kind, the prose, its structured parts, and Skip. Folded,
 * it is its heading and one line.
 */
export function SectionFrame({ id, number, count, isFolded, children }: SectionFrameProps) {
  const headingId = useId();
  const subtitleId = useId();
  const kind = useCoe((coe) => coe.kind);
  const isSkipped = useCoe((coe) => coe.sections[id].skipped);
  const edit = useSectionEdit(id);
  // The outline's heading names the section in every kind, also for screen readers.
  const heading = SECTION_HEADINGS[id];
  const isPersonal = isPersonalKind(kind);
  return (
    <section
      className={styles.section}
      aria-label={heading}
      id={`section-${id}`}
      data-section={id}
      data-folded={isFolded || undefined}
    >
      <header className={styles.header}>
        <p className={styles.number}>
          {number} of {count}
        </p>
        <h2 id={headingId} tabIndex={-1} className={styles.heading}>
          {sectionTitle(kind, id)}
        </h2>
        <p id={subtitleId} className={styles.subtitle}>
          {isPersonal ? SECTION_SHORT_NAMES[id] : sectionWording(kind, id).subtitle}
          <Link to={`/handbook/${handbookPageFor(id).id}`} className={styles.help} aria-label={`Handbook: ${heading}`}>
            <BookOpen size={14} aria-hidden /> Handbook
          </Link>
        </p>
      </header>
      {!isFolded && <InlinePrompts section={id} />}
      {isSkipped ? (
        <div className={styles.skipped}>
          <p>You skipped this section.{!isFolded && ' What was written in it is kept.'}</p>
          <Button onPress={() => edit({ skipped: false })}>Write it anyway</Button>
        </div>
      ) : (
        <>
          <div className={styles.prose}>
            <SectionProse id={id} label={heading} describedBy={isPersonal ? headingId : subtitleId} />
          </div>
          {children}
          {(id === 'timeline' || id === 'noticed') && <UnreadTimesNote place={id} />}
          {!isFolded && (
            <footer className={styles.footer}>
              <Button look="plain" onPress={() => edit({ skipped: true })}>
                Skip this section
              </Button>
            </footer>
          )}
        </>
      )}
    </section>
  );
}

type SectionProseProps = { id: SectionId; label: string; describedBy: string };

/** The prose of a section. On its own, so that neither the heading nor the parts are drawn again with what is written. */
function SectionProse({ id, label, describedBy }: SectionProseProps) {
  const draft = useDraft();
  const readOnly = useDraftState((state) => state.readOnly);
  const prose = useCoe((coe) => coe.sections[id].prose);
  // A short account has no timeline to tell the story in.
  const isStory = useCoe(({ depth }) => id === 'context' && depth === 'quick');
  const undone = useDraftState((state) => state.undoTarget);
  const edit = useSectionEdit(id);
  return (
    <ProseEditor
      label={label}
      describedBy={describedBy}
      value={prose}
      undone={undone}
      readOnly={readOnly}
      placeholder={
        readOnly
          ? 'Nothing is written here'
          : isStory
            ? 'Write here what happened, in your own words'
            : 'Write here, in your own words'
      }
      onChange={(written) => edit({ prose: written }, 'prose')}
      onKeystroke={draft.noteKeystroke}
      onUndo={draft.undo}
      onRedo={draft.redo}
      onOpenLink={openOutside}
    />
  );
}
