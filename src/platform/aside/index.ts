/** Long work on threads beside the one that answers. */
export { type Aside, openAside } from './aside.ts';
export { serveAside } from './serve-aside.ts';
