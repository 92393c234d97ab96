import type { App, Session } from 'electron';

import { APP_SCHEME } from './app-scheme.ts';
import { parseAddress } from './parse-address.ts';

/** A proxy on a port that nothing listens on: whatever slips past every other refusal ends here, without a name being looked up. */
const DEAD_PROXY = 'socks5://127.0.0.1:9';

/** Tells Chromium, before it starts, to do nothing on the network by itself. */
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

/** Tells whether a request may go through. Developer tools are a page of their own, and only there in development. */
export const isRequestAllowed = (address: string, development: boolean): boolean => {
  const scheme = parseAddress(address)?.protocol ?? '';
  return LOCAL_SCHEMES.has(scheme) || (development && scheme === 'devtools:');
};

/** Refuses every request of a session that would leave the computer, and everything that fetches by itself. */
export function blockNetwork(session: Session, development: boolean): void {
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !isRequestAllowed(details.url, development) }),
  );
  void session.setProxy({ mode: 'fixed_servers', proxyRules: DEAD_PROXY, proxyBypassRules: '<-loopback>' });
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL(`${APP_SCHEME}://no-dictionaries/`);
}
