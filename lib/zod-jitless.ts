import * as z from 'zod/mini';

// Zod probes `new Function` unless told not to, and our policy logs that as a violation.
// Every entry that parses imports this module first.
z.config({ jitless: true });
