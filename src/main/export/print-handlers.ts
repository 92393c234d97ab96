import { chooseParts } from '#domain/export/choose-parts.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { Library } from '#main/library/library-api.ts';

import { pageToPrint } from './draw-file.ts';
import type { Printer } from './print/printer.ts';

/** Creates the handler that prints a COE, with the chosen parts only. `zone` is the person's. */
export const printHandlers = (
  printer: Printer,
  zone: () => string,
  library: () => Library | null,
): Pick<Handlers, 'coe:print'> => ({
  'coe:print': async ({ coe, choice, dates, paper }) => {
    const readAttachment = async (name: string) => (await library()?.attachments.readAttachment(name)) ?? null;
    return printer.print(await pageToPrint([chooseParts(coe, choice)], { zone: zone(), dates, paper, readAttachment }));
  },
});
