import type { LedgerCode } from '../../lib/listing/ledger-codes';
import { useWords } from '../ui/words';
import { RoomHead } from './shell';
import './settings.css';

/** A piece of open-source software in the build. */
export type Licence = { name: string; licence: string; holder: string };

/** What Yardstick reads, stores and sends, and what it knows of ledger codes. */
export function AboutRoom(props: {
  version: string;
  codes: readonly LedgerCode[];
  licences: readonly Licence[];
}) {
  const words = useWords();
  const { about: own } = words.options;
  const sources: Record<string, string> = own.sources;
  return (
    <div class="room-narrow">
      <RoomHead title={own.title} summary={own.version(props.version)} />
      <p>{own.intro}</p>
      <section class="panel">
        <h2>{own.sendTitle}</h2>
        <p>{own.sendText}</p>
        <h2>{own.readTitle}</h2>
        <p>{own.readText}</p>
        <h2>{own.notReadTitle}</h2>
        <p>{own.notReadText}</p>
        <h2>{own.storeTitle}</h2>
        <p>{own.storeText}</p>
      </section>
      <section class="panel">
        <h2>{own.codesTitle}</h2>
        <p>{own.codesText}</p>
        <table class="table about-codes">
          <thead>
            <tr>
              <th class="num">{own.code}</th>
              <th>{own.codeName}</th>
              <th>{own.codeKind}</th>
              <th>{own.codeStage}</th>
              <th>{own.confidence}</th>
              <th>{own.source}</th>
            </tr>
          </thead>
          <tbody>
            {props.codes.map((code) => (
              <tr key={`${code.code}/${code.stage}`}>
                <td class="num">{code.code}</td>
                <td>{code.name}</td>
                <td>{words.common.ledgerKinds[code.kind]}</td>
                <td>{own.stages[code.stage]}</td>
                <td>{own.confidences[code.confidence]}</td>
                <td>{sources[code.source] ?? code.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section class="panel">
        <h2>{own.licences}</h2>
        <p>{own.licencesText}</p>
        <ul class="about-licences">
          {props.licences.map(({ name, licence, holder }) => (
            <li key={name}>{`${name} · ${licence} · ${holder}`}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
