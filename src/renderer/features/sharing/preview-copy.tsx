import { useMemo } from 'react';

import type { CoachingEvent } from '#domain/coaching/event.ts';
import { markdownForClipboard } from '#domain/export/markdown/write-markdown.ts';
import { formatBytes } from '#domain/text/format.ts';
import type { CopyPreview } from '#ipc/sharing.ts';

import { MarkdownView } from '../../ui/markdown-view.tsx';
import { pictureUrls } from '../../ui/picture-urls.ts';
import { describeLeftOut, partsIn } from './describe-copy.ts';
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
  const { attachments, left } = preview.body;
  const inIt = partsIn(preview.coe, attachments);
  return (
    <section className={styles.preview} aria-label="Preview">
      <p className={styles.lead} role="status">
        {`Copy ${preview.seq}, ${formatBytes(preview.bytes)}, ${preview.isEncrypted ? 'encrypted for the reader and for you' : 'not encrypted'}. `}
        {inIt.length > 0 ? `In it: ${inIt.join(', ')}. ` : 'There is next to nothing in it: label what you want read. '}
        {describeLeftOut(left)}
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
