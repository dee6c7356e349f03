import * as z from 'zod/mini';
import { isFigureOf } from './metric-kind';

/** Most keywords a benchmark holds. */
export const MAX_KEYWORDS = 50_000;

/**
 * A figure of a keyword. 7 and 30 days, and every kind, are different metrics: they never meet in
 * one sum, chart or sort. A single number has `min === max`; "600 ~ 1200" keeps its ends. Rates,
 * shares and growth are kept as shares (5% is 0.05); only growth may be below 0.
 */
export const metricSchema = z
  .object({
    source: z.string().check(z.maxLength(60)),
    kind: z.string().check(z.minLength(1), z.maxLength(30)), // 搜索人气, 访客数 …
    period: z.string().check(z.maxLength(30)), // 7d, 30d, 2026-11-01, or '' where not given
    min: z.number(),
    max: z.number(),
  })
  .check(z.refine(({ kind, min, max }) => isFigureOf(kind, min, max)));
export type Metric = z.infer<typeof metricSchema>;

/** 核心, 修饰, 品牌, 长尾. */
export const keywordClassSchema = z.enum(['core', 'modifier', 'brand', 'longtail']);
export type KeywordClass = z.infer<typeof keywordClassSchema>;

export const keywordSchema = z.object({
  word: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  metrics: z.array(metricSchema).check(z.maxLength(20)),
  class: z.nullable(keywordClassSchema),
  mustHave: z.boolean(),
  synonyms: z
    .array(z.string().check(z.trim(), z.minLength(1), z.maxLength(60)))
    .check(z.maxLength(20)),
  /** An IP, model or brand word that is never split into roots. */
  atomic: z.boolean(),
});
export type Keyword = z.infer<typeof keywordSchema>;
