import { useMemo } from 'react';

import { copyAddress } from '#domain/attachments/copy-address.ts';
import { describeParts } from '#domain/export/count-parts.ts';
import { markdownForClipboard } from '#domain/export/markdown/write-markdown.ts';
import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';
import { joinList, plural, quantity } from '#domain/text/format.ts';
import type { PublishPreview } from '#ipc/publishing.ts';

import { MarkdownView } from '../../ui/markdown-view.tsx';
import styles from './sharing.module.css';

/** What the published COE says, and what is not in it. */
export function PreviewPublication({ preview }: { preview: PublishPreview | null }) {
  const markdown = useMemo(() => (preview === null ? '' : markdownForClipboard(preview.coe)), [preview]);
  const pictures = useMemo(() => addressesOf(preview), [preview]);
  if (preview === null) return <p role="status">Making the copy…</p>;
  const { left, attachments } = preview;
  const along = attachments.length === 0 ? [] : [quantity(attachments.length, 'picture or file', 'pictures and files')];
  const inIt = [...describeParts(preview.coe), ...along];
  const notIn = [
    ...(left.sections.length > 0
      ? [
          `the ${plural(left.sections.length, 'section')} ${joinList(left.sections.map((id) => SECTION_SHORT_NAMES[id]))}`,
        ]
      : []),
    ...(left.rows > 0 ? [quantity(left.rows, 'row')] : []),
    ...(left.fields > 0 ? [quantity(left.fields, 'field')] : []),
    ...(left.attachments > 0 ? [quantity(left.attachments, 'picture or file', 'pictures and files')] : []),
  ];
  return (
    <section className={styles.preview} aria-label="Preview">
      <p className={styles.lead} role="status">
        {inIt.length > 0
          ? `In it: ${inIt.join(', ')}. `
          : 'There is next to nothing in it: go back and label what you want read. '}
        {left.names > 0 && `${quantity(left.names, 'name')} replaced or left out. `}
        {notIn.length > 0 ? `Not in it: ${notIn.join('; ')}.` : 'Nothing else was left out.'}
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
