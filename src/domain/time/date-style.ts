/** How a date of three numbers is written and read: 14/5/2026, 5/14/2026 or 2026/5/14. */
export type DateOrder = 'day-first' | 'month-first' | 'year-first';
