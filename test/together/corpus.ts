import { together } from './together';

together('corpus');
