/** The answer of `recent-changes`; made by the inspection. */
export type { ChangeNews, NewsItem } from '../inspection/change-news';
export type { NewestChange } from '../inspection/newest-change';
export type { AmountRule, ChangeRules, RuleMatch } from '../analysis/change-rules';
