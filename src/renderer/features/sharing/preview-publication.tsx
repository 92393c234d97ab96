import { useMemo } from 'react';

import { copyAddress } from '#domain/attachments/copy-address.ts';
import { markdownForClipboard } from '#domain/export/markdown/write-markdown.ts';
import type { PublishPreview } from '#ipc/publishing.ts';

import { MarkdownView } from '../../ui/markdown-view.tsx';
import { describeLeftOut, partsIn } from './describe-copy.ts';
import styles from './sharing.module.css';

/** What the published COE says, and what is not in it. */
export function PreviewPublication({ preview }: { preview: PublishPreview | null }) {
  const markdown = useMemo(() => (preview === null ? '' : markdownForClipboard(preview.coe)), [preview]);
  const pictures = useMemo(() => addressesOf(preview), [preview]);
  if (preview === null) return <p role="status">Making the copy…</p>;
  const { left, attachments } = preview;
  const inIt = partsIn(preview.coe, attachments);
  return (
    <section className={styles.preview} aria-label="Preview">
      <p className={styles.lead} role="status">
        {inIt.length > 0
          ? `In it: ${inIt.join(', ')}. `
          : 'There is next to nothing in it: go back and label what you want read. '}
        {describeLeftOut(left)}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys scroll the step from here */}
      <div className={styles.page} tabIndex={0} role="region" aria-label="What the team reads">
        <MarkdownView markdown={markdown} voice="prose" shiftHeadings={2} pictures={pictures} />
      </div>
    </section>
  );
}

/** Where the pictures of a copy are, by their names. */
const addressesOf = (preview: PublishPreview | null): ReadonlyMap<string, string> =>
  new Map(preview?.attachments.map((name) => [name, copyAddress({ copy: preview.copy, name })]));
