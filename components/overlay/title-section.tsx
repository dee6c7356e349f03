import { useState } from 'preact/hooks';
import type { KeywordMatch, TitleCoverage } from '../../lib/analysis/coverage-result';
import type { Metric } from '../../lib/benchmark/keyword';
import type { Inspection } from '../../lib/inspection/inspection';
import { groupedText } from '../../lib/listing/grouped-text';
import { Chip } from '../ui/chip';
import { Meter } from '../ui/meter';
import { clockText } from '../ui/when-text';
import { useWords } from '../ui/words';
import { MOST_PAINTED, paintTitle, PAINTED_TIERS } from './paint-title';
import { changedTexts } from './changed-texts';
import { LateDetails } from './late-details';
import { Section } from './section';
import './title-section.css';

const CHIPS = 4;
const MANY_CHIPS = 60;
const WORDS = 80;

/** The title with its keywords painted, its length, and what it lacks by weight. */
export function TitleSection(props: { inspection: Inspection; onAddKeywords: () => void }) {
  const { inspection, onAddKeywords } = props;
  const words = useWords();
  const text = words.overlay.title;
  const { coverage } = inspection;
  const { value: title, from } = inspection.snapshot.title;
  if (title === null || from === null) {
    return (
      <Section name={text.heading}>
        <p>{text.noTitle}</p>
      </Section>
    );
  }
  const source = text.from(words.common.provenance[from.source], clockText(from.atMs));
  return (
    <Section
      name={text.heading}
      from={source}
      changed={changedTexts(inspection.news, 'title', words)}
    >
      <bdi class="painted-title" dir="auto">
        {paintTitle(title, coverage?.matches ?? []).map(({ text: stretch, tier }, at) =>
          tier === null ? (
            stretch
          ) : (
            <span key={at} class={`tier-${tier}`} title={words.common.tiers[tier]}>
              {stretch}
            </span>
          ),
        )}
        {title.length > MOST_PAINTED && '…'}
      </bdi>
      {coverage !== null && coverage.total > 0 && <Figures coverage={coverage} />}
      {coverage !== null && coverage.total === 0 && (
        <p>
          {text.noKeywords}{' '}
          <button type="button" class="dock-link" onClick={onAddKeywords}>
            {text.addKeywords}
          </button>
        </p>
      )}
    </Section>
  );
}

function Figures({ coverage }: { coverage: TitleCoverage }) {
  const words = useWords();
  const text = words.overlay.title;
  const { units, limitUnits } = coverage.length;
  const figure = words.common.counts.titleLength(units, limitUnits);
  const over = units > limitUnits;
  return (
    <>
      <div class="title-meter">
        <span class={over ? 'title-over' : ''} title={words.common.lengthHint}>
          {figure}
        </span>
        <Meter share={units / limitUnits} label={text.length(figure)} over={over} />
        {over ? (
          <span class="title-over">{words.common.overLimit(units - limitUnits)}</span>
        ) : (
          <Legend />
        )}
      </div>
      {coverage.repeated.length > 0 && (
        <p class="title-repeated">
          {coverage.repeated
            .slice(0, 4)
            .map(({ word, count }) => text.repeated(word, count))
            .join(' · ')}
        </p>
      )}
      <MissingWords coverage={coverage} />
      <WordList coverage={coverage} />
    </>
  );
}

function Legend() {
  const { legend } = useWords().overlay.title;
  return (
    <span class="title-legend">
      {PAINTED_TIERS.map((tier) => (
        <span key={tier} class={`tier-${tier}`}>
          {legend[tier]}
        </span>
      ))}
    </span>
  );
}

/** A weight as a figure or a range: "8,210", "600 ~ 1,200"; null where the word has none. */
export function weightText(weight: Metric | null): string | null {
  if (weight === null) return null;
  return weight.min === weight.max
    ? groupedText(weight.min)
    : `${groupedText(weight.min)} ~ ${groupedText(weight.max)}`;
}

function MissingWords({ coverage }: { coverage: TitleCoverage }) {
  const words = useWords();
  const text = words.overlay.title;
  const [all, setAll] = useState(false);
  if (coverage.counts.missing === 0) return <p>{text.allFound}</p>;
  const shown = coverage.missing.slice(0, all ? MANY_CHIPS : CHIPS);
  const more = coverage.counts.missing - shown.length;
  const kind = coverage.weightMetric?.kind ?? '';
  return (
    <ul class="title-chips" aria-label={text.missing}>
      {shown.map((match, at) => {
        const weight = weightText(match.weight);
        return (
          <li key={match.word}>
            <Chip word={match.word}>
              {weight === null ? undefined : at === 0 ? text.popularity(kind, weight) : weight}
            </Chip>
          </li>
        );
      })}
      {(more > 0 || all) && (
        <li>
          <button type="button" class="title-more" onClick={() => setAll(!all)}>
            {all && more <= 0 ? text.fewer : text.moreMissing(more)}
          </button>
        </li>
      )}
    </ul>
  );
}

/** Word by word: tier, what it lacks, which synonym stood for it. */
function WordList({ coverage }: { coverage: TitleCoverage }) {
  const words = useWords();
  const text = words.overlay.title;
  if (coverage.matches.length === 0) return null;
  const metric = coverage.weightMetric;
  return (
    <LateDetails class="title-words" summary={text.showWords(coverage.matches.length)}>
      {() => (
        <>
          <ul>
            {coverage.matches.slice(0, WORDS).map((match) => (
              <WordRow key={match.word} match={match} />
            ))}
          </ul>
          {metric !== null && (
            <p>{text.weightNote(metric.kind, coverage.weightedWords, coverage.total)}</p>
          )}
        </>
      )}
    </LateDetails>
  );
}

function WordRow({ match }: { match: KeywordMatch }) {
  const words = useWords();
  const weight = weightText(match.weight);
  const remarks = [
    ...(match.viaSynonym === null ? [] : [words.common.viaSynonym(match.viaSynonym)]),
    ...(match.tier === 'partial'
      ? [words.overlay.title.partial(match.missingParts.join(words.common.listSeparator))]
      : []),
  ];
  return (
    <li>
      <span class={`word-tier word-tier-${match.tier}`}>{words.common.tiers[match.tier]}</span>
      <span class="word-name">
        {match.word}
        {remarks.length > 0 && <small> {remarks.join(' ')}</small>}
      </span>
      {weight !== null && <span class="word-weight">{weight}</span>}
    </li>
  );
}
