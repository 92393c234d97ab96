import path from 'node:path';

import { app } from 'electron';

import { blockNavigation } from '#main/security/block-navigation.ts';
import { blockNetwork, disableChromiumNetworking } from '#main/security/block-network.ts';
import { denyPermissions } from '#main/security/deny-permissions.ts';
import { declareAppScheme } from '#main/security/serve-page.ts';

/** Restricts Chromium and every page. Call it before the app is ready: most of it has no effect afterwards. */
export function hardenApp(development: boolean): void {
  // Root cannot use Chromium's sandbox and says so on the command line (docs/decisions/0027). The window asks for the
  // sandbox in any case.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  disableChromiumNetworking(app);
  declareAppScheme();
  blockNavigation(app);
  // Covers the default session, and any other that a dependency or a later change may create.
  app.on('session-created', (created) => {
    blockNetwork(created, development);
    denyPermissions(created);
  });
  app.setPath('sessionData', path.join(app.getPath('userData'), 'chromium'));
}
