import { ChevronDown, ChevronUp, PanelRight } from 'lucide-react';
import { useState } from 'react';

import { DEPTHS } from '#domain/guide/depths.ts';
import { joinList, quantity } from '#domain/text/format.ts';
import type { CommandId } from '#ipc/commands.ts';
import type { Settings } from '#ipc/settings.ts';

import { useCoe } from '../../draft/draft-context.ts';
import { runCommand, useCommands } from '../../platform/commands.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { useTeam } from '../../platform/team.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MoreMenu } from '../../ui/menu.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { whenPresent } from '../fields/when-present.ts';
import { LinkedCoes } from '../related/links/linked-coes.tsx';
import { PatternsOfCoe } from '../related/patterns/patterns-of-coe.tsx';
import { SaveStatus } from '../versions/save-status.tsx';
import { useHeaderEdit } from './use-header.ts';
import { HeaderDetails } from './header-details.tsx';
import { HeaderFacts } from './header-facts.tsx';
import styles from './header.module.css';
import { TitleField } from './title-field.tsx';

/** One section at a time, or all of them on one page. */
export type EditorView = Settings['editorView'];

type EditorHeaderProps = {
  view: EditorView;
  onView: (view: EditorView) => void;
  /** Whether the side column is open, in a window too narrow to show it all the time. */
  isSideOpen: boolean;
  onSide: () => void;
  /** How many similar COEs the side column lists. */
  similarCount: number;
  /** How many questions are open, about a shared copy or what the team's changes left open. */
  questionCount: number;
  /** How many comments of the team are open. */
  commentCount: number;
  /** Who wrote and reviewed the COE of a team; empty otherwise. */
  people: string;
};

/** The header of the editor: title, key facts, view and save state. */
export function EditorHeader({
  view,
  onView,
  isSideOpen,
  onSide,
  similarCount,
  questionCount,
  commentCount,
  people,
}: EditorHeaderProps) {
  const count = similarCount + questionCount + commentCount;
  const beside = joinList([
    ...(questionCount === 0 ? [] : [quantity(questionCount, 'open question')]),
    ...(commentCount === 0 ? [] : [quantity(commentCount, 'comment')]),
    ...(similarCount === 0 ? [] : [quantity(similarCount, 'similar COE')]),
  ]);
  const isTeam = useTeam() !== null;
  const canPublish = (useIpcQuery('team:libraries', {}).data?.length ?? 0) > 0 && !isTeam;
  const [isOpen, setIsOpen] = useState(false);
  useCommands({
    'coe.summary': () => {
      setIsOpen(true);
      whenPresent('[data-header-details] textarea', (summary) => summary?.focus());
    },
  });
  return (
    <header className={styles.header} data-region>
      <div className={styles.top}>
        <TitleField />
        <SaveStatus />
        {/* Beside the title, which also stays in small windows while one writes. */}
        <div className={styles.side}>
          <IconButton
            label={beside === '' ? 'Beside the text' : `Beside the text: ${beside}`}
            aria-expanded={isSideOpen}
            onPress={onSide}
          >
            <PanelRight size={17} aria-hidden />
            {count > 0 && (
              <span className={styles.similarCount} aria-hidden>
                {count}
              </span>
            )}
          </IconButton>
        </div>
      </div>
      <div className={styles.bar}>
        <HeaderFacts />
        <Button look="plain" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          {isOpen ? <ChevronUp size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
          Details
        </Button>
        <div className={styles.views}>
          <DepthField />
          <SegmentedControl
            label="View"
            options={[
              { id: 'guided', label: 'Guided' },
              { id: 'whole', label: 'Whole' },
            ]}
            value={view}
            onChange={onView}
          />
          <MoreMenu
            label="More for this COE"
            entries={[
              { id: 'edit.find', label: 'Find in this COE' },
              { id: 'coe.look-again', label: 'Revisit it later…' },
              { id: 'coe.link', label: 'Link to an earlier COE…' },
              { id: 'coe.pattern', label: 'Choose a pattern…' },
              { id: 'coe.history', label: 'History…' },
              { id: 'coe.save-copy', label: 'Save a copy…' },
              { id: 'coe.share', label: 'Share for coaching…' },
              ...(canPublish ? [{ id: 'coe.publish', label: 'Publish to the team…' }] : []),
              { id: 'coe.print', label: 'Print…' },
              { id: 'coe.export', label: 'Export…' },
              { id: 'coe.copy-markdown', label: 'Copy as Markdown' },
              { id: 'coe.copy-rich-text', label: 'Copy as rich text' },
              'line',
              { id: 'coe.delete', label: 'Move to trash' },
            ]}
            onAction={(id) => runCommand(id as CommandId)}
          />
        </div>
      </div>
      {people !== '' && <p className={styles.people}>{people}</p>}
      <LinkedCoes />
      <PatternsOfCoe />
      {isOpen && <HeaderDetails />}
    </header>
  );
}

/** How many sections are shown. Hiding sections deletes nothing. */
function DepthField() {
  const depth = useCoe((coe) => coe.depth);
  const edit = useHeaderEdit();
  return (
    <Select
      label="Depth"
      labelHidden
      options={DEPTHS.map(({ id, label, description }) => ({ id, label, meaning: description }))}
      value={depth}
      onChange={(id) => id !== null && edit({ depth: id })}
    />
  );
}
