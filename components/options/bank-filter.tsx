import { useState } from 'preact/hooks';
import type { BankQuery } from '../../lib/analysis/bank/bank-query';
import type { Condition, Preset } from '../../lib/benchmark/bank-filter';
import { Button } from '../ui/button';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { useWords } from '../ui/words';
import { BankConditions } from './bank-conditions';
import type { BankKind } from './bank-rows';
import { conditionsText, presetText, wordsText } from './bank-text';

type Props = {
  query: BankQuery;
  kinds: readonly BankKind[];
  /** Whether a kind is kept as shares, also one that this table does not have. */
  isShare: (kind: string) => boolean;
  presets: readonly Preset[];
  readOnly: boolean;
  /** How many words are shown, of how many; null until it is known, undefined where it is not said. */
  found: { shown: number; all: number; unsure: number; without: number } | null | undefined;
  /** Whether some figures are of an older import. */
  hasOlder: boolean;
  onQuery: (patch: Partial<BankQuery>) => void;
  onPresets: (presets: Preset[], said: string, undo?: Preset[]) => void;
};

/** What of the bank is shown: search, class, must-have, conditions and the usual filters. */
export function BankFilter(props: Props) {
  const { query, kinds, presets, found, isShare, onQuery } = props;
  const words = useWords();
  const { bank: text } = words.options;
  const [editing, setEditing] = useState(false);
  const isOn = (preset: Preset) =>
    JSON.stringify(preset.conditions) === JSON.stringify(query.conditions);
  const isPreset = presets.some(isOn);
  const has = (condition: Condition) => kinds.some(({ kind }) => kind === condition.kind);
  const kindsToAsk = [
    ...kinds,
    ...[...presets.flatMap((preset) => preset.conditions), ...query.conditions]
      .map(({ kind }) => kind)
      .filter((kind, at, all) => all.indexOf(kind) === at && !kinds.some((k) => k.kind === kind))
      .map((kind) => ({ kind, share: isShare(kind) })),
  ];
  return (
    <>
      <div class="bank-bar">
        <TextField
          label={text.search}
          labelHidden
          type="search"
          placeholder={text.search}
          value={query.search}
          onInput={(search) => onQuery({ search })}
        />
        <Select
          label={text.columns.class}
          labelHidden
          value={query.class ?? ''}
          options={[
            { value: '', label: text.anyClass },
            ...Object.entries(words.common.keywordClasses).map(([value, label]) => ({
              value: value as NonNullable<BankQuery['class']>,
              label,
            })),
            { value: 'none', label: text.noClass },
          ]}
          onChange={(of) => onQuery({ class: of === '' ? null : of })}
        />
        <Select
          label={text.anyMark}
          labelHidden
          value={query.mustHave === null ? '' : query.mustHave ? 'yes' : 'no'}
          options={[
            { value: '', label: text.anyMark },
            { value: 'yes', label: text.onlyMust },
            { value: 'no', label: text.notMust },
          ]}
          onChange={(mark) => onQuery({ mustHave: mark === '' ? null : mark === 'yes' })}
        />
        <span class="bank-presets" role="group" aria-label={text.presets.label}>
          {presets.map((preset, index) => (
            <Button
              key={index}
              pressed={isOn(preset)}
              {...(preset.conditions.every(has) ? {} : { hint: text.presets.notHere })}
              onClick={() => onQuery({ conditions: isOn(preset) ? [] : preset.conditions })}
            >
              {presetText(preset, isShare, words)}
            </Button>
          ))}
          {!isPreset && query.conditions.length > 0 && (
            <Button pressed onClick={() => onQuery({ conditions: [] })}>
              {conditionsText(query.conditions, isShare, words)}
            </Button>
          )}
          {query.root !== null && (
            <Button pressed icon="cross" onClick={() => onQuery({ root: null })}>
              {text.withRoot(query.root)}
            </Button>
          )}
          {props.hasOlder && (
            <Button pressed={query.newest} onClick={() => onQuery({ newest: !query.newest })}>
              {text.newestOnly}
            </Button>
          )}
          <Button icon="pencil" haspopup="dialog" onClick={() => setEditing(true)}>
            {text.presets.edit}
          </Button>
        </span>
      </div>
      {found !== undefined && (
        <p class="bank-found" role="status">
          {found !== null && (
            <>
              <b>{text.shown(found.shown.toLocaleString(), found.all.toLocaleString())}</b>
              {found.unsure > 0 && (
                <span>
                  {text.unsure(wordsText(found.unsure, words))}{' '}
                  <Button pressed={query.unsure} onClick={() => onQuery({ unsure: !query.unsure })}>
                    {text.showUnsure}
                  </Button>
                </span>
              )}
              {found.without > 0 && <span>{text.without(wordsText(found.without, words))}</span>}
            </>
          )}
        </p>
      )}
      <BankConditions
        open={editing}
        kinds={kindsToAsk}
        conditions={query.conditions}
        presets={presets}
        readOnly={props.readOnly}
        onApply={(conditions) => onQuery({ conditions })}
        onPresets={props.onPresets}
        onClose={() => setEditing(false)}
      />
    </>
  );
}
