import { Link, useNavigate } from 'react-router';

import { upperFirst } from '#domain/text/format.ts';
import type { ImportedEntry } from '#domain/today/today.ts';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { Button } from '../../ui/button.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { showToast } from '../../ui/toast.tsx';
import screenStyles from '../../ui/screen.module.css';

import styles from './today.module.css';

/** The apps that entries come from. */
const APPS: Readonly<Partial<Record<ImportedEntry['format'], string>>> = {
  'day-one': 'Day One',
  jrnl: 'jrnl',
  joplin: 'Joplin',
  obsidian: 'Obsidian',
  'standard-notes': 'Standard Notes',
  'mini-diary': 'Mini Diary',
  csv: 'a table',
};

/** The newest journal entries that were imported, each with the choice to make a COE of it or to leave it. */
export function ImportedRows({ items }: { items: readonly ImportedEntry[] }) {
  const navigate = useNavigate();
  return items.map(({ id, title: written, format }) => {
    const title = written.trim() || 'Untitled';
    return (
      <li key={id} className={styles.row}>
        <div>
          <p className={screenStyles.words}>
            <Link to={`/coes/${id}`}>{title}</Link>
          </p>
          <p className={screenStyles.soft}>From {APPS[format] ?? 'an import'}</p>
        </div>
        <div className={styles.choices}>
          <Button
            aria-label={`Make a COE of it: ${title}`}
            onPress={() =>
              void endWaiting(id).then((isDone) => {
                if (isDone) void navigate(`/coes/${id}`);
              })
            }
          >
            Make a COE of it
          </Button>
          <Button
            look="plain"
            aria-label={`Leave it as a note: ${title}`}
            onPress={() => void endWaiting(id, 'It stays in your library as a note.')}
          >
            Leave it as a note
          </Button>
        </div>
      </li>
    );
  });
}

/** Takes an entry off Today; `done` is shown with an undo. Resolves to whether it was saved. */
async function endWaiting(id: string, done?: string): Promise<boolean> {
  const library = currentLibrary();
  const set = (analysed: boolean) => invokeIn(library, 'coe:set-analysed', { coeId: id, analysed });
  const result = await set(true);
  if (!result.ok) showToast(`${upperFirst(explainError(result.error).title)}. ${explainError(result.error).safe}`);
  else if (done !== undefined) showToast(done, () => void set(false));
  return result.ok;
}
