import type { House } from './house';
import type { Route, RouteName } from './router';
import { healthRoutes } from './routes-health';
import { frameRoutes } from './routes-frames';
import { ownRoutes } from './routes-own';
import { pageRoutes } from './routes-page';
import { restoreRoutes } from './routes-restore';
import { watchRoutes } from './routes-watch';

/** Every message that the background answers. */
export function routesOf(house: House): Record<RouteName, Route> {
  return {
    ...pageRoutes(house),
    ...ownRoutes(house),
    ...frameRoutes(house),
    ...restoreRoutes(house),
    ...watchRoutes(house),
    ...healthRoutes(house),
  };
}
