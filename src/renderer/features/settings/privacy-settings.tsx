import { runCommand } from '../../platform/commands.ts';
import { Button } from '../../ui/button.tsx';
import { Row } from './setting-row.tsx';

/** What leaves the computer, in one line, and the way to the whole of it. */
export const PrivacySettings = () => (
  <Row
    title="What leaves this computer"
    help="Nothing. The one exception is a link you click: Once says where it leads, and your browser opens it only if you agree."
  >
    <Button onPress={() => runCommand('help.what-leaves')}>Read more</Button>
  </Row>
);
