const REACHABLE_WITHIN_MS = 20_000;

/**
 * Whether an address answers in time. A HEAD request, because a whole download may well take longer.
 *
 * @param {string} address
 */
export async function isReachable(address) {
  try {
    const response = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(REACHABLE_WITHIN_MS) });
    return response.ok;
  } catch {
    return false;
  }
}
