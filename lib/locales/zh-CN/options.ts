import { bank } from './options-bank';
import { benchmarks } from './options-benchmark';
import { calendar } from './options-calendar';
import { changes } from './options-changes';
import { compare } from './options-compare';
import { data } from './options-data';
import { imports } from './options-import';
import { report } from './options-report';
import { watch } from './options-watch';

/** The options words in Chinese; the English catalog has the same shape. */
export const options = {
  pageTitle: (room: string) => `${room} · 标尺`,
  skipToContent: '跳到内容',
  nav: {
    label: '页面',
    watch: '关注清单',
    changes: '变化',
    compare: '对比',
    report: '竞品周报',
    benchmarks: '基准',
    bank: '关键词库',
    data: '数据',
    import: '导入关键词表',
    backup: '备份与恢复',
    health: '读取状况',
    settings: '设置',
    about: '关于与隐私',
    welcome: '开始使用',
    unsaved: '未保存',
  },
  loading: '正在打开你的数据',
  gate: {
    readOnly:
      '更新版本的标尺写过这份数据，现在只能查看，不能修改。数据完整；换回较新的版本后就能修改。',
    broken:
      '本机的数据有一处打不开，现在不能保存；标尺没有删除任何东西。还能读哪些、怎么导出和恢复，都写在下面这一页。',
    full: '磁盘或浏览器配额已满：现在能看、能导出，存不进去。以前的数据都在；清出空间后，没存下的会自己再存。',
    failed: '打不开数据库。数据没有变动。',
  },
  stillTyped: '你写的内容还在这里。',
  unreadable: (n: number) => `${n} 条记录读不出来，已单独保管，没有显示，也没有删除。`,
  out: {
    copy: '复制表格',
    more: '其他导出方式',
    markdown: '复制为 Markdown 表格',
    csv: '存为 CSV 文件',
    xlsx: '存为 XLSX 文件',
    copied: (rows: number) => `已复制 ${rows.toLocaleString('zh-CN')} 行，可粘贴到表格软件`,
    copyFailed: '复制没有成功。请点一下页面再试。',
    writing: '正在生成表格',
    saveFailed: '表格没有存成文件。数据没有变动，再试一次。',
  },
  yes: '是',
  no: '否',
  watch,
  calendar,
  changes,
  compare,
  report,
  benchmarks,
  bank,
  imports,
  ...data,
};
