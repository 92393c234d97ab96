import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { runInThisContext } from 'node:vm';

import { connect, type Message } from './peer.ts';

/*
 * Stands in for Electron in the built main process, which runs under plain Node here. Its windows are pages of a
 * Chromium that the parent process drives. It has what the app uses, in the form that the newest version declares;
 * what has no screen here, such as a tray icon, does nothing.
 */

type Handler = (event: object, request: unknown) => unknown;
type Event = { preventDefault: () => void; readonly defaultPrevented: boolean };
type Served = (request: { method: string; url: string }) => Promise<Response>;

const root = path.resolve(import.meta.dirname, '../../..');
const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
const switches = new Map(
  process.argv.flatMap((arg) => {
    const [, name, value = ''] = /^--([\w-]+)(?:=(.*))?$/s.exec(arg) ?? [];
    return name === undefined ? [] : [[name, value]];
  }),
);

const cancellable = (): Event => {
  let defaultPrevented = false;
  return {
    preventDefault: () => {
      defaultPrevented = true;
    },
    get defaultPrevented() {
      return defaultPrevented;
    },
  };
};

const parent = connect(
  {
    send: (message) => process.connected && process.send?.(message),
    onMessage: (listener) => void process.on('message', (message) => listener(message as Message)),
  },
  {
    invoke: (window: number, channel: string, request: unknown) => {
      const { webContents } = windowOf(window);
      const handler = ipcMain.handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler for ${channel}`);
      return handler({ sender: webContents, senderFrame: webContents.mainFrame }, request);
    },
    serve: async (method: string, url: string) => {
      if (!(await defaultSession.mayRequest(url))) return null;
      const response = await defaultSession.fetch(url, { method });
      const body = Buffer.from(await response.arrayBuffer());
      return { status: response.status, headers: Object.fromEntries(response.headers), body };
    },
    evaluate: (source: string, argument: unknown) =>
      // A test replaces methods of Electron here, as it does in Electron's own main process.
      runInThisContext(`(${source})`)(electron, argument),
    loaded: (window: number) => windowOf(window).webContents.emit('did-finish-load', cancellable()),
    gone: (window: number) =>
      windowOf(window).webContents.emit('render-process-gone', cancellable(), { reason: 'crashed', exitCode: 1 }),
    titled: (window: number, title: string) => {
      const event = cancellable();
      const shown = windowOf(window);
      shown.emit('page-title-updated', event, title);
      if (!event.defaultPrevented) shown.setTitle(title);
    },
  },
);
/** Tells the parent something that the app does not wait for. */
const tell = (method: string, ...args: readonly unknown[]): void => void parent(method, ...args).catch(() => undefined);
process.on('disconnect', () => process.exit(1));

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly name = 'Once';
  readonly #paths = new Map<string, string>();
  readonly commandLine = {
    hasSwitch: (name: string) => switches.has(name) || name === 'no-sandbox',
    appendSwitch: (name: string, value = '') => void switches.set(name, value),
    getSwitchValue: (name: string) => switches.get(name) ?? '',
  };
  getVersion = (): string => own.version;
  getName = (): string => this.name;
  getAppPath = (): string => root;
  getLocale = (): string => 'en-US';
  getSystemLocale = (): string => 'en-GB';
  getAppMetrics = (): unknown[] => [{ memory: { workingSetSize: process.memoryUsage().rss / 1024 } }];
  getPath = (name: string): string => {
    const home = process.env['HOME'] ?? homedir();
    const appData = process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config');
    const userData = path.resolve(switches.get('user-data-dir') ?? path.join(appData, 'Once'));
    const usual: Readonly<Record<string, string>> = {
      home,
      appData,
      userData,
      documents: path.join(home, 'Documents'),
    };
    return this.#paths.get(name) ?? usual[name] ?? path.join(userData, name);
  };
  setPath = (name: string, folder: string): void => void this.#paths.set(name, folder);
  disableHardwareAcceleration = (): void => undefined;
  enableSandbox = (): void => undefined;
  requestSingleInstanceLock = (): boolean => true;
  whenReady = async (): Promise<void> => {
    this.emit('session-created', defaultSession);
    this.emit('ready');
  };
  quit = (): void => {
    const event = cancellable();
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    for (const window of BrowserWindow.getAllWindows()) window.close();
    if (BrowserWindow.getAllWindows().length === 0) this.exit(0);
  };
  exit = (code = 0): void => {
    this.emit('will-quit', cancellable());
    this.emit('quit', cancellable(), code);
    process.exit(code);
  };
}

class WebContents extends EventEmitter {
  readonly id: number;
  readonly mainFrame = { url: 'about:blank', parent: null };
  readonly navigationHistory = { clear: (): void => undefined };
  zoom = 1;
  constructor(id: number) {
    super();
    this.id = id;
  }
  loadURL = async (url: string): Promise<void> => {
    this.mainFrame.url = url;
    await parent('load', this.id, url);
  };
  send = (channel: string, payload: unknown): void => tell('send', this.id, channel, payload);
  reload = (): void => tell('reload', this.id);
  executeJavaScript = (code: string): Promise<unknown> => parent('execute', this.id, code);
  copy = (): void => tell('edit', this.id, 'copy');
  paste = (): void => tell('edit', this.id, 'paste');
  undo = (): void => tell('edit', this.id, 'undo');
  redo = (): void => tell('edit', this.id, 'redo');
  setZoomFactor = (zoom: number): void => {
    this.zoom = zoom;
    windowOf(this.id).resized();
  };
  getZoomFactor = (): number => this.zoom;
  getURL = (): string => this.mainFrame.url;
  isDestroyed = (): boolean => !windows.has(this.id);
  isLoading = (): boolean => false;
  forcefullyCrashRenderer = (): void => tell('crash', this.id);
  setWindowOpenHandler = (): void => undefined;
  setWebRTCIPHandlingPolicy = (): void => undefined;
  print = (_options: unknown, done?: (ok: boolean, reason: string) => void): void =>
    done?.(false, 'Print job canceled');
}

const windows = new Map<number, BrowserWindow>();
const windowOf = (id: number): BrowserWindow => {
  const found = windows.get(id);
  if (found === undefined) throw new Error('The window is closed');
  return found;
};

type WindowOptions = { width?: number; height?: number; title?: string; webPreferences?: { preload?: string } };
type Bounds = { x: number; y: number; width: number; height: number };

class BrowserWindow extends EventEmitter {
  static #made = 0;
  static getAllWindows = (): BrowserWindow[] => [...windows.values()];
  static getFocusedWindow = (): BrowserWindow | null => BrowserWindow.getAllWindows().at(-1) ?? null;
  static fromWebContents = ({ id }: WebContents): BrowserWindow | null => windows.get(id) ?? null;
  readonly id: number;
  readonly webContents: WebContents;
  #bounds: Bounds;
  #title: string;
  #isVisible = false;
  constructor({ width = 800, height = 600, title = '', webPreferences = {} }: WindowOptions = {}) {
    super();
    BrowserWindow.#made += 1;
    this.id = BrowserWindow.#made;
    this.webContents = new WebContents(this.id);
    this.#bounds = { x: 0, y: 0, width, height };
    this.#title = title;
    windows.set(this.id, this);
    tell('open', this.id, { width, height }, webPreferences.preload ?? null);
    app.emit('web-contents-created', cancellable(), this.webContents);
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
  }
  loadURL = (url: string): Promise<void> => this.webContents.loadURL(url);
  close = (): void => {
    const event = cancellable();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  };
  destroy = (): void => {
    if (!windows.delete(this.id)) return;
    tell('close', this.id);
    this.emit('closed');
    if (windows.size === 0) app.emit('window-all-closed');
  };
  isDestroyed = (): boolean => !windows.has(this.id);
  show = (): void => {
    this.#isVisible = true;
    this.focus();
  };
  hide = (): void => {
    this.#isVisible = false;
  };
  focus = (): void => void app.emit('browser-window-focus', cancellable(), this);
  isVisible = (): boolean => this.#isVisible;
  isFocused = (): boolean => this.#isVisible;
  isMinimized = (): boolean => false;
  isMaximized = (): boolean => false;
  isFullScreen = (): boolean => false;
  setFullScreen = (): void => undefined;
  maximize = (): void => undefined;
  restore = (): void => undefined;
  removeMenu = (): void => undefined;
  setBackgroundColor = (): void => undefined;
  getTitle = (): string => this.#title;
  setTitle = (title: string): void => {
    this.#title = title;
  };
  getBounds = (): Bounds => this.#bounds;
  getNormalBounds = (): Bounds => this.#bounds;
  getContentSize = (): number[] => [this.#bounds.width, this.#bounds.height];
  setBounds = (bounds: Partial<Bounds>): void => {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.resized();
  };
  setSize = (width: number, height: number): void => this.setBounds({ width, height });
  setContentSize = (width: number, height: number): void => this.setBounds({ width, height });
  resized = (): void => {
    const { width, height } = this.#bounds;
    const { zoom } = this.webContents;
    tell('resize', this.id, { width: Math.round(width / zoom), height: Math.round(height / zoom) });
    this.emit('resize');
  };
}

class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  handle = (channel: string, handler: Handler): void => void this.handlers.set(channel, handler);
}

type RequestListener = (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void;

class Session extends EventEmitter {
  #onBeforeRequest: RequestListener = (_details, answer) => answer({});
  readonly protocol = {
    handlers: new Map<string, Served>(),
    handle: (scheme: string, handler: Served): void => void this.protocol.handlers.set(scheme, handler),
  };
  readonly webRequest = {
    onBeforeRequest: (listener: RequestListener): void => {
      this.#onBeforeRequest = listener;
    },
  };
  mayRequest = (url: string): Promise<boolean> =>
    new Promise((resolve) => this.#onBeforeRequest({ url }, ({ cancel }) => resolve(cancel !== true)));
  fetch = async (url: string, { method = 'GET' } = {}): Promise<Response> => {
    const handler = this.protocol.handlers.get(new URL(url).protocol.slice(0, -1));
    if (handler === undefined) throw new Error('Nothing serves this');
    return handler({ method, url });
  };
  setProxy = async (): Promise<void> => undefined;
  setSpellCheckerEnabled = (): void => undefined;
  setSpellCheckerDictionaryDownloadURL = (): void => undefined;
  setPermissionRequestHandler = (): void => undefined;
  setPermissionCheckHandler = (): void => undefined;
  setDevicePermissionHandler = (): void => undefined;
}

class NativeTheme extends EventEmitter {
  #source = 'system';
  get themeSource(): string {
    return this.#source;
  }
  set themeSource(source: string) {
    this.#source = source;
    tell('theme', source);
    this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}

type ItemOptions = { id?: string; click?: (item: object, window: unknown) => void; submenu?: ItemOptions[] };
type Item = Omit<ItemOptions, 'submenu' | 'click'> & { submenu: Menu | null; click: () => void };

export class Menu extends EventEmitter {
  static #application: Menu | null = null;
  static buildFromTemplate = (template: readonly ItemOptions[]): Menu => {
    const menu = new Menu();
    menu.items = template.map((options) => {
      const submenu = options.submenu === undefined ? null : Menu.buildFromTemplate(options.submenu);
      const item: Item = { ...options, submenu, click: () => options.click?.(item, BrowserWindow.getFocusedWindow()) };
      return item;
    });
    return menu;
  };
  static setApplicationMenu = (menu: Menu | null): void => {
    Menu.#application = menu;
  };
  static getApplicationMenu = (): Menu | null => Menu.#application;
  items: Item[] = [];
  getMenuItemById(id: string): Item | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null);
      if (found !== null) return found;
    }
    return null;
  }
  popup(): void {}
}

export class ClipboardItem {
  readonly items: Readonly<Record<string, string>>;
  constructor(items: Readonly<Record<string, string>>) {
    this.items = items;
  }
}

export class Notification extends EventEmitter {
  static isSupported = (): boolean => false;
  show = (): void => undefined;
}

export class Tray extends EventEmitter {
  setToolTip = (): void => undefined;
  setContextMenu = (): void => undefined;
  destroy = (): void => undefined;
}

const defaultSession = new Session();
const sessions = new Map<string, Session>();
const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1200 } };

export const app = new App();
app.setMaxListeners(0);
export { BrowserWindow };
export const ipcMain = new IpcMain();
export const session = {
  defaultSession,
  fromPartition: (name: string): Session => {
    const found = sessions.get(name) ?? new Session();
    if (!sessions.has(name)) app.emit('session-created', found);
    sessions.set(name, found);
    return found;
  },
};
export const nativeTheme = new NativeTheme();
export const protocol = { registerSchemesAsPrivileged: (): void => undefined };
export const screen = {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayNearestPoint: () => display,
  getCursorScreenPoint: () => ({ x: 0, y: 0 }),
};
/** A native dialog that nobody answers stays open. */
const neverAnswered = (): Promise<never> => new Promise(() => undefined);
export const dialog = {
  showMessageBox: neverAnswered,
  showOpenDialog: neverAnswered,
  showSaveDialog: neverAnswered,
  showErrorBox: (): void => undefined,
};
export const clipboard = {
  clear: (): void => tell('clear-clipboard'),
  readText: async (): Promise<string> => String(await parent('read-clipboard')),
  writeText: async (text: string): Promise<void> => void (await parent('write-clipboard', { 'text/plain': text })),
  write: async ([item]: readonly ClipboardItem[]): Promise<void> => {
    await parent('write-clipboard', item?.items ?? {});
  },
};
export const globalShortcut = { register: (): boolean => true, unregister: (): void => undefined };
export const nativeImage = { createFromPath: () => ({ isEmpty: () => true }) };
export const powerMonitor = new EventEmitter();
export const safeStorage = {
  isAsyncEncryptionAvailable: async (): Promise<boolean> => false,
  getSelectedStorageBackend: (): string => 'basic_text',
};
export const shell = {
  openExternal: async (): Promise<void> => undefined,
  openPath: async (): Promise<string> => '',
  showItemInFolder: (): void => undefined,
};
export const webContents = {
  getAllWebContents: (): WebContents[] => BrowserWindow.getAllWindows().map(({ webContents }) => webContents),
};

const electron = {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
  webContents,
};
// oxlint-disable-next-line import/no-default-export -- Electron has one
export default electron;
