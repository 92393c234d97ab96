import { useMemo } from 'react';

import type { CoachingEvent } from '#domain/coaching/event.ts';
import { describeParts } from '#domain/export/count-parts.ts';
import { markdownForClipboard } from '#domain/export/markdown/write-markdown.ts';
import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';
import { formatBytes, joinList, plural, quantity } from '#domain/text/format.ts';
import type { CopyPreview } from '#ipc/sharing.ts';

import { MarkdownView } from '../../ui/markdown-view.tsx';
import { pictureUrls } from '../../ui/picture-urls.ts';
import styles from './sharing.module.css';

type PreviewCopyProps = {
  preview: CopyPreview | null;
  /** The signing key of the writer. */
  own: string;
  /** Whether what was asked and answered goes along, as it does in a file for Once. */
  hasThread: boolean;
};

/** What the finished copy says, read back from its bytes, and what is not in it. */
export function PreviewCopy({ preview, own, hasThread }: PreviewCopyProps) {
  const markdown = useMemo(() => (preview === null ? '' : markdownForClipboard(preview.coe)), [preview]);
  const pictures = useMemo(() => pictureUrls(preview?.body.attachments ?? []), [preview]);
  if (preview === null) return <p role="status">Making the copy…</p>;
  const { left } = preview.body;
  const described = describeParts(preview.coe);
  const { attachments } = preview.body;
  const along = attachments.length === 0 ? [] : [quantity(attachments.length, 'picture or file', 'pictures and files')];
  const inIt = [...described, ...along];
  const notIn = [
    ...(left.sections.length > 0
      ? [
          `the ${plural(left.sections.length, 'section')} ${joinList(left.sections.map((id) => SECTION_SHORT_NAMES[id]))}`,
        ]
      : []),
    ...(left.rows > 0 ? [quantity(left.rows, 'row')] : []),
    ...(left.fields > 0 ? [quantity(left.fields, 'field')] : []),
    ...(left.attachments > 0 ? [quantity(left.attachments, 'picture or file', 'pictures or files')] : []),
  ];
  return (
    <section className={styles.preview} aria-label="Preview">
      <p className={styles.lead} role="status">
        {`Copy ${preview.seq}, ${formatBytes(preview.bytes)}, ${preview.isEncrypted ? 'encrypted for the reader and for you' : 'not encrypted'}. `}
        {inIt.length > 0 ? `In it: ${inIt.join(', ')}. ` : 'There is next to nothing in it: label what you want read. '}
        {left.names > 0 && `${quantity(left.names, 'name')} replaced or left out. `}
        {notIn.length > 0 ? `Not in it: ${notIn.join('; ')}.` : 'Nothing else was left out.'}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys scroll the step from here */}
      <div className={styles.page} tabIndex={0} role="region" aria-label="What leaves">
        <MarkdownView markdown={markdown} voice="prose" shiftHeadings={2} pictures={pictures} />
        {preview.body.patterns.length > 0 && (
          <Texts title="Patterns" texts={preview.body.patterns.map(({ words }) => words)} />
        )}
        {hasThread && (
          <>
            <Texts title="What you would like from the reader" texts={[preview.body.asks]} />
            <Texts
              title="Your answers and decisions"
              texts={preview.body.thread.filter(({ by }) => by === own).flatMap(eventTexts)}
            />
          </>
        )}
      </div>
    </section>
  );
}

/** Texts that go along beside the COE; nothing when all are empty. */
function Texts({ title, texts }: { title: string; texts: readonly string[] }) {
  const written = texts.filter((text) => text.trim() !== '');
  return written.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul>
        {written.map((text, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the same text may be there twice
          <li key={index}>{text}</li>
        ))}
      </ul>
    </>
  );
}

/** What an event says. */
const eventTexts = ({ text, action }: CoachingEvent): string[] => [text, action?.text ?? '', action?.doneWhen ?? ''];
