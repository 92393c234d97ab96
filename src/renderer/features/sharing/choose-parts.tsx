import { ChevronRight } from 'lucide-react';
import { useId, useMemo, useState } from 'react';

import {
  type Audiences,
  isLetOut,
  LABEL_IDS,
  LABEL_NAMES,
  type AudienceId,
  type LabelId,
} from '#domain/coe/audience.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { attachmentPart, labelsOf } from '#domain/coe/label-of.ts';
import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';
import { partsOf, type SharePart } from '#domain/sharing/parts-of.ts';
import { formatBytes } from '#domain/text/format.ts';

import { usePatternsState } from '../../platform/patterns.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { useDateStyle } from '../../ui/date-style.ts';
import styles from './sharing.module.css';

type ChoosePartsProps = {
  coe: Coe;
  audience: AudienceId;
  /** The room that pictures and files may take together, in bytes. */
  room: number;
  onChange: (audiences: Audiences) => void;
};

/** Step 2: what goes along. Each section, field and row has a label; a part goes no further than what it is in. */
export function ChooseParts({ coe, audience, room, onChange }: ChoosePartsProps) {
  const { patterns } = usePatternsState();
  const dates = useDateStyle();
  const groups = useMemo(
    () => partsOf(coe, SECTION_SHORT_NAMES, dates, new Map(patterns.map(({ id, words }) => [id, words]))),
    [coe, dates, patterns],
  );
  const labelOf = useMemo(() => labelsOf(coe), [coe]);
  const set = (part: string, label: LabelId): void => onChange({ ...coe.audiences, [part]: label });
  return (
    <div className={styles.parts}>
      <p className={styles.lead}>
        {coe.kind === 'outage'
          ? 'Take out what you do not want read. Open a section for its fields and rows.'
          : 'Nothing goes along until you say so. Open a section for its fields and rows.'}{' '}
        Your choice is kept with the COE.
      </p>
      {groups.map((group) => (
        <PartGroup key={group.section} group={group} room={room} audience={audience} labelOf={labelOf} onChange={set} />
      ))}
    </div>
  );
}

type Labels = {
  audience: AudienceId;
  labelOf: (part: string) => LabelId;
  onChange: (part: string, label: LabelId) => void;
};

/** What leaves of a picture or a file, which the label alone does not say. */
function AttachmentNotes({ parts, room }: { parts: readonly SharePart[]; room: number }) {
  const names = parts.map(({ path }) => path.slice(attachmentPart('').length));
  const found = useIpcQuery('attachments:find', { names });
  if (found.data === undefined) return null;
  const sizes = names.flatMap((name, index) => {
    const { words, name: kind } = parts[index] ?? { words: '', name: '' };
    const bytes = found.data.find((each) => each.name === name)?.bytes ?? null;
    return [`${words === '' ? kind : words}: ${bytes === null ? 'missing from the library' : formatBytes(bytes)}`];
  });
  return (
    <p className={styles.lead}>
      A PNG, JPEG or WebP picture leaves without what a camera or a program added to it; pictures of other types and
      videos stay here. Any other file leaves as it is, with everything that is in it. About {formatBytes(room)} fit in
      one copy. {sizes.join('. ')}.
    </p>
  );
}

/** A section with its parts folded away, or a group without a label of its own, whose parts are in sight. */
function PartGroup({ group, room, ...labels }: Labels & { group: SharePart & { section: string }; room: number }) {
  const isHeader = group.path === '';
  const [isOpen, setIsOpen] = useState(isHeader);
  const id = useId();
  const along = leaves(group).filter((part) => isLetOut(labels.labelOf(part.path), labels.audience)).length;
  const all = leaves(group).length;
  return (
    <section className={styles.partGroup} aria-label={group.name}>
      <div className={styles.part}>
        {isHeader ? (
          <strong>{group.name}</strong>
        ) : (
          <button
            type="button"
            className={styles.fold}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setIsOpen(!isOpen)}
          >
            <ChevronRight size={14} aria-hidden data-open={isOpen || undefined} />
            <strong>{group.name}</strong>
          </button>
        )}
        <span className={styles.along}>{along === 0 ? 'Stays here' : `${along} of ${all} go along`}</span>
        {!isHeader && <LabelPicker part={group} limit="published" {...labels} />}
      </div>
      {isOpen && (
        <div id={id}>
          {group.section === 'attachments' && <AttachmentNotes parts={group.parts} room={room} />}
          {group.parts.map((part) => (
            <Part
              key={part.path}
              part={part}
              limit={isHeader ? 'published' : labels.labelOf(group.path)}
              depth={1}
              {...labels}
            />
          ))}
        </div>
      )}
    </section>
  );
}

/** A field, a list or a row, with the parts in it below. */
function Part({ part, limit, depth, ...labels }: Labels & { part: SharePart; limit: LabelId; depth: number }) {
  return (
    <>
      <div className={styles.part} style={{ '--depth': depth } as React.CSSProperties}>
        <span className={styles.partName}>{part.name}</span>
        <span className={styles.partWords}>{part.words}</span>
        <LabelPicker part={part} limit={limit} {...labels} />
      </div>
      {part.parts.map((inner) => (
        <Part key={inner.path} part={inner} limit={labels.labelOf(part.path)} depth={depth + 1} {...labels} />
      ))}
    </>
  );
}

/** Chooses the label of a part. Labels that are more open than what the part is in are disabled. */
function LabelPicker({ part, limit, labelOf, onChange }: Labels & { part: SharePart; limit: LabelId }) {
  const name = useId();
  const label = labelOf(part.path);
  return (
    <span
      role="radiogroup"
      aria-label={`Who may read ${[part.name, part.words].filter(Boolean).join(': ').slice(0, 80)}`}
      className={styles.labels}
    >
      {LABEL_IDS.map((each) => (
        <label key={each} data-label={each} data-selected={each === label || undefined}>
          <input
            type="radio"
            name={name}
            checked={each === label}
            disabled={LABEL_IDS.indexOf(each) > LABEL_IDS.indexOf(limit)}
            onChange={() => onChange(part.path, each)}
          />
          {LABEL_NAMES[each]}
        </label>
      ))}
    </span>
  );
}

/** The parts that have no parts in them. */
const leaves = (part: SharePart): SharePart[] => (part.parts.length === 0 ? [part] : part.parts.flatMap(leaves));
