import { Popup, type PopupProps, type PopupState } from '../../../components/popup/popup';
import type { PopupActions } from '../../../components/popup/popup-actions';
import type { Inspection } from '../../../lib/inspection/inspection';
import type { Command } from '../../../lib/messaging/commands';
import { ok, type FailureCode } from '../../../lib/messaging/result';
import type { TabAnswer } from '../../../lib/messaging/tab-answer';
import {
  ambiguousInspection,
  askInspection,
  fromPriceInspection,
  gatedInspection,
  hostileInspection,
  manyMatchesInspection,
  mineInspection,
  noBenchmarkInspection,
  noneFitsInspection,
  sampleInspection,
} from '../../fixtures/sample-inspection';
import { sampleCoverage } from '../../fixtures/sample-coverage';
import { SAMPLE_NOW_MS, SAMPLE_TITLE } from '../../fixtures/sample-snapshot';

/** Actions that note what was asked and answer that it was done, unless told otherwise. */
export function sampleActions(overrides: Partial<PopupActions> = {}) {
  const commands: Command[] = [];
  const asked: string[] = [];
  const actions: PopupActions = {
    run: async (command) => {
      commands.push(command);
      return ok({ revision: 1 });
    },
    checkTitle: async () => ok(sampleCoverage(SAMPLE_TITLE)),
    reread: async () => {
      asked.push('reread');
      return ok(null);
    },
    retry: () => asked.push('retry'),
    openSidePanel: () => asked.push('side panel'),
    reloadTab: () => asked.push('reload'),
    openOptions: (hash) => asked.push(hash),
    keepDraft: () => undefined,
    ...overrides,
  };
  return { actions, commands, asked };
}

export const answered = (answer: TabAnswer): PopupState => ({ phase: 'answered', answer });
export const inspected = (inspection: Inspection, saved: FailureCode | null = null): PopupState =>
  answered({ state: 'inspected', inspection, saved });

/** The popup in a state, with everything else as usual. */
export function samplePopup(state: PopupState, more: Partial<PopupProps> = {}) {
  return (
    <Popup
      state={state}
      storage={null}
      benchmarks={[
        { id: 'sun-women', name: '防晒衣·女' },
        { id: 'shell-men', name: '冲锋衣·男' },
      ]}
      draft={null}
      nowMs={SAMPLE_NOW_MS + 4 * 60_000}
      removed={false}
      actions={sampleActions().actions}
      {...more}
    />
  );
}

/** Every state that the popup can be in, by name. */
export const POPUP_STATES: Record<string, { state: PopupState; more?: Partial<PopupProps> }> = {
  competitor: { state: inspected(sampleInspection()) },
  mine: { state: inspected(mineInspection()) },
  'no benchmark yet': { state: inspected(noBenchmarkInspection()) },
  'none fits': { state: inspected(noneFitsInspection()) },
  ask: { state: inspected(askInspection()) },
  gated: { state: inspected(gatedInspection()) },
  'ambiguous price': { state: inspected(ambiguousInspection()) },
  'from price': { state: inspected(fromPriceInspection()) },
  hostile: { state: inspected(hostileInspection()) },
  '200 matches': { state: inspected(manyMatchesInspection()) },
  'visit not saved': { state: inspected(sampleInspection(), 'full') },
  'read-only store': { state: inspected(sampleInspection()), more: { storage: 'read-only' } },
  'broken store': { state: answered({ state: 'unsupported' }), more: { storage: 'broken' } },
  'blocked store': { state: inspected(sampleInspection()), more: { storage: 'blocked' } },
  'overlay removed': { state: inspected(sampleInspection()), more: { removed: true } },
  loading: { state: { phase: 'loading' } },
  failed: { state: { phase: 'failed', code: 'internal' } },
  unsupported: { state: answered({ state: 'unsupported' }) },
  'unsupported, no benchmarks': {
    state: answered({ state: 'unsupported' }),
    more: { benchmarks: [] },
  },
  'not listing': { state: answered({ state: 'not-listing' }) },
  'not ready': { state: answered({ state: 'not-ready' }) },
  login: { state: answered({ state: 'blocked', why: 'login' }) },
  slider: { state: answered({ state: 'blocked', why: 'slider' }) },
  punish: { state: answered({ state: 'blocked', why: 'punish' }) },
  'off shelf': { state: answered({ state: 'off-shelf' }) },
  changed: {
    state: answered({ state: 'changed', missing: ['title', 'finalPrice', '__proto__'] }),
  },
  reload: { state: answered({ state: 'reload' }) },
  'off here': { state: answered({ state: 'off-here', host: 'detail.tmall.com' }) },
};
