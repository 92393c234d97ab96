import type { App, Session } from 'electron';

import { APP_SCHEME } from './app-scheme.ts';
import { parseAddress } from './parse-address.ts';

/**
 * A proxy on a port where nothing listens. A request that passes all other checks fails here, without a name lookup.
 */
const DEAD_PROXY = 'socks5://127.0.0.1:9';

/** Sets Chromium's command line switches so that it uses no network by itself. Call it before the app is ready. */
export function disableChromiumNetworking(app: App): void {
  const { commandLine } = app;
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'dns-prefetch-disable',
    'no-pings',
  ]) {
    commandLine.appendSwitch(name);
  }
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('proxy-server', DEAD_PROXY);
  commandLine.appendSwitch('proxy-bypass-list', '<-loopback>');
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
}

/** Schemes that never leave the computer. */
const LOCAL_SCHEMES: ReadonlySet<string> = new Set([`${APP_SCHEME}:`, 'blob:', 'data:']);

/** Whether a request may pass. Developer tools load a page of their own, which is allowed in development only. */
export const isRequestAllowed = (address: string, development: boolean): boolean => {
  const scheme = parseAddress(address)?.protocol ?? '';
  return LOCAL_SCHEMES.has(scheme) || (development && scheme === 'devtools:');
};

/** Blocks every request of a session that would leave the computer, and Chromium's own downloads. */
export function blockNetwork(session: Session, development: boolean): void {
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !isRequestAllowed(details.url, development) }),
  );
  void session.setProxy({ mode: 'fixed_servers', proxyRules: DEAD_PROXY, proxyBypassRules: '<-loopback>' });
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL(`${APP_SCHEME}://no-dictionaries/`);
}
