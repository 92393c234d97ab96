import { chooseParts } from '#domain/export/choose-parts.ts';
import type { Handlers } from '#main/ipc/handlers.ts';

import { pageToPrint } from './draw-file.ts';
import type { Printer } from './print/printer.ts';

/** Creates the handler that prints a COE, with the chosen parts only. `zone` is the person's. */
export const printHandlers = (printer: Printer, zone: () => string): Pick<Handlers, 'coe:print'> => ({
  'coe:print': async ({ coe, choice, dates, paper }) =>
    printer.print(await pageToPrint([chooseParts(coe, choice)], { zone: zone(), dates, paper })),
});
