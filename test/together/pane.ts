import { together } from './together';

together('pane');
