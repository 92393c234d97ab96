import type { Obstacle } from './obstacles.ts';
import { assertNever } from '../result.ts';

/** What stands in the way of a status, as it is said to a person. */
export function obstacleWords(obstacle: Obstacle): string {
  switch (obstacle.is) {
    case 'no-actions':
      return 'no action yet; add one, or leave that section out on purpose';
    case 'open-actions':
      return `${actions(obstacle.count)} still open`;
    case 'declined-without-reason':
      return `${actions(obstacle.count)} declined without a reason`;
    case 'unanswered-checks':
      return obstacle.count === 1 ? '1 check not answered yet' : `${obstacle.count} checks not answered yet`;
    case 'did-not-hold':
      return obstacle.count === 1 ? '1 fix did not hold' : `${obstacle.count} fixes did not hold`;
    case 'nothing-checked':
      return 'no check was answered yet';
    default:
      return assertNever(obstacle);
  }
}

const actions = (count: number): string => (count === 1 ? '1 action' : `${count} actions`);
