/**
 * Whether an event is the second click of a double click. Where the first one removed something, the second
 * would remove what came into its place.
 */
export function isSecondClick(event: Event): boolean {
  return event.type === 'click' && (event as MouseEvent).detail > 1;
}
