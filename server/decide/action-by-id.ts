// An action of the site's by its id.
import { madeOnce } from '../../shared/made-once.ts';
import type { Action } from '../site/site.ts';
import type { Situation } from './situation.ts';

const actionsById = madeOnce((actions: Action[]) => new Map(actions.map((action) => [action.id, action])));

/** Undefined without an id, and when the site has the action no more. */
export function actionById(situation: Situation, id: string | undefined): Action | undefined {
  return id === undefined ? undefined : actionsById(situation.site.actions).get(id);
}
