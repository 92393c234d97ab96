import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { onDisplay, sandboxArgs } from '../system/display.mjs';
import { provideElectron } from '../electron/provide-electron.mjs';
import { icnsOf } from './icns.mjs';
import { icoOf } from './ico.mjs';
import { root } from '../system/paths.mjs';
import { run } from '../system/run-command.mjs';

/*
 * Makes every icon from build/icon.svg: node scripts/package/make-icons.mjs. The results are checked in, so this is run only after the
 * drawing has changed. Electron itself draws the sizes; it is here anyway.
 */
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

const { program } = await provideElectron();
const work = mkdtempSync(path.join(tmpdir(), 'once-icons-'));
writeFileSync(path.join(work, 'package.json'), JSON.stringify({ name: 'icons', version: '0.0.0', main: 'draw.cjs' }));
writeFileSync(
  path.join(work, 'draw.cjs'),
  `const { app, BrowserWindow } = require('electron');
const fs = require('node:fs');
app.disableHardwareAcceleration();
app.whenReady().then(async () => {
  const svg = fs.readFileSync(${JSON.stringify(path.join(root, 'build/icon.svg'))}).toString('base64');
  const window = new BrowserWindow({ show: false });
  await window.loadURL('data:text/html,<canvas></canvas>');
  for (const size of ${JSON.stringify(SIZES)}) {
    const url = await window.webContents.executeJavaScript(\`new Promise((resolve) => {
      const image = new Image();
      image.onload = () => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = \${size};
        canvas.getContext('2d').drawImage(image, 0, 0, \${size}, \${size});
        resolve(canvas.toDataURL('image/png'));
      };
      image.src = 'data:image/svg+xml;base64,\${svg}';
    })\`);
    fs.writeFileSync(${JSON.stringify(work)} + '/' + size + '.png', Buffer.from(url.split(',')[1], 'base64'));
  }
  app.quit();
});`,
);
const [command, args] = onDisplay(program, [...sandboxArgs(), work]);
await run(command, args, { shell: false });

const png = (size) => readFileSync(path.join(work, `${size}.png`));
const icons = path.join(root, 'build', 'icons');
mkdirSync(icons, { recursive: true });
for (const size of [16, 24, 32, 48, 64, 128, 256, 512])
  writeFileSync(path.join(icons, `${size}x${size}.png`), png(size));
writeFileSync(path.join(root, 'build', 'icon.png'), png(1024));
writeFileSync(
  path.join(root, 'build', 'icon.ico'),
  icoOf([16, 24, 32, 48, 64, 128, 256].map((size) => ({ size, png: png(size) }))),
);
writeFileSync(
  path.join(root, 'build', 'icon.icns'),
  icnsOf([16, 32, 64, 128, 256, 512, 1024].map((size) => ({ size, png: png(size) }))),
);
rmSync(work, { recursive: true });
