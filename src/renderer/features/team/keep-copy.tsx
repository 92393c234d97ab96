import { useState } from 'react';

import { invoke } from '../../platform/bridge.ts';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { Button } from '../../ui/button.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { showToast } from '../../ui/toast.tsx';

/** Keeps a copy of a team library that one may only read, as a library of one's own. */
export function KeepCopy({ onDone }: { onDone: () => void }) {
  const [isCopying, setIsCopying] = useState(false);
  const keep = async (): Promise<void> => {
    setIsCopying(true);
    const kept = await invokeIn(currentLibrary(), 'team:keep-copy', {});
    setIsCopying(false);
    if (!kept.ok) return showFailure(kept.error, 'No copy was made');
    onDone();
    return showToast(`Your own copy is in ${kept.value.path}. Nobody shares it.`, {
      label: 'Open it',
      run: () =>
        void invoke('team:open-copy', { copy: kept.value.handle }).then(
          (opened) => !opened.ok && showFailure(opened.error),
        ),
    });
  };
  return (
    <Button isDisabled={isCopying} onPress={() => void keep()}>
      {isCopying ? 'Copying…' : 'Keep a copy'}
    </Button>
  );
}
