import type { Price } from '../../lib/listing/price';
import { priceText } from '../../lib/listing/price-text';
import { useWords } from './words';

/** A price as operators write it; null is 读不到, never 0. `reason` says why, for the mouse too. */
export function PriceText(props: { price: Price | null; reason?: string | undefined }) {
  const { price, reason } = props;
  const words = useWords();
  if (price === null) return <span title={reason}>{words.common.states.unreadable}</span>;
  return <span>{priceText(price, words.common.fromPrice)}</span>;
}
