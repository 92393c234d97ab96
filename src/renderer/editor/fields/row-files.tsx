import { FileText, ImageOff } from 'lucide-react';
import { useState } from 'react';

import { attachmentAddress } from '#domain/attachments/attachment-name.ts';
import { referenceTo, splitFiles, withFiles } from '#domain/attachments/find-references.ts';
import { isPictureName } from '#domain/attachments/picture-type.ts';
import { formatBytes } from '#domain/text/format.ts';

import { useIpcQuery } from '../../platform/queries.ts';
import { saveAttachment } from '../../rich-text/attachments/save-attachment.ts';
import { Button } from '../../ui/button.tsx';
import { focusWhenLost } from '../../ui/focus-when-lost.ts';
import { textOfRow } from './focus-row.ts';
import styles from './row-files.module.css';

type RowFilesProps = {
  /** Names the row in the labels of its fields, for example "timeline entry 3". */
  name: string;
  /** The text of the row, with what is attached at its end. */
  text: string;
  onChange: (text: string) => void;
};

/** The pictures and files of a row, below its text. A missing one says so and stays in the text. */
export function RowFiles({ name, text, onChange }: RowFilesProps) {
  const { files } = splitFiles(text);
  if (files.length === 0) return null;
  const replace = (index: number, source: string | null): void =>
    onChange(
      withFiles(
        text,
        files.flatMap((file, place) => (place !== index ? [file] : source === null ? [] : [{ source }])),
      ),
    );
  return (
    <ul className={styles.files} aria-label={`Pictures and files of ${name}`}>
      {files.map((file, index) => (
        <RowFile
          // oxlint-disable-next-line react/no-array-index-key -- the same file may stand twice
          key={`${index} ${file.name}`}
          name={file.name}
          label={file.label}
          isPicture={file.isPicture && isPictureName(file.name)}
          onDescribe={(label) => replace(index, referenceTo(file.name, label, file.isPicture))}
          onRemove={() => replace(index, null)}
        />
      ))}
    </ul>
  );
}

type RowFileProps = {
  name: string;
  label: string;
  isPicture: boolean;
  onDescribe: (label: string) => void;
  onRemove: () => void;
};

function RowFile({ name, label, isPicture, onDescribe, onRemove }: RowFileProps) {
  const [isBroken, setIsBroken] = useState(false);
  const found = useIpcQuery('attachments:find', { names: [name] }).data?.[0];
  const bytes = found?.bytes ?? null;
  const isMissing = isBroken || (found !== undefined && bytes === null);
  return (
    <li className={styles.file}>
      {isMissing ? (
        <ImageOff size={16} aria-hidden />
      ) : isPicture ? (
        <img
          className={styles.picture}
          src={attachmentAddress(name)}
          alt={label === '' ? 'A picture without a description' : label}
          draggable={false}
          onError={() => setIsBroken(true)}
        />
      ) : (
        <FileText size={16} aria-hidden />
      )}
      <span className={styles.beside}>
        <input
          className={styles.label}
          aria-label={isPicture ? 'What the picture shows' : 'What the file is called'}
          placeholder={isPicture ? 'Say in words what it shows' : 'What it is called'}
          value={label}
          onChange={({ target: { value } }) => onDescribe(value)}
        />
        <span className={styles.facts}>
          {isMissing ? 'Missing from the library' : bytes === null ? '' : formatBytes(bytes)}
          {!isMissing && (
            <Button look="plain" onPress={() => void saveAttachment(name, label)}>
              Save as…
            </Button>
          )}
          <Button
            look="plain"
            onPress={({ target }) => {
              const row = target.closest('[data-row]');
              focusWhenLost(() => textOfRow(row));
              onRemove();
            }}
          >
            Remove
          </Button>
        </span>
      </span>
    </li>
  );
}
