import type { Obstacle } from './obstacles.ts';
import { assertNever } from '../result.ts';
import { quantity } from '../text/format.ts';

/** An obstacle as a phrase for the person, in lower case and without a full stop. */
export function describeObstacle(obstacle: Obstacle): string {
  switch (obstacle.type) {
    case 'no-actions':
      return 'no actions yet; add one, or skip that section on purpose';
    case 'open-actions':
      return `${quantity(obstacle.count, 'action')} still open`;
    case 'declined-without-reason':
      return `${quantity(obstacle.count, 'action')} declined without a reason`;
    case 'unanswered-checks':
      return `${quantity(obstacle.count, 'check')} not answered yet`;
    case 'did-not-hold':
      return `${quantity(obstacle.count, 'fix', 'fixes')} did not hold`;
    case 'nothing-checked':
      return 'no check answered yet';
    default:
      return assertNever(obstacle);
  }
}
