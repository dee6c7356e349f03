import { yuanText } from '../../lib/listing/price-text';
import type { Catalog } from '../../lib/locales/catalog';
import type { RuleMatch } from '../../lib/messaging/change-news';
import { shareText } from './ladder-text';

/** Why a change is marked, in words: "低于你的活动价 ¥115". */
export function matchText(match: RuleMatch, words: Catalog): string {
  const mark = words.common.marks;
  switch (match.rule) {
    case 'ladder':
      return mark[match.now](words.common.rungs[match.rung], `¥${yuanText(match.lineFen)}`);
    case 'amount':
      return mark.amount[match.now](
        `¥${yuanText(match.lineFen)}`,
        match.of === 'list' ? words.common.quote(match.list ?? '') : mark.of[match.of],
      );
    case 'off-shelf':
      return mark.offShelf;
    case 'percent':
      return mark.percent(shareText(match.share) ?? '', match.atLeast);
    case 'promotion':
      return mark.promotion;
    case 'keyword':
      return mark.keyword(match.words.join(words.common.listSeparator));
  }
}
