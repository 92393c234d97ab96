import type { NameDecision } from '#domain/sharing/name-replacer.ts';

import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './sharing.module.css';

type ChooseNamesProps = {
  /** One decision for each name that was found; null until the search for names is done. */
  decisions: readonly NameDecision[] | null;
  onChange: (decisions: readonly NameDecision[]) => void;
};

/** Step 3: each name that was found is kept, replaced, or left out, everywhere in the copy. */
export function ChooseNames({ decisions, onChange }: ChooseNamesProps) {
  if (decisions === null) return <p role="status">Looking for names…</p>;
  const set = (name: string, change: Partial<NameDecision>): void =>
    onChange(decisions.map((each) => (each.name === name ? { ...each, ...change } : each)));
  return (
    <>
      <p className={styles.lead}>
        {decisions.length === 0
          ? 'No names were found in what goes along. Look for some yourself in the next step.'
          : 'A name is replaced everywhere: in the text, in links and in the file name. A pseudonym is not anonymity: somebody who was there can still tell who it was.'}
      </p>
      <ul className={styles.names} aria-label="Names">
        {decisions.map(({ name, as, pseudonym }) => (
          <li key={name} className={styles.name}>
            <span className={styles.partName}>{name}</span>
            <SegmentedControl
              label={`What happens to ${name}`}
              value={as}
              options={[
                { id: 'keep', label: 'Keep' },
                { id: 'pseudonym', label: 'Replace' },
                { id: 'leave-out', label: 'Leave out' },
              ]}
              onChange={(next) =>
                set(name, { as: next, pseudonym: next === 'pseudonym' ? unusedPseudonym(decisions) : null })
              }
            />
            {as === 'pseudonym' && (
              <TextField
                label={`Instead of ${name}`}
                labelHidden
                value={pseudonym ?? ''}
                maxLength={100}
                onChange={(text) => set(name, { pseudonym: text })}
                note={pseudonym?.trim() === '' ? 'Write something, or leave the name out.' : undefined}
                noteIsProblem
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The first of "Person A", "Person B" … "Person 27" that no other name has. */
function unusedPseudonym(decisions: readonly NameDecision[]): string {
  const used = new Set(decisions.map(({ pseudonym }) => pseudonym));
  for (let index = 0; ; index += 1) {
    const pseudonym = `Person ${index < 26 ? String.fromCharCode(65 + index) : index + 1}`;
    if (!used.has(pseudonym)) return pseudonym;
  }
}
