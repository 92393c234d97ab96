/*
 * The default app, which this distribution of Electron lacks: `electron <folder>` runs the app in that folder. Electron
 * emits "ready" only after this module has finished, so what an app must do before that, such as registering its
 * scheme, is in time.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { app } from 'electron';

const folder = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
// @ts-expect-error Electron's own default app calls it too; its types leave it out.
app.setAppPath(folder);
app.setName(manifest.productName ?? manifest.name);
// @ts-expect-error As above.
app.setVersion(manifest.version);
await import(pathToFileURL(path.join(folder, manifest.main)).href);
