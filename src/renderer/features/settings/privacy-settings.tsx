import { runCommand } from '../../platform/commands.ts';
import { Button } from '../../ui/button.tsx';
import { Row } from './setting-row.tsx';

/** One line on what leaves the computer, and a button for the details. */
export const PrivacySettings = () => (
  <Row
    title="What leaves this computer"
    help="Nothing, unless you click a link or connect a team library. Once shows the address of a link, and your browser opens it only if you agree."
  >
    <Button onPress={() => runCommand('help.what-leaves')}>Read more</Button>
  </Row>
);
