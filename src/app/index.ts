/** The composition root: all stages on one platform, behind one door. */
export { type App, type Opening, openApp } from './app.ts';
export { firstStart } from './first-start.ts';
export { type OpenGround, openGround } from './ground.ts';
