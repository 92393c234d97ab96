import { useState } from 'react';

import { useDraftState } from '../../../draft/draft-context.ts';
import { useCommands } from '../../../platform/commands.ts';
import { FindCoeDialog } from './find-coe-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { useLinks } from './use-links.ts';

type Other = { readonly id: string; readonly title: string };

/** The dialogs that create a link, started from the menu or with a similar COE. */
export function LinkFlow({ other, onDone }: { other: Other | null; onDone: () => void }) {
  const readOnly = useDraftState((state) => state.readOnly);
  const links = useLinks();
  const [isFinding, setIsFinding] = useState(false);
  const [found, setFound] = useState<Other | null>(null);
  const chosen = other ?? found;
  const close = (): void => {
    setFound(null);
    onDone();
  };
  useCommands({ 'coe.link': () => !readOnly && setIsFinding(true) });
  return (
    <>
      {isFinding && (
        <FindCoeDialog
          onClose={() => setIsFinding(false)}
          onChoose={(coe) => {
            setIsFinding(false);
            setFound(coe);
          }}
        />
      )}
      {chosen !== null && (
        <LinkDialog
          other={chosen}
          onClose={close}
          onLink={(link) => {
            close();
            void links.add(link);
          }}
        />
      )}
    </>
  );
}
