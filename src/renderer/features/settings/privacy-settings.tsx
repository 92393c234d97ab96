import { runCommand } from '../../platform/commands.ts';
import { Button } from '../../ui/button.tsx';
import { Row } from './setting-row.tsx';

/** One line on what leaves the computer, and a button for the details. */
export const PrivacySettings = () => (
  <Row
    title="What leaves this computer"
    help="Nothing, unless you click a link. Once then shows the address, and your browser opens it only if you agree."
  >
    <Button onPress={() => runCommand('help.what-leaves')}>Read more</Button>
  </Row>
);
