import { runCommand } from '../../platform/commands.ts';
import { Button } from '../../ui/button.tsx';
import { Row } from './setting-row.tsx';

/** A link to the backups screen. */
export const BackupSettings = () => (
  <Row
    title="Backups of the library"
    help="Dated copies in a folder that you choose, at most one a day. Each one is verified."
  >
    <Button onPress={() => runCommand('go.backups')}>Open backups</Button>
  </Row>
);
