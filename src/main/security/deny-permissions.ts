import type { Session } from 'electron';

/**
 * Denies all permissions of a session: camera, location, notifications, devices, reading the clipboard. Also blocks
 * downloads.
 */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}
