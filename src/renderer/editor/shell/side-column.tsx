import { type KeyboardEvent, useState } from 'react';

import type { SectionId } from '#domain/coe/vocabulary.ts';

import { CareNote } from '../care/care-note.tsx';
import type { Care } from '../care/use-care.ts';
import { ChecksPanel } from '../checks/checks-panel.tsx';
import { GuidePanel } from '../guide/guide-panel.tsx';
import { LinkFlow } from '../related/links/link-flow.tsx';
import { SeenBefore } from '../related/seen-before/seen-before.tsx';
import styles from './side-column.module.css';

type SideColumnProps = {
  section: SectionId;
  care: Care;
  isOpen: boolean;
  onClose: () => void;
  /** Goes to a section and, unless `rowId` is null, to a row in it. */
  onGo: (section: SectionId, rowId: string | null) => void;
};

/** The panels beside the text. In a narrow window they cover its edge while the person has them open. */
export function SideColumn({ section, care, isOpen, onClose, onGo }: SideColumnProps) {
  const [toLink, setToLink] = useState<{ readonly id: string; readonly title: string } | null>(null);
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && isOpen) onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape closes it from any control within
    <div className={styles.side} data-side data-open={isOpen || undefined} onKeyDown={closeOnEscape}>
      {care.isShown ? (
        <CareNote onClose={care.close} />
      ) : (
        <>
          <SeenBefore onLink={setToLink} />
          <ChecksPanel onGo={onGo} isDespair={care.isDespair} />
          <GuidePanel section={section} />
        </>
      )}
      <LinkFlow other={toLink} onDone={() => setToLink(null)} />
    </div>
  );
}
