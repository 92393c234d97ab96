import { invoke } from '../../platform/bridge.ts';
import { runCommand } from '../../platform/commands.ts';
import { useLibraryState } from '../../platform/library-state.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { explainError, sentence } from '../../ui/explain-error.ts';
import { showToast } from '../../ui/toast.tsx';
import { Row } from './setting-row.tsx';
import styles from './settings.module.css';

/** Where the files are, and the libraries that were open before. */
export function LibrarySettings() {
  const state = useLibraryState();
  const recents = useIpcQuery('library:recents', {}).data ?? [];
  const others = recents.filter((recent) => !recent.isOpen);
  return (
    <>
      <Row title={state?.name ?? 'Your library'} help={<Place path={state?.place} />}>
        <Button onPress={() => runCommand('library.reveal')}>Show the folder</Button>
        <Button onPress={() => runCommand('library.open')}>Open another…</Button>
      </Row>
      <HistorySpace />
      {others.map((recent) => (
        <Row key={recent.handle} title={recent.name} help={<Place path={recent.place} />}>
          <Button aria-label={`Open ${recent.name}`} onPress={() => void openRecent(recent.handle)}>
            Open
          </Button>
        </Row>
      ))}
    </>
  );
}

/** How much room what COEs were before takes. */
function HistorySpace() {
  const space = useIpcQuery('versions:space', {}, { staleTime: 0, gcTime: 0 }).data;
  const megabytes = ((space?.bytes ?? 0) / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 });
  return (
    <Row
      title="History"
      help={
        space === undefined
          ? 'Counting what COEs were before…'
          : space.count === 0
            ? 'No earlier versions yet. They will lie in the folder “versions” of your library.'
            : `${space.count.toLocaleString('en')} earlier versions, ${megabytes} MB, in the folder “versions” of your library. They are thinned out by themselves; milestones stay.`
      }
    />
  );
}

/** A path, which can be selected whole. */
const Place = ({ path }: { path: string | undefined }) => <span className={styles.place}>{path}</span>;

async function openRecent(handle: string): Promise<void> {
  const result = await invoke('library:open-recent', { handle });
  if (result.ok) {
    showToast(`${result.value.name} is open.`);
  } else if (result.error.kind !== 'cancelled') {
    const words = explainError(result.error);
    showToast(`It could not be opened: ${words.title}. ${sentence(words.safe)} ${words.next}`);
  }
}
