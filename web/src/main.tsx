/** Where the workbench begins. */
import { fillIn } from './shell/older-browsers.ts';
import './shell/theme.css';

await fillIn();
const { begin } = await import('./begin.tsx');
begin();
