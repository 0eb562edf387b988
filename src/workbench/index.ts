import './page/workbench.css';
import { workbookState } from './emulator';
import { Desk } from './page/desk';

const desk = new Desk();
desk.start();

// For the browser tests and for trying things out in the console.
Object.assign(window, { desk, workbookState });
