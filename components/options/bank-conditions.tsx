import { useState } from 'preact/hooks';
import type { Condition, Preset } from '../../lib/benchmark/bank-filter';
import { Button, IconButton } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { NumberField } from '../ui/number-field';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';
import { useWords } from '../ui/words';
import type { BankKind } from './bank-rows';
import { percent, presetText } from './bank-text';

const MOST = 8;

type Props = {
  open: boolean;
  /** The kinds that can be asked for: those of the table, and those of presets. */
  kinds: readonly BankKind[];
  conditions: readonly Condition[];
  presets: readonly Preset[];
  readOnly: boolean;
  onApply: (conditions: Condition[]) => void;
  onPresets: (presets: Preset[], said: string, undo?: Preset[]) => void;
  onClose: () => void;
};

/** A line of the form: what is chosen, the value as it is shown (shares in per cent), null for none. */
type Line = { kind: string; is: Condition['is']; value: number | null };

/** The conditions that the bank is filtered by, and the usual filters that are kept. */
export function BankConditions(props: Props) {
  // Its form begins anew with each opening.
  return props.open ? <Form {...props} /> : null;
}

function Form(props: Props) {
  const { kinds, presets, readOnly } = props;
  const words = useWords();
  const { presets: text } = words.options.bank;
  const isShare = (kind: string) => kinds.find((one) => one.kind === kind)?.share ?? false;
  const lineOf = ({ kind, is, value }: Condition): Line => ({
    kind,
    is,
    value: isShare(kind) ? percent(value) : value,
  });
  const firstKind = kinds[0]?.kind ?? '';
  const blank: Line = { kind: firstKind, is: 'above', value: null };
  const [lines, setLines] = useState<readonly Line[]>(
    props.conditions.length === 0 ? [blank] : props.conditions.map(lineOf),
  );
  const [name, setName] = useState('');
  const [changed, setChanged] = useState<number | null>(null);
  const conditions = lines.flatMap(({ kind, is, value }): Condition[] =>
    value === null || kind === ''
      ? []
      : [{ kind, is, value: isShare(kind) ? Number(`${value}e-2`) || value / 100 : value }],
  );
  const complete = conditions.length === lines.length && lines.length > 0;
  const setLine = (index: number, patch: Partial<Line>) =>
    setLines(lines.map((line, at) => (at === index ? { ...line, ...patch } : line)));
  const nameOf = (preset: Preset) => presetText(preset, isShare, words);
  const keep = () => {
    const preset = { name: name.trim(), conditions };
    const next =
      changed === null
        ? [...presets, preset]
        : presets.map((old, at) => (at === changed ? preset : old));
    props.onPresets(next, text.kept(nameOf(preset)));
    setChanged(null);
    setName('');
  };

  return (
    <Dialog
      open
      title={text.title}
      onClose={props.onClose}
      foot={
        <Button
          kind="primary"
          disabled={!complete}
          onClick={() => {
            props.onApply(conditions);
            props.onClose();
          }}
        >
          {text.apply}
        </Button>
      }
    >
      <p class="subtle">{text.text}</p>
      {lines.map((line, index) => (
        <div class="bank-condition" key={index}>
          <Select
            label={text.kind}
            labelHidden={index > 0}
            value={line.kind}
            options={[
              ...kinds.map(({ kind }) => ({ value: kind, label: kind })),
              ...(kinds.some(({ kind }) => kind === line.kind)
                ? []
                : [{ value: line.kind, label: line.kind }]),
            ]}
            onChange={(kind) => setLine(index, { kind, value: null })}
          />
          <Select
            label={text.is}
            labelHidden={index > 0}
            value={line.is}
            options={(Object.entries(text.ops) as [Condition['is'], string][]).map(
              ([value, label]) => ({ value, label }),
            )}
            onChange={(is) => setLine(index, { is })}
          />
          <NumberField
            label={
              isShare(line.kind)
                ? `${text.value}${words.common.inBrackets(text.percent)}`
                : text.value
            }
            labelHidden={index > 0}
            value={line.value}
            invalidText={text.badValue}
            min={-1e12}
            max={1e12}
            decimals={6}
            onChange={(value) => setLine(index, { value })}
          />
          <IconButton
            icon="cross"
            label={text.remove(index + 1)}
            disabled={lines.length === 1}
            onClick={() => setLines(lines.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        icon="plus"
        disabled={lines.length >= MOST || kinds.length === 0}
        onClick={() => setLines([...lines, blank])}
      >
        {text.add}
      </Button>
      <div class="row bank-keep">
        <TextField label={text.name} value={name} maxLength={40} onInput={setName} />
        <Button
          disabled={!complete || readOnly || (changed === null && presets.length >= 40)}
          onClick={keep}
        >
          {changed === null ? text.save : text.update}
        </Button>
      </div>
      <h3>{text.saved}</h3>
      {presets.length === 0 && <p class="subtle">{text.none}</p>}
      <ul class="bank-kept">
        {presets.map((preset, index) => (
          <li key={index}>
            <span>{nameOf(preset)}</span>
            <IconButton
              icon="pencil"
              label={text.change(nameOf(preset))}
              disabled={readOnly}
              onClick={() => {
                setChanged(index);
                setName(preset.name);
                setLines(preset.conditions.map(lineOf));
              }}
            />
            <IconButton
              icon="trash"
              label={text.delete(nameOf(preset))}
              disabled={readOnly}
              onClick={() => {
                setChanged(null);
                props.onPresets(
                  presets.filter((_, at) => at !== index),
                  text.deleted(nameOf(preset)),
                  [...presets],
                );
              }}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
