import { runCommand } from '../../platform/commands.ts';
import { Button } from '../../ui/button.tsx';
import { Row } from './setting-row.tsx';

/** The way to the backups, which have a screen of their own. */
export const BackupSettings = () => (
  <Row
    title="Backups of the library"
    help="Dated copies in a second folder that you choose, at most one a day, each read back before it counts."
  >
    <Button onPress={() => runCommand('go.backups')}>Open backups</Button>
  </Row>
);
