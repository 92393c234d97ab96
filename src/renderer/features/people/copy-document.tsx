import { MessageCircleQuestion } from 'lucide-react';
import { Fragment, type ReactNode, useMemo, useRef } from 'react';

import type { EventPlace } from '#domain/coaching/event.ts';
import type { Thread } from '#domain/coaching/threads.ts';
import { SECTION_IDS, type SectionId } from '#domain/coe/vocabulary.ts';
import type {
  CoeDocument,
  DocumentBlock,
  DocumentCell,
  DocumentItem,
  LabelledText,
} from '#domain/export/document/document.ts';
import { sectionBlocks } from '#domain/export/document/document-sections.ts';
import { timesFor } from '#domain/export/document/document-times.ts';
import { sectionTitle } from '#domain/guide/wording.ts';
import type { SharedCopy } from '#ipc/people.ts';

import { useZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { drawPhrases } from '../../ui/markdown-phrases.tsx';
import { MarkdownView } from '../../ui/markdown-view.tsx';
import { pictureUrls } from '../../ui/picture-urls.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { Asking } from './ask-dialog.tsx';
import { CopyFiles } from './copy-files.tsx';
import { CopyThreads } from './copy-threads.tsx';
import styles from './copy.module.css';
import { useQuotedWords } from './quoted-words.ts';
import { SelectionButton } from './selection-button.tsx';

type CopyDocumentProps = {
  copy: SharedCopy;
  shown: CoeDocument;
  threads: readonly Thread[];
  onAsk: (asking: Asking) => void;
};

/** The section and the way to ask about a part of it. */
type Parts = { readonly section: SectionId; readonly ask: (place: EventPlace) => void };

const PLAIN = { shiftHeadings: 0, showAddresses: false, definitions: [] };

/** The text of a copy, section by section, with the questions about each below it. */
export function CopyDocument({ copy, shown, threads, onAsk }: CopyDocumentProps) {
  const { coe, about } = copy;
  const zone = useZone();
  const dates = useDateStyle();
  const text = useRef<HTMLElement>(null);
  const times = useMemo(() => timesFor(coe, zone, dates), [coe, zone, dates]);
  const pictures = useMemo(() => pictureUrls(about.attachments), [about.attachments]);
  useQuotedWords(copy, threads, text);
  const ask = (place: EventPlace): void => onAsk({ place, span: null, thread: null });
  const at = (section: EventPlace['section']): EventPlace => ({ section, row: null, field: null });
  const sections = SECTION_IDS.filter((id) => !about.left.sections.includes(id) || hasThread(threads, id));
  return (
    <article className={styles.text} ref={text} data-copy>
      <header className={styles.head} data-place="header">
        <p className={styles.soft}>{shown.kind}</p>
        <h1 data-field="title">{shown.title}</h1>
        {shown.summary.length > 0 && (
          <p className={styles.summary} data-field="summary">
            {drawPhrases(shown.summary, PLAIN)}
          </p>
        )}
        <Pairs texts={[...shown.facts.filter(({ label }) => !LEFT_FACTS.includes(label)), ...shown.milestones]} />
        <AskButton label="title and facts" onPress={() => ask(at('header'))} />
        <CopyThreads copy={copy} threads={threadsIn(threads, 'header')} onAsk={onAsk} />
      </header>
      {sections.map((id, index) => {
        const blocks = sectionBlocks(coe, id, times);
        const parts: Parts = { section: id, ask };
        const heading = sectionTitle(coe.kind, id);
        return (
          <section key={id} aria-labelledby={`copy-${id}`} id={`copy-section-${id}`} data-place={id}>
            <p className={styles.number}>
              {index + 1} of {sections.length}
            </p>
            <h2 id={`copy-${id}`} tabIndex={-1}>
              {heading}
            </h2>
            {blocks.length === 0 && (
              <p className={styles.soft}>
                {coe.sections[id].skipped ? 'The writer skipped this section.' : 'Nothing is written here.'}
              </p>
            )}
            {blocks.map((block, key) => (
              // oxlint-disable-next-line react/no-array-index-key -- blocks have no other identity
              <Fragment key={key}>
                {block.type === 'prose' ? (
                  <div data-field="prose">
                    <MarkdownView
                      markdown={coe.sections[id].prose}
                      voice="prose"
                      shiftHeadings={2}
                      pictures={pictures}
                    />
                  </div>
                ) : (
                  <Block block={block} parts={parts} />
                )}
              </Fragment>
            ))}
            <AskButton label={heading} onPress={() => ask(at(id))} />
            <CopyThreads copy={copy} threads={threadsIn(threads, id)} onAsk={onAsk} />
          </section>
        );
      })}
      <CopyFiles copy={copy} />
      <SelectionButton copy={copy} text={text} onAsk={onAsk} />
    </article>
  );
}

/** The day on which the copy was made is in the band. */
const LEFT_FACTS = ['Last changed'];

const threadsIn = (threads: readonly Thread[], section: EventPlace['section']): Thread[] =>
  threads.filter(({ root }) => root.place.section === section);

const hasThread = (threads: readonly Thread[], section: SectionId): boolean => threadsIn(threads, section).length > 0;

const AskButton = ({ label, onPress }: { label: string; onPress: () => void }) => (
  <div className={styles.askSection}>
    <Button look="plain" aria-label={`Ask about this: ${label}`} onPress={onPress}>
      <MessageCircleQuestion size={15} aria-hidden /> Ask about this
    </Button>
  </div>
);

function Block({ block, parts }: { block: Exclude<DocumentBlock, { type: 'prose' }>; parts: Parts }): ReactNode {
  switch (block.type) {
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'answers':
      return <Pairs texts={block.answers} parts={parts} />;
    case 'list':
      return <Items items={block.items} parts={parts} />;
    case 'table':
      return (
        <div
          className={styles.tableScroll}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard must be able to scroll it
          tabIndex={0}
          role="region"
          aria-label={`Table: ${block.columns.map(({ label }) => label).join(', ')}`}
        >
          <table>
            <thead>
              <tr>
                {block.columns.map(({ label }) => (
                  <th key={label} scope="col">
                    {label}
                  </th>
                ))}
                <th scope="col">
                  <VisuallyHidden>Ask</VisuallyHidden>
                </th>
              </tr>
            </thead>
            <tbody>
              {block.rows.map((cells, index) => {
                const row = cells.find((cell) => cell.row !== null)?.row ?? null;
                return (
                  <tr key={row ?? index} data-row={row ?? undefined}>
                    {cells.map((cell, column) => (
                      // oxlint-disable-next-line react/no-array-index-key -- columns have no other identity
                      <td key={column}>
                        <Cell cell={cell} />
                      </td>
                    ))}
                    <td>{row !== null && <AskAboutRow row={row} cell={cells[0]} parts={parts} />}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      );
  }
}

const Cell = ({ cell: { text, details, field } }: { cell: DocumentCell }) => (
  <>
    <span data-field={field ?? undefined}>{drawPhrases(text, PLAIN)}</span>
    {details.map((detail) => (
      <p key={detail.label} className={styles.detail}>
        {detail.label}: <span data-field={detail.field ?? undefined}>{drawPhrases(detail.text, PLAIN)}</span>
      </p>
    ))}
  </>
);

const Items = ({ items, parts }: { items: readonly DocumentItem[]; parts: Parts }) => (
  <ul className={styles.items}>
    {items.map((item, index) => (
      <li key={item.row ?? index} data-row={item.row ?? undefined}>
        <div className={styles.item}>
          <div>
            <Cell cell={item} />
          </div>
          {item.row !== null && <AskAboutRow row={item.row} cell={item} parts={parts} />}
        </div>
        {item.items.length > 0 && <Items items={item.items} parts={parts} />}
      </li>
    ))}
  </ul>
);

/** Labels and texts. A text that is a field of the section can be asked about. */
const Pairs = ({ texts, parts }: { texts: readonly LabelledText[]; parts?: Parts }) =>
  texts.length === 0 ? null : (
    <dl className={styles.pairs}>
      {texts.map(({ label, text, field }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <span data-field={field ?? undefined}>{drawPhrases(text, PLAIN)}</span>
            {parts !== undefined && field !== null && (
              <span className={styles.askPart}>
                <IconButton
                  label={`Ask about “${label}”`}
                  onPress={() => parts.ask({ section: parts.section, row: null, field })}
                >
                  <MessageCircleQuestion size={15} aria-hidden />
                </IconButton>
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );

function AskAboutRow({ row, cell, parts }: { row: string; cell: DocumentCell | undefined; parts: Parts }) {
  const words = plainWords(cell?.text ?? []);
  return (
    <span className={styles.askPart}>
      <IconButton
        label={words === '' ? 'Ask about this row' : `Ask about “${words}”`}
        onPress={() => parts.ask({ section: parts.section, row, field: null })}
      >
        <MessageCircleQuestion size={15} aria-hidden />
      </IconButton>
    </span>
  );
}

/** The first words of a text, for the name of a button. */
function plainWords(nodes: DocumentCell['text']): string {
  const words = nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? plainWords(node.children) : ' '))
    .join('');
  return words.length <= 50 ? words : `${words.slice(0, 50).replace(/\s\S*$/, '')}…`;
}
