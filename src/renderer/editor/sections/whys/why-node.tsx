import { CornerDownRight } from 'lucide-react';
import { type KeyboardEvent, memo, useCallback, useState } from 'react';

import type { Why } from '#domain/coe/sections/whys.ts';
import type { WhyEndingId } from '#domain/coe/vocabulary.ts';
import { ROW_PLACEHOLDERS } from '#domain/guide/placeholders.ts';
import { WHY_ENDINGS } from '#domain/guide/why-endings.ts';

import { useCoe } from '../../../draft/draft-context.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { type MenuEntry, MoreMenu } from '../../../ui/menu.tsx';
import { AloneBox } from '../../fields/alone-box.tsx';
import { RowText } from '../../fields/row-text.tsx';
import rowStyles from '../../fields/rows.module.css';
import { whenPresent } from '../../fields/when-present.ts';
import type { WhyTreeEditing } from './use-why-tree.ts';
import styles from './whys.module.css';

type WhyNodeProps = { why: Why; path: string; editing: WhyTreeEditing };

/**
 * One answer, why its branch ends if it is a leaf, and the answers below it. Memoised: typing in an answer draws only
 * this one and those it belongs to, and of these only the text.
 */
export const WhyNode = memo(Node);

function Node({ why, path, editing }: WhyNodeProps) {
  const kind = useCoe((coe) => coe.kind);
  const name = `why ${path}`;
  const hint =
    path === '1' ? ROW_PLACEHOLDERS[kind].why : path.includes('.') ? 'And what made that possible?' : 'And what else?';
  const mark = WHY_ENDINGS.find(({ id }) => id === why.mark);
  // The field of the evidence stays while it has the focus, also when it is empty and another window is in use.
  const [isEvidenceAsked, setIsEvidenceAsked] = useState(false);
  const { id } = why;
  const askEvidence = useCallback((): void => {
    setIsEvidenceAsked(true);
    whenPresent(`[data-row="${CSS.escape(id)}"] [data-row-aside]`, (field) => field?.focus());
  }, [id]);
  return (
    <li className={styles.node}>
      <div className={`${rowStyles.row} ${styles.row}`} data-row={why.id}>
        <AloneBox className={rowStyles.fields}>
          <RowText
            isFirst
            label={name[0]?.toUpperCase() + name.slice(1)}
            value={why.text}
            placeholder={hint}
            onChange={(text) => editing.update(why.id, { text }, 'text')}
            onKeyDown={keysOf(why, editing)}
          />
          {mark !== undefined && why.whys.length === 0 && <span className={styles.mark}>{mark.label}</span>}
          {(why.evidence !== '' || isEvidenceAsked) && (
            <RowText
              isAside
              label={`Evidence for ${name}`}
              value={why.evidence}
              placeholder="What shows it?"
              onChange={(evidence) => editing.update(why.id, { evidence }, 'evidence')}
              onFocus={() => setIsEvidenceAsked(true)}
              onBlur={(event) => setIsEvidenceAsked(document.activeElement === event.currentTarget)}
            />
          )}
        </AloneBox>
        <Tools
          id={why.id}
          name={name}
          mark={why.mark}
          isLeaf={why.whys.length === 0}
          editing={editing}
          onAskEvidence={askEvidence}
        />
      </div>
      {why.whys.length > 0 && (
        <ul className={styles.branch}>
          {why.whys.map((child, index) => (
            <WhyNode key={child.id} why={child} path={`${path}.${index + 1}`} editing={editing} />
          ))}
        </ul>
      )}
    </li>
  );
}

type ToolsProps = {
  id: string;
  name: string;
  mark: WhyEndingId | null;
  isLeaf: boolean;
  editing: WhyTreeEditing;
  onAskEvidence: () => void;
};

/** The buttons of an answer, which cost more to draw than its text. */
const Tools = memo((props: ToolsProps) => (
  <div className={styles.tools}>
    <IconButton label={`Ask why of ${props.name}`} shortcut="Enter" onPress={() => props.editing.ask(props.id)}>
      <CornerDownRight size={15} aria-hidden />
    </IconButton>
    <MoreMenu
      label={`More for ${props.name}`}
      size={16}
      entries={menuOf(props)}
      onAction={(action) => act(action, props)}
    />
  </div>
));

const menuOf = ({ mark, isLeaf }: ToolsProps): MenuEntry[] => [
  { id: 'branch', label: 'A second answer beside it', shortcut: 'Ctrl+Enter' },
  { id: 'evidence', label: 'What shows it?' },
  'line',
  ...(isLeaf
    ? WHY_ENDINGS.map(({ id, label }): MenuEntry => ({
        id: `mark:${id}`,
        label: `${mark === id ? 'No longer: ' : 'Mark as: '}${label}`,
      }))
    : []),
  'line',
  { id: 'up', label: 'Move up', shortcut: 'Alt+↑' },
  { id: 'down', label: 'Move down', shortcut: 'Alt+↓' },
  { id: 'indent', label: 'Put beneath the one above', shortcut: 'Ctrl+]' },
  { id: 'outdent', label: 'Lift beside its parent', shortcut: 'Ctrl+[' },
  'line',
  { id: 'remove', label: isLeaf ? 'Remove' : 'Remove with all beneath it' },
];

function act(action: string, { id, mark: before, editing, onAskEvidence }: ToolsProps): void {
  if (action === 'branch') editing.branch(id);
  else if (action === 'evidence') onAskEvidence();
  else if (action === 'up') editing.move(id, -1);
  else if (action === 'down') editing.move(id, 1);
  else if (action === 'indent') editing.indent(id);
  else if (action === 'outdent') editing.outdent(id);
  else if (action === 'remove') editing.remove(id);
  else if (action.startsWith('mark:')) {
    const mark = action.slice('mark:'.length) as WhyEndingId;
    // "Outside my control" ends a branch and also sets the degree of control, which the charts count.
    editing.update(id, before === mark ? { mark: null } : mark === 'outside' ? { mark, control: 'outside' } : { mark });
  }
}

const keysOf = (why: Why, editing: WhyTreeEditing) => (event: KeyboardEvent<HTMLTextAreaElement>) => {
  if (event.nativeEvent.isComposing) return;
  const isCommand = event.ctrlKey || event.metaKey;
  const run = (action: () => void): void => {
    event.preventDefault();
    event.stopPropagation();
    action();
  };
  if (event.key === 'Enter' && isCommand) run(() => editing.branch(why.id));
  else if (event.key === 'Enter' && !event.shiftKey) run(() => editing.ask(why.id));
  else if (event.key === 'Backspace' && why.text === '' && why.whys.length === 0) run(() => editing.remove(why.id));
  else if (event.altKey && event.key === 'ArrowUp') run(() => editing.move(why.id, -1));
  else if (event.altKey && event.key === 'ArrowDown') run(() => editing.move(why.id, 1));
  else if (isCommand && event.key === ']') run(() => editing.indent(why.id));
  else if (isCommand && event.key === '[') run(() => editing.outdent(why.id));
};
