import { commands } from 'vitest/browser';
import type { LabelledTitle } from '../unit/segmenter/labelled-titles';

const PARTS = [
  '2026新款 韩版 法式 ins风 百搭 显瘦 加绒 加厚 小众 轻奢 复古 便携 大容量 家用 儿童 情侣 学生 女士'.split(
    ' ',
  ),
  '春夏 秋冬 夏季 冬季 收腰 宽松 高腰 防滑 防水 透气 静音 冰丝 纯棉 真皮 不锈钢 UPF50+ 500ml 3件套'.split(
    ' ',
  ),
  '连衣裙女 阔腿裤 羽绒服男 防晒衣 帆布鞋 双肩包 手机壳iPhone14 保温杯 四件套 蓝牙耳机 空气炸锅 猫砂盆'.split(
    ' ',
  ),
  '洋气 高级感 送女友 官方旗舰店 正品包邮 设计感 网红爆款 厨房卧室 户外运动 中老年妈妈装'.split(
    ' ',
  ),
];

/** Titles of 20 to 60 characters for invented goods, always the same. */
export function madeTitles(count: number): string[] {
  let seed = 20_261_122;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () => {
    const length = 20 + random(41);
    let title = '';
    for (let at = 0; title.length < length; at++) {
      const part = PARTS[at % PARTS.length]!;
      title += part[random(part.length)]!;
    }
    return title.slice(0, 60);
  });
}

/** Real titles with their labelled words, read where they lie beside the project; null where they are absent. */
export async function labelledTitles(): Promise<LabelledTitle[] | null> {
  try {
    const text = await commands.readFile('../shared/domain/titles/labelled.jsonl');
    const lines = text.split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line) as LabelledTitle);
  } catch {
    return null;
  }
}

/** The first of those titles, without their labels. */
export async function realTitles(count: number): Promise<string[] | null> {
  return (await labelledTitles())?.slice(0, count).map(({ title }) => title) ?? null;
}
