import type { ComponentChildren } from 'preact';
import type { Change } from '../../lib/analysis/change-result';
import type { Price } from '../../lib/listing/price';
import { priceText, yuanText } from '../../lib/listing/price-text';
import type { Catalog } from '../../lib/locales/catalog';
import './change-line.css';
import { shareText, spanText } from './ladder-text';
import { sinceText } from './change-cells';
import { useWords } from './words';

/** One change since the last visit that showed what it is of, old → new. */
export function ChangeLine({ change }: { change: Change }) {
  const words = useWords();
  return (
    <div class="change-line">
      <WhatChanged change={change} />
      {change.sinceMs !== undefined && <small>{sinceText(change.sinceMs, words)}</small>}
    </div>
  );
}

function WhatChanged({ change }: { change: Change }) {
  const words = useWords();
  const text = words.common.changes;
  switch (change.kind) {
    case 'price':
      return (
        <Line name={text.priceOf[change.which]}>
          <FromTo
            before={priceText(change.before, words.common.fromPrice)}
            after={priceText(change.after, words.common.fromPrice)}
          />
          <span>{moveText(change.before, change.after, words)}</span>
        </Line>
      );
    case 'title':
      return (
        <Line name={text.title}>
          <CameAndWent came={change.added} went={change.removed} />
          {change.added.length + change.removed.length === 0 && <span>{text.reordered}</span>}
        </Line>
      );
    case 'promotion-started':
      return (
        <Line name={text.promotionStarted}>
          <bdi>{change.text}</bdi>
        </Line>
      );
    case 'promotion-ended':
      return (
        <Line name={text.promotionEnded}>
          <bdi>{change.text}</bdi>
        </Line>
      );
    case 'attribute':
      return (
        <Line name={change.name}>
          <FromTo before={change.before ?? text.noValue} after={change.after ?? text.noValue} />
        </Line>
      );
    case 'sku-added':
      return (
        <Line name={text.skuAdded}>
          <bdi>{change.names.join(' / ')}</bdi>
        </Line>
      );
    case 'sku-removed':
      return (
        <Line name={text.skuRemoved}>
          <bdi>{change.names.join(' / ')}</bdi>
        </Line>
      );
    case 'count':
      return (
        <Line name={text.count[change.which]}>
          <FromTo before={change.before} after={change.after} />
        </Line>
      );
    case 'score':
      return (
        <Line name={change.name}>
          <FromTo before={change.before} after={change.after} />
        </Line>
      );
    case 'ledger':
      return (
        <Line name={change.label}>
          <FromTo before={offText(change.before, words)} after={offText(change.after, words)} />
        </Line>
      );
    case 'impressions':
      return (
        <Line name={text.impressions}>
          <CameAndWent
            came={change.added.map(({ word, count }) => `${word} ${count}`)}
            went={change.removed.map(({ word }) => word)}
          />
          {change.moved.map(({ word, before, after }) => (
            <span key={word}>
              <bdi>{word}</bdi> <FromTo before={before} after={after} />
            </span>
          ))}
        </Line>
      );
    case 'off-shelf':
    case 'on-shelf':
      return (
        <Line name={text.shelf}>
          <b>{change.kind === 'off-shelf' ? text.gone : text.onSale}</b>
        </Line>
      );
  }
}

function offText(fen: number | null, words: Catalog): string {
  return fen === null ? words.common.changes.noValue : `−¥${yuanText(fen)}`;
}

function CameAndWent(props: { came: readonly string[]; went: readonly string[] }) {
  const text = useWords().common.changes;
  return (
    <>
      {props.came.map((word) => (
        <span key={`+${word}`} class="change-added">
          <span class="visually-hidden">{text.added} </span>
          <span aria-hidden="true">+</span>
          <bdi>{word}</bdi>
        </span>
      ))}
      {props.went.map((word) => (
        <span key={`-${word}`} class="change-removed">
          <span class="visually-hidden">{text.removed} </span>
          <span aria-hidden="true">−</span>
          <bdi>{word}</bdi>
        </span>
      ))}
    </>
  );
}

function Line(props: { name: string; children: ComponentChildren }) {
  return (
    <>
      <bdi class="change-kind">{props.name}</bdi>
      {props.children}
    </>
  );
}

function FromTo(props: { before: string; after: string }) {
  const text = useWords().common.changes;
  return (
    <span>
      <bdi>{props.before}</bdi> <span aria-hidden="true">{text.arrow}</span>
      <span class="visually-hidden"> {text.to}</span>{' '}
      <b>
        <bdi>{props.after}</bdi>
      </b>
    </span>
  );
}

const isExact = (price: Price) => price.maxFen === price.minFen;

/** "降 ¥10（−7.2%）"; empty where a range leaves it open. */
function moveText(before: Price, after: Price, words: Catalog): string {
  if (!isExact(before) || !isExact(after) || before.minFen === 0) return '';
  const fen = after.minFen - before.minFen;
  const share = fen / before.minFen;
  const by = spanText({ minFen: fen, maxFen: fen }) ?? '';
  const arrow = fen < 0 ? words.common.changes.down : words.common.changes.up;
  return `${arrow} ${by}${words.common.inBrackets(shareText({ min: share, max: share }) ?? '')}`;
}
