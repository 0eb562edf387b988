import { together } from './together';

together('properties');
