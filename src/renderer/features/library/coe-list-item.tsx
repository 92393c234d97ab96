import type { MouseEvent } from 'react';
import { Link } from 'react-router';

import { conditionLabel } from '#domain/guide/conditions.ts';
import { COE_KIND_LABELS } from '#domain/guide/kinds.ts';
import type { SectionId } from '#domain/coe/vocabulary.ts';
import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';
import { statusLabel } from '#domain/guide/statuses.ts';
import { quantity } from '#domain/text/format.ts';
import { formatMoment } from '#domain/time/format-moment.ts';
import type { CoeRow } from '#ipc/coe-list.ts';

import { Checkbox } from '../../ui/checkbox.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { MatchedWords } from '../../ui/matched-words.tsx';
import { Severity } from '../../ui/severity.tsx';
import styles from './coe-list.module.css';

type CoeListItemProps = {
  /** Undefined while its page is loading. */
  row: CoeRow | undefined;
  index: number;
  total: number;
  top: number;
  height: number;
  /** How many questions of the team are open in it. */
  questions?: number;
  /** Whether the row says who wrote the COE. */
  showsAuthor?: boolean;
  /** Whether Tab stops at this row; arrow keys reach the others. */
  isTabStop: boolean;
  isChosen?: boolean;
  /** Chooses the row or takes it back; `up-to` adds the rows from the last one that was chosen up to it. */
  onChoose?: (how: 'toggle' | 'up-to') => void;
  onOpen: (id: string) => void;
};

/**
 * One COE in the list. A click anywhere in the row opens it; the keyboard uses the link. A click with Ctrl, Cmd or Shift
 * chooses it.
 */
export function CoeListItem({
  row,
  index,
  total,
  top,
  height,
  questions = 0,
  showsAuthor = false,
  isTabStop,
  isChosen = false,
  onChoose,
  onOpen,
}: CoeListItemProps) {
  const dates = useDateStyle();
  const position = { transform: `translateY(${top}px)`, height };
  if (row === undefined) return <li className={styles.item} style={position} aria-hidden data-index={index} />;
  const title = row.title.trim() === '' ? 'Untitled' : row.title;
  const kind = COE_KIND_LABELS[row.kind];
  const when = formatMoment(row.happened, { style: 'short', dates });
  const status = statusLabel(row.status);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the link inside is the keyboard's way; the row only makes its target larger
    <li
      className={styles.item}
      style={position}
      aria-label={`${title}, ${kind}, ${when}, ${status}`}
      aria-setsize={total}
      aria-posinset={index + 1}
      data-index={index}
      data-coe-row
      data-chosen={isChosen || undefined}
      onClickCapture={(event) => {
        const how = chooses(event);
        if (how === null || onChoose === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        onChoose(how);
      }}
      onClick={() => onOpen(row.id)}
    >
      {onChoose !== undefined && (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- only keeps a click beside the box from opening the row
        <span className={styles.choose} onClick={(event) => event.stopPropagation()}>
          <Checkbox
            label={`Choose ${title}`}
            labelHidden
            isSelected={isChosen}
            onChange={() => onChoose('toggle')}
            excludeFromTabOrder={!isTabStop}
          />
        </span>
      )}
      <div className={styles.first}>
        <Link
          to={`/coes/${row.id}`}
          tabIndex={isTabStop ? 0 : -1}
          className={styles.title}
          draggable={false}
          onClick={(event) => event.stopPropagation()}
        >
          {row.titleMatch === null ? title : <MatchedWords parts={row.titleMatch} />}
        </Link>
        <span className={styles.when}>{when}</span>
      </div>
      <Excerpt row={row} />
      <p className={styles.facts}>
        <span>{kind}</span>
        {showsAuthor && row.author !== '' && <span className={styles.author}>By {row.author}</span>}
        {row.lifeArea !== '' && <span className={styles.area}>{row.lifeArea}</span>}
        <span>{status}</span>
        {row.severity !== null && (
          <span>
            <Severity level={row.severity} />
          </span>
        )}
        {row.openActions > 0 && <span>{quantity(row.openActions, 'action')} open</span>}
        {questions > 0 && <span className={styles.asked}>{quantity(questions, 'open question')}</span>}
        {row.copies > 0 && (
          <span className={styles.copies}>
            {row.copies === 1 ? 'Has another version' : quantity(row.copies, 'other version')}
          </span>
        )}
        <Labels row={row} />
      </p>
    </li>
  );
}

/** What a click with a modifier does; null for a plain click. */
const chooses = ({ ctrlKey, metaKey, shiftKey }: MouseEvent): 'toggle' | 'up-to' | null =>
  shiftKey ? 'up-to' : ctrlKey || metaKey ? 'toggle' : null;

/** The search matches, or else the start of the text. */
function Excerpt({ row }: { row: CoeRow }) {
  if (row.matches.length === 0) return <p className={styles.excerpt}>{row.excerpt}</p>;
  return (
    <p className={styles.matches}>
      {row.matches.slice(0, 2).map(({ where, text }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- snippets of one search have no identity but their place
        <span key={index}>
          <small>
            {SECTION_SHORT_NAMES[where as SectionId] ?? `${where.slice(0, 1).toUpperCase()}${where.slice(1)}`}
          </small>
          <MatchedWords parts={text} />
        </span>
      ))}
    </p>
  );
}

const MAX_LABELS = 3;

function Labels({ row }: { row: CoeRow }) {
  const labels = [...new Set([...row.conditions.map(conditionLabel), ...row.tags.map((tag) => `#${tag}`)])];
  if (labels.length === 0) return null;
  const more = labels.length - MAX_LABELS;
  return (
    <span className={styles.labels} title={labels.join(', ')}>
      {labels.slice(0, MAX_LABELS).join(', ')}
      {more > 0 && ` +${more}`}
    </span>
  );
}
