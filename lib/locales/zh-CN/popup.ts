/** The popup's words in Chinese; the English catalog has the same shape. */
export const popup = {
  benchmark: '基准',
  chooseBenchmark: '选择基准',
  newBenchmark: '新建基准',
  more: '更多操作',
  menu: {
    reread: '重新读取',
    myShop: '这是我的店',
    offHere: (site: string) => `在${site}上关掉标尺`,
    watchlists: '关注清单',
    thisBenchmark: '编辑这个基准',
    benchmarks: '基准',
    health: '读取状况',
    backup: '备份与恢复',
    settings: '设置',
  },

  facts: {
    label: '三个要点',
    keywords: '标题关键词',
    points: '卖点',
    weighted: (share: string) => `加权 ${share}`,
    manual: (n: number) => `${n} 需人工`,
    unread: (n: number) => `${n} 读不到`,
    noBenchmark: '未选基准',
    noKeywords: '没有关键词',
    noPoints: '没有卖点',
    noTitle: '标题读不到',
    noLadder: '没有价格线',
  },
  unreadFields: (n: number) => `${n} 项读不到`,
  absentFields: (n: number) => `${n} 项页面没有`,
  visitNotSaved: {
    what: (why: string) => `这次读取没有存下：${why}。`,
    safe: '以前的记录都在，下面的数是刚读到的。',
    next: '解决以后点“重新读取”。',
  },

  cleared: {
    what: '标尺的数据在本机被清掉过，不是第一次使用。',
    next: '价格记录和导入已从封存文件补回，其余要用备份文件恢复。',
    open: '去恢复',
  },

  removed: {
    what: '这个页面一直移除标尺的界面，标尺不再放回去。',
    safe: '读取和记录照常。要边看边对，请用侧边栏。',
    open: '打开侧边栏',
  },

  ask: {
    title: '几个基准都合适，用哪个？',
    text: '选一次就记住，以后这个商品都用它。',
  },
  none: {
    title: '没有合适的基准',
    text: '在上面选一个，或为这类商品新建一个。',
  },
  empty: {
    title: '还没有基准',
    text: '粘贴关键词、写下卖点和价格线，这里就有答案。',
    start: '开始建立',
  },

  changes: {
    title: (when: string) => `自上次（${when}）以来`,
    none: '没有变化',
    noneRead: '读到的部分没有变化',
    more: (n: number) => `另 ${n} 处变化`,
    last: (when: string, price: string) => `上次看到：${when}，公开到手价 ${price}`,
  },
  gaps: {
    title: '缺口',
    words: '标题缺词',
    points: '卖点',
    none: '关键词和卖点都没有缺口',
  },

  note: {
    label: '备注',
    placeholder: '写一条备注…',
    unread: '现在读不到已有的备注，读到后再写',
    tags: '标签',
    addTag: '加标签，回车确认',
    tooManyTags: '最多 30 个标签',
    retry: '再存一次',
  },
  star: {
    on: '已关注',
    off: '关注',
    lists: '放进哪个清单',
    added: '已关注',
    removed: '已取消关注',
    addedTo: (list: string) => `已放进「${list}」`,
    removedFrom: (list: string) => `已从「${list}」移出`,
  },
  done: {
    benchmark: '已换基准',
    myShop: '已记为我的店',
    notMyShop: '不再记为我的店',
    reread: '已请页面重新读取',
  },
  allData: '全部数据',

  check: {
    open: '检查一条标题',
    title: '检查标题',
    back: '返回',
    label: '标题',
    placeholder: '粘贴或输入一条标题',
    noBenchmarks: '还没有基准，先建一个再来检查。',
    limit: '标题上限',
    length: (units: number, limit: number, characters: number) =>
      `${units}/${limit} 半角位 · ${characters} 字`,
    missing: '缺词',
    noneMissing: '没有缺词',
    mustHave: '必备词缺失',
    repeated: (word: string, count: number) => `「${word}」重复 ${count} 次`,
    tiers: '匹配程度',
  },

  pages: {
    unsupported: {
      title: '这一页标尺读不了',
      text: '打开天猫或淘宝的商品详情页，再点这里。也可以在下面检查一条标题。',
    },
    notListing: {
      title: '这一页没有商品',
      text: '打开一个商品的详情页，再点这里。',
    },
    notReady: {
      title: '页面还在加载',
      text: '商品内容一出现就会读取，不用刷新。',
    },
    blocked: {
      login: {
        title: '已停读：需要登录',
        text: '这是登录页，标尺没有读取任何内容。登录后回到商品页就会继续。',
      },
      slider: {
        title: '已停读：安全验证',
        text: '页面要求滑块验证，标尺没有读取任何内容。请亲手完成验证，再打开商品页。',
      },
      punish: {
        title: '已停读：访问受限',
        text: '平台暂时限制了访问，标尺没有读取任何内容。过一会儿再打开商品页。',
      },
    },
    offShelf: {
      title: '商品已下架或不存在',
      text: '这次没有读取。以前的记录、备注都还在。',
    },
    changed: {
      title: '页面结构变了，标尺认不出来',
      text: '为了不给错数，这次没有记录。以前的数据都在。先重新读取；仍不行，请更新标尺。',
      missing: (fields: string) => `没找到：${fields}`,
    },
    reload: {
      title: '这个页面需要重新加载',
      text: '它在标尺安装或更新之前就打开了。重新加载后就能读取，数据不受影响。',
      action: '重新加载页面',
    },
    offHere: {
      title: (site: string) => `你在${site}上关掉了标尺`,
      text: '已有的数据都还在。',
      action: '重新打开',
    },
    failed: { title: '没有拿到答案' },
  },
};
