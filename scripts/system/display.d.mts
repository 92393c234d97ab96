/** Whether there is nothing to draw on: Linux without a screen, as on a server. */
export function hasNoDisplay(): boolean;
