/** Scrolls to the unplaced text of the open COE and focuses its heading. Nothing happens when there is none. */
export function goToUnplaced(): void {
  const part = document.querySelector<HTMLElement>('#unplaced');
  part?.scrollIntoView({ block: 'start' });
  part?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
}
