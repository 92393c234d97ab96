import { formatBytes, quantity, upperFirst } from '#domain/text/format.ts';

import { invoke } from '../../platform/bridge.ts';
import { runCommand } from '../../platform/commands.ts';
import { useLibraryState } from '../../platform/library-state.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { showToast } from '../../ui/toast.tsx';
import { MarkdownCopySetting } from './markdown-copy-setting.tsx';
import { Row } from './setting-row.tsx';
import styles from './settings.module.css';

/** The folder of the library, the size of its history, and recent libraries. */
export function LibrarySettings() {
  const state = useLibraryState();
  const recents = useIpcQuery('library:recents', {}).data ?? [];
  const others = recents.filter((recent) => !recent.isOpen);
  return (
    <>
      <Row title={state?.name ?? 'Your library'} help={<PathText path={state?.folder} />}>
        <Button onPress={() => runCommand('library.reveal')}>Show the folder</Button>
        <Button onPress={() => runCommand('library.open')}>Open another…</Button>
      </Row>
      <Row
        title="Team library"
        help="A library that several people keep together, through a git repository or a shared folder that your team already has."
      >
        <Button onPress={() => runCommand('team.connect')}>Connect a team library…</Button>
      </Row>
      <HistorySpace />
      <MarkdownCopySetting />
      {others.map((recent) => (
        <Row key={recent.handle} title={recent.name} help={<PathText path={recent.folder} />}>
          <Button aria-label={`Open ${recent.name}`} onPress={() => void openRecent(recent.handle)}>
            Open
          </Button>
        </Row>
      ))}
    </>
  );
}

/** The number and size of earlier versions. */
function HistorySpace() {
  const space = useIpcQuery('versions:disk-usage', {}, { staleTime: 0, gcTime: 0 }).data;
  return (
    <Row
      title="History"
      help={
        space === undefined
          ? 'Counting earlier versions…'
          : space.count === 0
            ? 'No earlier versions yet. They will be in the folder “versions” of your library.'
            : `${quantity(space.count, 'earlier version')}, ${formatBytes(space.bytes)}, in the folder “versions” of your library. Once deletes some of them over time, but keeps milestones.`
      }
    />
  );
}

/** A path that one click selects. */
const PathText = ({ path }: { path: string | undefined }) => <span className={styles.path}>{path}</span>;

async function openRecent(handle: string): Promise<void> {
  const result = await invoke('library:open-recent', { handle });
  if (result.ok) {
    showToast(`Opened ${result.value.name}.`);
  } else if (result.error.kind !== 'cancelled') {
    const words = explainError(result.error);
    showToast(`The library could not be opened: ${words.title}. ${upperFirst(words.safe)} ${words.next}`);
  }
}
