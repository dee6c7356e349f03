import type { Keyword } from '../../lib/benchmark/keyword';
import { keyword } from '../unit/analysis/keyword';

const AUDIENCE = ['女', '男', '儿童', '女童', '男童', '学生', '中老年', '大码', '情侣', '孕妇'];
const PRODUCT =
  '防晒衣 皮肤衣 连衣裙 半身裙 阔腿裤 牛仔裤 羽绒服 冲锋衣 卫衣 衬衫 外套 马丁靴 运动鞋 帆布鞋 凉鞋 双肩包 书包 斜挎包 保温杯 蓝牙耳机 充电宝 手机壳 数据线 台灯 电饭煲 空气炸锅 四件套 枕头 毛巾 收纳箱'.split(
    ' ',
  );
const MODIFIER =
  '夏季 秋冬 春秋 新款 2026 薄款 加厚 加绒 冰丝 纯棉 真丝 透气 速干 防水 防紫外线 UPF50+ 宽松 修身 显瘦 高腰 短袖 长袖 无袖 连帽 韩版 复古 ins 百搭 通勤 户外 大容量 轻便 静音 快充 Type-C 316L 500ml 便携 折叠 家用 高级感'.split(
    ' ',
  );

/** A small seeded generator, so that every run measures the same bank. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** Invented words of two characters, so that a large bank has as many roots as a real one. */
function inventedWords(size: number): string[] {
  const random = seeded(3);
  const HAN = 0x4e00;
  return Array.from({ length: size }, () =>
    String.fromCharCode(HAN + Math.floor(random() * 900), HAN + Math.floor(random() * 900)),
  );
}
const ALL_MODIFIERS = [...MODIFIER, ...inventedWords(1500)];
/** Frequent ones first, as words of a market are. */
const skewed = (random: () => number, size: number) => Math.floor(random() ** 3 * size);

/** A synthetic bank of `size` different keywords, two to five roots each, with 人气 ranges. */
export function syntheticBank(size: number, seed = 7): Keyword[] {
  const random = seeded(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
  const modifier = () => ALL_MODIFIERS[skewed(random, ALL_MODIFIERS.length)]!;
  const words = new Set<string>([...AUDIENCE, ...PRODUCT, ...MODIFIER]);
  while (words.size < size) {
    const parts = Array.from({ length: 1 + Math.floor(random() * 3) }, modifier);
    parts.splice(Math.floor(random() * (parts.length + 1)), 0, pick(PRODUCT));
    if (random() < 0.5) parts.push(pick(AUDIENCE));
    words.add(parts.join(''));
  }
  return [...words].slice(0, size).map((word) => {
    const min = Math.floor(50 + random() ** 4 * 50_000);
    const max = random() < 0.5 ? min : min * 2;
    return keyword(word, {
      metrics: [{ kind: '搜索人气', source: 'synthetic', period: '7d', min, max }],
    });
  });
}

/** Synthetic titles of about 20 to 60 characters. */
export function syntheticTitles(size: number, seed = 11): string[] {
  const random = seeded(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
  const modifier = () => ALL_MODIFIERS[skewed(random, ALL_MODIFIERS.length)]!;
  return Array.from({ length: size }, () => {
    const parts = Array.from({ length: 7 + Math.floor(random() * 8) }, modifier);
    parts.splice(2, 0, pick(PRODUCT), pick(AUDIENCE));
    return parts.join(random() < 0.5 ? ' ' : '');
  });
}

const HEADS = ['最', '全网', '国家级', '第一', '顶级', '😊', '５０', 'UPF50+'];
const TWENTY = '夏季冰丝防晒衣女款薄外套透气防紫外线大码';

/** Words that share a few heads, one of 20 characters, emoji and full-width digits among them. */
export function hardWords(size: number): string[] {
  const random = seeded(17);
  const words = new Set<string>([TWENTY, ...HEADS]);
  while (words.size < size) {
    const tail = Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
      String.fromCharCode(0x4e00 + Math.floor(random() * 40)),
    );
    words.add(HEADS[Math.floor(random() * HEADS.length)]! + tail.join(''));
  }
  return [...words];
}

/** A title of 60 characters made of nothing but heads and their tails. */
export function hardText(seed: number): string {
  const random = seeded(seed + 100);
  let text = seed % 10 === 0 ? TWENTY : '';
  while (text.length < 60)
    text +=
      random() < 0.4
        ? HEADS[Math.floor(random() * HEADS.length)]!
        : String.fromCharCode(0x4e00 + Math.floor(random() * 40));
  return text;
}
