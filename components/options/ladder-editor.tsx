import { Button, IconButton } from '../ui/button';
import { Notice } from '../ui/notice';
import { TextField } from '../ui/text-field';
import { useWords } from '../ui/words';
import { useErrorOf, type DraftPartProps } from './benchmark-basics';
import { RUNGS, type RungName, type ScoreDraft } from './benchmark-draft';
import { parseYuan } from './yuan-input';

/** The operator's price lines in yuan, and the shop-score thresholds. */
export function LadderEditor({ draft, problems, readOnly, onChange }: DraftPartProps) {
  const words = useWords();
  const { ladder: own } = words.options.benchmarks;
  const errorOf = useErrorOf(problems);
  const odd = upsideDown(draft.ladder);
  const setScore = (key: string, patch: Partial<ScoreDraft>) =>
    onChange({
      scores: draft.scores.map((score) => (score.key === key ? { ...score, ...patch } : score)),
    });
  return (
    <>
      <p class="editor-text">{own.text}</p>
      <div class="ladder-fields">
        {RUNGS.map((rung) => (
          <span class="yuan-field" key={rung}>
            <TextField
              label={words.common.rungs[rung]}
              value={draft.ladder[rung]}
              disabled={readOnly}
              hint={own.hints[rung]}
              error={errorOf(rung)}
              placeholder={own.yuan}
              onInput={(text) => onChange({ ladder: { ...draft.ladder, [rung]: text } })}
            />
          </span>
        ))}
      </div>
      {odd !== null && (
        <Notice kind="remark">
          {own.above(words.common.rungs[odd.upper], words.common.rungs[odd.lower])}
        </Notice>
      )}
      <h3>{own.scores}</h3>
      <p class="editor-text">{own.scoresText}</p>
      {draft.scores.map((score) => (
        <div class="score-row" key={score.key}>
          <TextField
            label={own.scoreName}
            value={score.name}
            disabled={readOnly}
            error={errorIn(problems, score.key, 'score-name', words.options.benchmarks.error)}
            onInput={(name) => setScore(score.key, { name })}
          />
          <TextField
            label={own.scoreMin}
            value={score.min}
            disabled={readOnly}
            error={errorIn(problems, score.key, 'score-number', words.options.benchmarks.error)}
            onInput={(min) => setScore(score.key, { min })}
          />
          <IconButton
            icon="cross"
            label={own.removeScore(score.name)}
            disabled={readOnly}
            onClick={() =>
              onChange({ scores: draft.scores.filter((each) => each.key !== score.key) })
            }
          />
        </div>
      ))}
      <Button
        icon="plus"
        disabled={readOnly || draft.scores.length >= 20}
        onClick={() =>
          onChange({ scores: [...draft.scores, { key: crypto.randomUUID(), name: '', min: '' }] })
        }
      >
        {own.addScore}
      </Button>
    </>
  );
}

function errorIn<C extends string>(
  problems: DraftPartProps['problems'],
  key: string,
  code: C,
  sentences: Record<C, string>,
): string | null {
  const found = problems.some((each) => each.field === `score-${key}` && each.code === code);
  return found ? sentences[code] : null;
}

/** Two lines that stand the wrong way round, as a remark: 日常价 is above 活动价 is above 底价. */
function upsideDown(ladder: Record<RungName, string>): { upper: RungName; lower: RungName } | null {
  const order: RungName[] = ['daily', 'promo', 'member', 'floor'];
  const set = order.flatMap((rung) => {
    const input = parseYuan(ladder[rung]);
    return input.state === 'fen' ? [{ rung, fen: input.fen }] : [];
  });
  for (const [index, upper] of set.entries()) {
    for (const lower of set.slice(index + 1)) {
      // 活动价 and 会员价 may stand either way; every line stands above the floor.
      if (upper.rung === 'promo' && lower.rung === 'member') continue;
      if (lower.fen > upper.fen) return { upper: upper.rung, lower: lower.rung };
    }
  }
  return null;
}
