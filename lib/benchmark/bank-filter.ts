import * as z from 'zod/mini';

/** Most presets, and most conditions of one. */
export const MAX_PRESETS = 40;
export const MAX_CONDITIONS = 8;

/**
 * One condition on a keyword's figure of a kind: 需求供给比 above 1. Shares are kept as shares, so
 * 天猫商品点击占比 below 50 % has the value 0.5. Which source and period it is asked of is said by
 * the table that it filters, never by the condition.
 */
export const conditionSchema = z.object({
  kind: z.string().check(z.trim(), z.minLength(1), z.maxLength(30)),
  is: z.enum(['above', 'below', 'at-least', 'at-most']),
  value: z.number().check(z.gte(-1e15), z.lte(1e15)),
});
export type Condition = z.infer<typeof conditionSchema>;

/** Conditions that all have to hold, under a name; a name of '' is said by the conditions. */
export const presetSchema = z.object({
  name: z.string().check(z.trim(), z.maxLength(40)),
  conditions: z.array(conditionSchema).check(z.minLength(1), z.maxLength(MAX_CONDITIONS)),
});
export type Preset = z.infer<typeof presetSchema>;

/**
 * What operators usually filter by (from writing of single authors, 2026-09, confidence C): they
 * can change and delete them.
 */
export const USUAL_PRESETS: Preset[] = [
  { name: '', conditions: [{ kind: '需求供给比', is: 'above', value: 1 }] },
  {
    name: '',
    conditions: [
      { kind: '需求供给比', is: 'above', value: 1 },
      { kind: '天猫商品点击占比', is: 'below', value: 0.5 },
    ],
  },
  { name: '', conditions: [{ kind: '搜索人气', is: 'above', value: 50 }] },
  { name: '', conditions: [{ kind: '支付转化率', is: 'above', value: 0.01 }] },
];
