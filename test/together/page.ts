/** @jest-environment jsdom */
// What it does after each test belongs to all of them.
import '../support/pane';
import { together } from './together';

together('page');
