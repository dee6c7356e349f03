import type { Catalog } from '../catalog';

export const calendar: Catalog['options']['calendar'] = {
  title: 'Promotion calendar',
  text: 'Price charts shade these times. Each date has its source; switch off what is wrong, and add your own.',
  phases: {
    presale: 'pre-sale',
    'warm-up': 'warm-up',
    main: 'main',
    encore: 'encore',
    whole: 'whole event',
  },
  confidence: { B: 'several sources', C: 'one source' },
  sources: {
    reports: 'press reports, gathered 2026-11',
    template: 'one hobby template, read 2026-11',
  },
  openEnd: 'end unknown, only the start is drawn',
  own: 'added by you',
  undated: (names) =>
    `No reliable dates were found, so nothing is drawn: ${names}. Add them if you know them.`,
  raise: (event, before, raised, lowered) =>
    `Raised before ${event}, then lowered: ${before} → ${raised} → in the event ${lowered}`,
  name: 'Name of the event',
  from: 'First day',
  to: 'Last day',
  phase: 'Phase',
  edit: 'Change dates',
  reset: 'Put back',
  byYou: 'your dates',
  originally: (dates) => `was ${dates}`,
  minutes: { from: 'Begins (Beijing time)', to: 'Ends (Beijing time), empty if not known' },
  noStart: 'Say when it begins',
  add: 'Add',
  remove: (name) => `Remove ${name}`,
  incomplete: 'Give a name and both days',
  reversed: 'The last day is before the first',
};
