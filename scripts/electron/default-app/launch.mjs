/*
 * Stands in for the default app, which this distribution of Electron lacks: `electron <folder>` runs the app in that folder.
 * A module, and awaited to its end, because Electron is ready only once its entry has been loaded: what an app must do before
 * that, such as declaring its own scheme, still comes in time.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { app } from 'electron';

const folder = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
app.setAppPath(folder);
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
await import(pathToFileURL(path.join(folder, manifest.main)).href);
