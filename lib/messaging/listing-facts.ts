/** The answer of `listing-facts`; made by the inspection. */
export type { ListingFacts } from '../inspection/listing-facts';
