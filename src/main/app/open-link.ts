import { fail, ok } from '#domain/result.ts';
import type { Handler } from '#main/ipc/handlers.ts';
import { externalAddress } from '#main/security/external-link.ts';

/**
 * Handles `link:open`: opens a link outside the app after the person agreed. Fails with `link-refused` for an address
 * that is not allowed; `opened` is false when the person declined.
 */
export const openLink =
  (askToOpen: (address: string) => Promise<boolean>, open: (address: string) => Promise<void>): Handler<'link:open'> =>
  async ({ url }) => {
    const address = externalAddress(url);
    if (address === null) return fail({ kind: 'link-refused' });
    if (!(await askToOpen(address))) return ok({ opened: false });
    await open(address);
    return ok({ opened: true });
  };
