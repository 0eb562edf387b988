import { together } from './together';

together('checks');
