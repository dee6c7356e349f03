import type { Catalog } from '../catalog';

/** The popup's words in English. */
export const popup: Catalog['popup'] = {
  benchmark: 'Benchmark',
  chooseBenchmark: 'Choose a benchmark',
  newBenchmark: 'New benchmark',
  more: 'More actions',
  menu: {
    reread: 'Read again',
    myShop: 'This is my shop',
    offHere: (site) => `Switch off on ${site}`,
    watchlists: 'Watchlists',
    thisBenchmark: 'Edit this benchmark',
    benchmarks: 'Benchmarks',
    health: 'Reading report',
    backup: 'Backup and restore',
    settings: 'Settings',
  },

  facts: {
    label: 'Three facts',
    keywords: 'Title keywords',
    points: 'Selling points',
    weighted: (share) => `weighted ${share}`,
    manual: (n) => `${n} by hand`,
    unread: (n) => `${n} unread`,
    noBenchmark: 'no benchmark',
    noKeywords: 'no keywords',
    noPoints: 'no selling points',
    noTitle: 'title not read',
    noLadder: 'no price lines',
  },
  unreadFields: (n) => `${n} not read`,
  absentFields: (n) => `${n} not on the page`,
  visitNotSaved: {
    what: (why) => `This reading was not stored: ${why}.`,
    safe: 'Earlier records are there; the figures below have just been read.',
    next: 'Put that right, then read it again.',
  },

  cleared: {
    what: 'Yardstick’s data on this computer was cleared; this is not a first start.',
    next: 'Price records and imports are back from sealed files; restore the rest from a backup file.',
    open: 'Restore',
  },

  removed: {
    what: 'This page keeps removing the overlay, so it stays away.',
    safe: 'Reading and recording go on. The side panel shows the same.',
    open: 'Open the side panel',
  },

  ask: {
    title: 'Several benchmarks fit. Which one?',
    text: 'You are asked once; this listing keeps your choice.',
  },
  none: {
    title: 'No benchmark fits',
    text: 'Choose one above, or make one for this product line.',
  },
  empty: {
    title: 'No benchmark yet',
    text: 'Paste keywords, name selling points, set your price lines, and the answer is here.',
    start: 'Set one up',
  },

  changes: {
    title: (when) => `Since the last visit (${when})`,
    none: 'Nothing has changed',
    noneRead: 'Nothing that was read has changed',
    more: (n) => `${n} more ${n === 1 ? 'change' : 'changes'}`,
    last: (when, price) => `Last seen ${when}, public price ${price}`,
  },
  gaps: {
    title: 'Gaps',
    words: 'Words the title lacks',
    points: 'Selling points',
    none: 'No gaps in keywords or selling points',
  },

  note: {
    label: 'Note',
    placeholder: 'Write a note…',
    unread: 'The note there is can’t be read now; write once it is',
    tags: 'Tags',
    addTag: 'Add a tag, then Enter',
    tooManyTags: 'At most 30 tags',
    retry: 'Save again',
  },
  star: {
    on: 'Watching',
    off: 'Watch',
    lists: 'Which lists',
    added: 'Added to your watchlist',
    removed: 'Taken off your watchlist',
    addedTo: (list) => `Added to “${list}”`,
    removedFrom: (list) => `Taken off “${list}”`,
  },
  done: {
    benchmark: 'Benchmark switched',
    myShop: 'Noted as my shop',
    notMyShop: 'No longer noted as my shop',
    reread: 'The page is being read again',
  },
  allData: 'All data',

  check: {
    open: 'Check a title',
    title: 'Check a title',
    back: 'Back',
    label: 'Title',
    placeholder: 'Paste or type a title',
    noBenchmarks: 'There is no benchmark yet. Make one first.',
    limit: 'Title limit',
    length: (units, limit, characters) => `${units}/${limit} units · ${characters} characters`,
    missing: 'Missing words',
    noneMissing: 'No word is missing',
    mustHave: 'Must-have words missing',
    repeated: (word, count) => `“${word}” stands ${count} times`,
    tiers: 'How closely',
  },

  pages: {
    unsupported: {
      title: 'Yardstick cannot read this page',
      text: 'Open a Tmall or Taobao listing and click here again, or check a title below.',
    },
    notListing: {
      title: 'There is no listing on this page',
      text: 'Open a listing and click here again.',
    },
    notReady: {
      title: 'The page is still loading',
      text: 'It is read as soon as the listing appears; no need to refresh.',
    },
    blocked: {
      login: {
        title: 'Stopped reading: login needed',
        text: 'This is a login page; nothing was read. It goes on after you log in and open the listing.',
      },
      slider: {
        title: 'Stopped reading: security check',
        text: 'The page asks for a slider check; nothing was read. Do it yourself, then open the listing.',
      },
      punish: {
        title: 'Stopped reading: access restricted',
        text: 'The platform restricts access for now; nothing was read. Open the listing again later.',
      },
    },
    offShelf: {
      title: 'The listing is off the shelf or gone',
      text: 'Nothing was read this time. Earlier records and your notes are still there.',
    },
    changed: {
      title: 'The page is built in a way Yardstick does not know',
      text: 'Nothing was recorded, rather than a wrong number. Earlier data is safe. Read it again; if that does not help, update Yardstick.',
      missing: (fields) => `Not found: ${fields}`,
    },
    reload: {
      title: 'This page has to be reloaded',
      text: 'It was open before Yardstick was installed or updated. Reload it to read it; your data is safe.',
      action: 'Reload the page',
    },
    offHere: {
      title: (site) => `Yardstick is off on ${site}`,
      text: 'All data you have is still there.',
      action: 'Switch on again',
    },
    failed: { title: 'There is no answer' },
  },
};
