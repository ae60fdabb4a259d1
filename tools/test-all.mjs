/** `npm run test:all`: `npm test`, and every screen in both languages and sizes, with pictures in `out/screens/`. */
process.env.LUZHI_TEST_ALL = '1';
await import('./test.mjs');
