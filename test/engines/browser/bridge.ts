/**
 * The script that runs before each page of the app: the built preload, with what it uses of Electron on top of the
 * bindings that the tests expose. It runs in the world of the page, which a browser does not set apart.
 */
export const bridgeScript = (preload: string): string => `(() => {
  if (window.top !== window || location.origin !== 'https://once.invalid') return;
  const invoke = window.onceInvoke;
  const listeners = new Map();
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name, api) =>
        Object.defineProperty(window, name, { value: Object.freeze({ ...api }), enumerable: true }),
    },
    ipcRenderer: {
      invoke: (channel, request) => invoke(channel, request),
      on: (channel, listener) => void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      removeListener: (channel, listener) =>
        void listeners.set(channel, (listeners.get(channel) ?? []).filter((each) => each !== listener)),
    },
    webUtils: { getPathForFile: () => '' },
  };
  Object.defineProperty(window, 'onceReceive', {
    value: (channel, payload) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, payload);
    },
  });
  ((require, module, exports) => {
    ${preload}
  })(() => electron, {}, {});
})();`;
