import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

import { packagedProgram } from '../../scripts/package/packaged-app.mjs';
import { expect, test } from './support/app.ts';
import { onlyIf } from './support/only-if.ts';

/** What the shipped program may and may not do, whatever it is started with. It is read off the program itself. */
const SHIPPED: [FuseV1Options, FuseState][] = [
  [FuseV1Options.RunAsNode, FuseState.DISABLE],
  [FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
  [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
  [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, FuseState.DISABLE],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
];

test('the packaged program has every fuse set as declared', { tag: '@packaged' }, async () => {
  onlyIf(process.env['ONCE_PACKAGED'] === '1', 'only what was packaged has fuses of ours');
  const wire = await getCurrentFuseWire(packagedProgram);
  expect(SHIPPED.map(([fuse]) => [FuseV1Options[fuse], wire[fuse]])).toEqual(
    SHIPPED.map(([fuse, state]) => [FuseV1Options[fuse], state]),
  );
});
