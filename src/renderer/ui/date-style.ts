import { createContext, useContext } from 'react';

import { type DateStyle, PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';

/** How the person writes dates, and the locale that says on which day a week starts. */
export type OwnDateStyle = DateStyle & { readonly locale: string };

/** The date style of every field below; a plain one where nobody provides it. */
export const DateStyleContext = createContext<OwnDateStyle>({ ...PLAIN_DATE_STYLE, locale: 'en-GB' });

/** The date style around a component. */
export const useDateStyle = (): OwnDateStyle => useContext(DateStyleContext);
