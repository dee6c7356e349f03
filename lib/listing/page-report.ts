import * as z from 'zod/mini';
import { readResultSchema } from './read-result';
import { sightingSchema } from './sighting';

/** What a page's reader reports: a listing as it was seen, or why there is none to read. */
export const pageReportSchema = z.union([sightingSchema, readResultSchema]);
export type PageReport = z.infer<typeof pageReportSchema>;
