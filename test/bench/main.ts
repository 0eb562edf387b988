import { benchReview } from './review';

benchReview();
