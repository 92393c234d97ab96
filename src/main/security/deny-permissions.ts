import type { Session } from 'electron';

/** Refuses the page everything that a browser would ask the person about: camera, places, notifications, devices, the clipboard's content. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}
