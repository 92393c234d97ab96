import { quantity, upperFirst } from '#domain/text/format.ts';

import { invoke } from '../../platform/bridge.ts';
import { queryClient, useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { showToast } from '../../ui/toast.tsx';
import { Row } from './setting-row.tsx';
import styles from './settings.module.css';

/** Keeps a Markdown copy of the library in a folder, refreshed after each save. */
export function MarkdownCopySetting() {
  const state = useIpcQuery('markdown-copy:state', {}, { staleTime: 0 }).data;
  const ask = async (channel: 'markdown-copy:choose-folder' | 'markdown-copy:stop'): Promise<void> => {
    const result = await invoke(channel, {});
    if (result.ok) queryClient.setQueryData(['markdown-copy:state', {}], result.value);
    else if (result.error.kind !== 'cancelled') {
      const { title, next } = explainError(result.error);
      showToast(`${upperFirst(title)}. ${next}`.trim());
    }
  };
  if (state === undefined) return null;
  const { folder, isEncrypted, changedElsewhere, failure } = state;
  return (
    <Row
      title="Markdown copy"
      help={
        isEncrypted ? (
          'Not for an encrypted library: anyone could read the copy. Remove the passphrase first if you want one.'
        ) : (
          <>
            One Markdown file a COE in a folder of your choice, refreshed after each save, with everything in it. Other
            files in the folder are never touched.
            {folder !== null && <span className={styles.path}>{folder}</span>}
            {changedElsewhere > 0 &&
              ` ${quantity(changedElsewhere, 'file')} changed by another program stayed as they are.`}
            {failure !== null && ` The last refresh failed: ${explainError(failure).title}.`}
          </>
        )
      }
    >
      {!isEncrypted && (
        <Button onPress={() => void ask('markdown-copy:choose-folder')}>
          {folder === null ? 'Choose a folder…' : 'Choose another…'}
        </Button>
      )}
      {folder !== null && <Button onPress={() => void ask('markdown-copy:stop')}>Stop copying</Button>}
    </Row>
  );
}
