import { useEffect, useState } from 'preact/hooks';
import { routeOf, type Route } from '../../components/options/rooms';

/** The room that the address's hash names; it follows links and the back button. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const follow = () => setRoute(routeOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}
