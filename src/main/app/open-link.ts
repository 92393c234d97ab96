import { fail, ok } from '#domain/result.ts';
import type { Handler } from '#main/ipc/handlers.ts';
import { externalAddress } from '#main/security/external-link.ts';

/** Opens a link outside, if it may be opened at all and the person says so. */
export const openLink =
  (askToOpen: (address: string) => Promise<boolean>, open: (address: string) => Promise<void>): Handler<'link:open'> =>
  async ({ url }) => {
    const address = externalAddress(url);
    if (address === null) return fail({ kind: 'link-refused' });
    if (!(await askToOpen(address))) return ok({ opened: false });
    await open(address);
    return ok({ opened: true });
  };
