import { useLexicalEditable } from '@lexical/react/useLexicalEditable';
import { ImageOff } from 'lucide-react';
import { useState } from 'react';

import { attachmentAddress } from '#domain/attachments/attachment-name.ts';
import { formatBytes } from '#domain/text/format.ts';

import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import styles from './picture.module.css';
import { saveAttachment } from './save-attachment.ts';

type PictureProps = { name: string; alt: string; onDescribe: (alt: string) => void; onRemove: () => void };

/** A picture in prose: what it shows, in words, and its size. A missing one says so and stays in the text. */
export function Picture({ name, alt, onDescribe, onRemove }: PictureProps) {
  const isEditable = useLexicalEditable();
  const [isMissing, setIsMissing] = useState(false);
  const [pixels, setPixels] = useState('');
  const [typed, setTyped] = useState<string | null>(null);
  const bytes = useIpcQuery('attachments:find', { names: [name] }).data?.[0]?.bytes ?? null;
  const size = [bytes === null ? '' : formatBytes(bytes), pixels].filter((part) => part !== '').join(' · ');
  return (
    <figure className={styles.figure} contentEditable={false}>
      {isMissing ? (
        <p className={styles.missing}>
          <ImageOff size={16} aria-hidden />
          This picture is missing from the library{alt === '' ? '.' : `: ${alt}`}
        </p>
      ) : (
        <img
          className={styles.picture}
          src={attachmentAddress(name)}
          alt={alt === '' ? 'A picture without a description' : alt}
          draggable={false}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            setPixels(`${naturalWidth} × ${naturalHeight}`)
          }
          onError={() => setIsMissing(true)}
        />
      )}
      <figcaption className={styles.caption}>
        {isEditable ? (
          <input
            className={styles.alt}
            aria-label="What the picture shows"
            placeholder="Say in words what it shows"
            value={typed ?? alt}
            onChange={({ target: { value } }) => {
              setTyped(value);
              onDescribe(value);
            }}
            onBlur={() => setTyped(null)}
          />
        ) : (
          <span className={styles.words}>{alt}</span>
        )}
        <span className={styles.size}>{size}</span>
        {!isMissing && (
          <Button look="plain" onPress={() => void saveAttachment(name, alt)}>
            Save as…
          </Button>
        )}
        {isEditable && (
          <Button look="plain" onPress={onRemove}>
            Remove
          </Button>
        )}
      </figcaption>
    </figure>
  );
}
