/** What is asked: schemes as folders of YAML, read, checked and resolved. */
export * from './on-files.ts';
export { publishScheme } from './publish-scheme.ts';
export { schemeRoutes } from './routes.ts';
export { loadNewest, loadPublished, publishedAs, publishedTexts } from './schemes.store.ts';
