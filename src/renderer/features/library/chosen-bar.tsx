import { quantity } from '#domain/text/format.ts';

import { dropChosen, useChosenCoes } from '../../list/chosen-coes.ts';
import { runCommand } from '../../platform/commands.ts';
import { Button } from '../../ui/button.tsx';
import styles from './coes-screen.module.css';

/** How many COEs of the list are chosen, and what can be done with them. Empty while none is. */
export function ChosenBar({ library }: { library: string }) {
  const { length } = useChosenCoes(library);
  return (
    <span className={styles.chosen}>
      <span role="status">{length === 0 ? '' : `${quantity(length, 'COE')} chosen`}</span>
      {length > 0 && (
        <>
          <Button look="plain" onPress={() => runCommand('coe.export')}>
            Export…
          </Button>
          <Button look="plain" onPress={() => dropChosen(library)}>
            Choose none
          </Button>
        </>
      )}
    </span>
  );
}
