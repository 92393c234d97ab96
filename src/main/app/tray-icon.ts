import { Menu, nativeImage, Tray } from 'electron';

import type { CaptureAccess } from '#ipc/capture.ts';

/** The icon in the system tray. It shows no text of any COE. */
export type TrayIcon = {
  readonly apply: (isOn: boolean) => void;
  readonly state: () => CaptureAccess['tray'];
};

/** What the menu of the icon does. */
export type TrayActions = { readonly capture: () => void; readonly open: () => void; readonly quit: () => void };

/** Creates the icon, hidden at first. `image` is the path of a PNG image, with a larger one beside it. */
export function createTrayIcon(image: string, { capture, open, quit }: TrayActions): TrayIcon {
  let tray: Tray | null = null;
  let isOn = false;
  const show = (): void => {
    try {
      tray = new Tray(nativeImage.createFromPath(image));
      tray.setToolTip('Once');
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: 'Quick capture', click: capture },
          { label: 'Open Once', click: open },
          { type: 'separator' },
          { label: 'Quit', click: quit },
        ]),
      );
      tray.on('click', capture);
    } catch {
      tray = null; // the system has no tray
    }
  };
  return {
    apply: (on) => {
      if (on === isOn) return;
      isOn = on;
      tray?.destroy();
      tray = null;
      if (on) show();
    },
    state: () => (!isOn ? 'off' : tray === null ? 'unavailable' : 'shown'),
  };
}
