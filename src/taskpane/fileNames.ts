export { baseName } from '../advice/batch';
