import { isPictureName } from '#domain/attachments/picture-type.ts';
import { attachmentsIn } from '#domain/sharing/replace-attachments.ts';
import { formatBytes } from '#domain/text/format.ts';
import type { SharedCopy } from '#ipc/people.ts';

import { invoke } from '../../platform/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { showToast } from '../../ui/toast.tsx';
import styles from './copy.module.css';

/** The files that came with a copy, to save. Pictures are in the text. */
export function CopyFiles({ copy: { person, share, seq, coe, about } }: { copy: SharedCopy }) {
  const files = about.attachments.filter(({ name }) => !isPictureName(name));
  if (files.length === 0) return null;
  const words = attachmentsIn(coe);
  const save = async (name: string, fileName: string): Promise<void> => {
    const asked = { person: person.id, share, seq, name };
    const cleaned = fileName
      .replaceAll(/[/\\\0]/g, ' ')
      .trim()
      .replace(/^\.+/, '')
      .slice(0, 200);
    const saved = await invoke('people:save-attachment', { ...asked, fileName: cleaned || name });
    if (saved.ok) showToast(`Saved ${saved.value.fileName}. It is no longer encrypted there.`);
    else showFailure(saved.error, 'The file was not saved');
  };
  return (
    <section aria-labelledby="copy-files">
      <h2 id="copy-files">Files</h2>
      <p className={styles.soft}>Open a file only if you expected it from {person.name}.</p>
      <ul className={styles.files}>
        {files.map(({ name, base64 }) => {
          const label = words.get(name) || `file.${name.split('.').at(-1) ?? ''}`;
          return (
            <li key={name}>
              {label}, {formatBytes(Math.floor((base64.length * 3) / 4))}{' '}
              <Button look="plain" aria-label={`Save a copy of ${label}…`} onPress={() => void save(name, label)}>
                Save a copy…
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
