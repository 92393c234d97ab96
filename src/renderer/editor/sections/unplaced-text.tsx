import { useId, useState } from 'react';

import { moveUnplaced } from '#domain/coe/move-unplaced.ts';
import type { SectionId } from '#domain/coe/vocabulary.ts';
import { sectionTitle } from '#domain/guide/wording.ts';

import { useCoe, useDraft, useDraftState } from '../../draft/draft-context.ts';
import { openOutside } from '../../platform/outside-links.ts';
import { flushProse } from '../../rich-text/pending-prose.ts';
import { ProseEditor } from '../../rich-text/prose-editor.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import styles from './unplaced-text.module.css';

type UnplacedTextProps = { sections: readonly SectionId[]; onMoved: (to: SectionId) => void };

/**
 * What an import could not place in a section, below the sections until it is moved or deleted. Once edited it stays,
 * even when it is empty, until the COE is left.
 */
export function UnplacedText({ sections, onMoved }: UnplacedTextProps) {
  const headingId = useId();
  const helpId = useId();
  const draft = useDraft();
  const text = useCoe((coe) => coe.unplaced);
  const kind = useCoe((coe) => coe.kind);
  const readOnly = useDraftState((state) => state.readOnly);
  const undone = useDraftState((state) => state.undoTarget);
  const [isBeingEdited, setIsBeingEdited] = useState(false);
  if (text.trim() === '' && !isBeingEdited) return null;

  const move = (to: SectionId): void => {
    flushProse();
    setIsBeingEdited(false);
    draft.change((coe) => moveUnplaced(coe, to), { location: to });
    onMoved(to);
  };
  return (
    <section id="unplaced" className={styles.unplaced} aria-labelledby={headingId}>
      <header className={styles.header}>
        <h2 id={headingId} tabIndex={-1}>
          Unplaced
        </h2>
        {!readOnly && (
          <Menu
            label="Move to a section"
            trigger={<Button look="plain">Move to a section…</Button>}
            entries={sections.map((id) => ({ id, label: sectionTitle(kind, id) }))}
            onAction={(id) => move(id as SectionId)}
          />
        )}
      </header>
      <p id={helpId} className={styles.help}>
        This came with the import and fits no section. Move it, take from it what you need, or delete it.
      </p>
      <ProseEditor
        label="Unplaced"
        describedBy={helpId}
        value={text}
        undone={undone}
        readOnly={readOnly}
        onChange={(unplaced) => {
          setIsBeingEdited(true);
          draft.change((coe) => ({ ...coe, unplaced }), { location: 'unplaced', key: 'unplaced' });
        }}
        onKeystroke={draft.noteKeystroke}
        onUndo={draft.undo}
        onRedo={draft.redo}
        onOpenLink={openOutside}
      />
    </section>
  );
}
