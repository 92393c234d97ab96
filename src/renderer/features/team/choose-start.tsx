import { plural, quantity } from '#domain/text/format.ts';
import type { LibraryState } from '#ipc/library-state.ts';

import { useIpcQuery } from '../../platform/queries.ts';
import { RadioCards } from '../../ui/radio-cards.tsx';
import styles from './team.module.css';

/** What a new team library begins with. */
export type Start = 'nothing' | 'copy-of-open-library';

type ChooseStartProps = { value: Start; library: LibraryState | undefined; onChange: (start: Start) => void };

/** What a new team library begins with. */
export function ChooseStart({ value, library, onChange }: ChooseStartProps) {
  const canCopy = library !== undefined && !library.isEncrypted && !library.isExamples && library.coeCount > 0;
  return (
    <>
      <p className={styles.label} aria-hidden>
        Begin with
      </p>
      <RadioCards
        label="Begin with"
        value={value}
        onChange={onChange}
        options={[
          {
            id: 'nothing' as const,
            label: 'Nothing',
            meaning: 'An empty library. You publish single COEs to it later.',
          },
          ...(canCopy
            ? [
                {
                  id: 'copy-of-open-library' as const,
                  label: `A copy of “${library.name}”`,
                  meaning: 'Your library stays as it is. Everyone in the team reads the whole copy.',
                },
              ]
            : []),
        ]}
      />
      {library?.isEncrypted === true && (
        <p className={styles.soft}>
          “{library.name}” is encrypted, so it is not connected or copied: the repository would hold it unencrypted, for
          everyone who can read it there.
        </p>
      )}
      {value === 'copy-of-open-library' && <WhatGoesAlong />}
    </>
  );
}

/** Lists what a copy of the open library would give to the team. */
function WhatGoesAlong() {
  const asked = useIpcQuery('team:preview-copy', {}, { staleTime: 0, gcTime: 0 });
  const preview = asked.data;
  if (asked.isError) return <p role="alert">What would go along could not be listed. Begin with nothing instead.</p>;
  if (preview === undefined) return <p role="status">Looking at what would go along…</p>;
  const more = preview.coes - preview.titles.length;
  return (
    <section className={styles.along} aria-label="What goes along">
      <p>
        {quantity(preview.coes, 'COE')}, {quantity(preview.patterns, 'pattern')} and{' '}
        {quantity(preview.attachments, 'picture or file', 'pictures and files')} go along. Earlier versions, the trash
        and shared copies do not.
      </p>
      {preview.personal > 0 && (
        <p className={styles.warning} role="note">
          {quantity(preview.personal, 'COE')} {plural(preview.personal, 'is', 'are')} about a personal mistake, a missed
          event or a career setback. Everyone in the team would read {plural(preview.personal, 'it', 'them')}, and it
          could not be taken back. Are you sure they belong to the team?
        </p>
      )}
      <details>
        <summary>Their titles</summary>
        <ul className={styles.titles}>
          {preview.titles.map((title, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- titles repeat, and their order is all they have
            <li key={index}>{title.trim() || 'Untitled'}</li>
          ))}
          {more > 0 && <li>and {more} more</li>}
        </ul>
      </details>
    </section>
  );
}
