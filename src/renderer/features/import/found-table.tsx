import { type UIEvent, useState } from 'react';

import { formatNumber } from '#domain/text/format.ts';
import type { ImportedFile } from '#ipc/imports.ts';

import styles from './import.module.css';

/** Rows that are drawn at first, and again each time the end is near. */
const ROWS_AT_ONCE = 30;
const RESULTS = { imported: 'Report', skipped: 'Left out', refused: 'Cannot be read' } as const;

/** The first files of a dry run or an import, those with something to say first. `total` counts all. */
export function FoundTable({
  files,
  total,
  caption,
}: {
  files: readonly ImportedFile[];
  total: number;
  caption: string;
}) {
  const hasFiles = files.some(({ attachments }) => attachments > 0);
  const [rows, setRows] = useState(ROWS_AT_ONCE);
  const most = files.length;
  const drawMore = ({ currentTarget: { scrollTop, clientHeight, scrollHeight } }: UIEvent): void => {
    if (scrollHeight - scrollTop <= clientHeight * 2) setRows((drawn) => Math.min(drawn + ROWS_AT_ONCE, most));
  };
  return (
    <div
      className={styles.scroll}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable part must be reachable by keyboard
      tabIndex={0}
      role="region"
      aria-label={caption}
      data-scroll
      {...(rows < most && { onScroll: drawMore })}
    >
      <table className={`${styles.table} ${styles.files}`} aria-label={caption} aria-rowcount={total + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">File</th>
            <th scope="col">Result</th>
            <th scope="col">Words in sections</th>
            <th scope="col">Timeline</th>
            <th scope="col">Actions</th>
            {hasFiles && <th scope="col">Pictures and files</th>}
          </tr>
        </thead>
        <tbody>
          {files.slice(0, Math.min(rows, most)).map((file, index) => (
            <FileRow key={file.path} file={file} hasFiles={hasFiles} rowIndex={index + 2} />
          ))}
        </tbody>
      </table>
      {total > most && rows >= most && <p className={styles.quiet}>And {formatNumber(total - most)} more.</p>}
    </div>
  );
}

function FileRow({
  file: { path, result, reason, words, timelineRows, actions, attachments, patterns, doubts, ids },
  hasFiles,
  rowIndex,
}: {
  file: ImportedFile;
  /** Whether any file of the table came with pictures or files, which then have a column. */
  hasFiles: boolean;
  /** The number of the row in the whole table, the header being the first, which screen readers say. */
  rowIndex: number;
}) {
  const all = words.placed + words.unplaced;
  const isRead = result === 'imported' && ids.length > 0;
  return (
    <tr aria-rowindex={rowIndex}>
      <th scope="row">
        {path}
        {doubts.length > 0 && (
          <ul className={styles.doubts}>
            {doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        )}
      </th>
      {/* What was not read has no figures, so its reason has their room. */}
      <td colSpan={isRead ? 1 : hasFiles ? 5 : 4}>
        {patterns > 0 ? 'Pattern' : resultWords(result, ids.length)}
        {reason !== '' && <span className={styles.reason}>{reason}</span>}
      </td>
      {isRead && (
        <>
          <td>{all > 0 ? `${Math.floor((words.placed / all) * 100)} %` : ''}</td>
          <td>{formatNumber(timelineRows)}</td>
          <td>{formatNumber(actions)}</td>
          {hasFiles && <td>{formatNumber(attachments)}</td>}
        </>
      )}
    </tr>
  );
}

/** A picture or file that was copied for a report has no COE of its own. */
function resultWords(result: ImportedFile['result'], reports: number): string {
  if (result === 'imported' && reports === 0) return 'Copied';
  return reports > 1 ? `${formatNumber(reports)} reports` : RESULTS[result];
}
