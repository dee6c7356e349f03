import { configureGlobal } from 'fast-check';

/**
 * `npm test` draws the same examples each time, so that a red run means a changed house and not an
 * unlucky draw. `SEED=<number>` draws others; the long tests draw new ones each time, and a failure
 * names its seed.
 */
const seed = Number(import.meta.env['SEED'] || 20_261_122);

configureGlobal({ seed });
