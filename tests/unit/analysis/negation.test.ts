import { describe, expect, test } from 'vitest';
import { isDenied, saysNo } from '../../../lib/analysis/negation';

function denied(phrase: string, text: string): boolean {
  const at = text.indexOf(phrase);
  if (at === -1) throw new Error(`${phrase} is not in ${text}`);
  return isDenied(text, at, at + phrase.length);
}

describe('denied', () => {
  test.each([
    ['酒精', '不含酒精'],
    ['防水', '非防水面料'],
    ['荧光剂', '无荧光剂'],
    ['酒精', '未添加酒精，放心用'],
    ['防水', '不是防水材质'],
    ['熨烫', '免熨烫'],
    ['防水', '本品不防水'],
    ['防水', '没有防水功能'],
    ['酒精', '不含任何酒精'],
    ['香精', '未添加人工香精'],
    ['酒精', '0酒精'],
    ['酒精', '0添加酒精'],
    ['酒精', '零添加酒精'],
    ['酒精', '拒绝酒精'],
    ['防水', '不支持防水'],
    ['水洗', '不能水洗'],
    ['水洗', '不可水洗'],
    ['电池', '无需电池'],
    ['防水', '并非防水'],
    ['防水', '不完全防水'],
    ['酒精', '不含 酒精'],
    ['酒精', '不\u200B含\u200B酒精'],
    ['酒精', '不含“酒精”'],
    ['酒精', '不含：酒精'],
    ['酒精', '不含对皮肤有刺激的酒精'],
    ['香精', '不含酒精、香精、色素'],
    ['色素', '不含酒精、香精和色素'],
    ['香精', '无酒精香精色素添加'],
    ['含酒精', '不含酒精'],
    ['甲醛', '甲醛未检出'],
    ['甲醛', '甲醛含量：0。'],
    ['防水', '防水：否'],
    ['防水', '防水：不支持'],
    ['酒精', '是否含酒精：否'],
    ['防水', '是否防水？'],
    ['防水', '到底能不能防水'],
    ['waterproof', 'not waterproof'],
    ['waterproof', 'Non-waterproof'],
    ['alcohol', 'without alcohol'],
    ['alcohol', 'alcohol-free formula'],
    ['防水', '轻便，不防水'],
  ])('%s in %s', (phrase, text) => {
    expect(denied(phrase, text)).toBe(true);
  });

  test('防不防水 asks', () => {
    expect(isDenied('防不防水', 2, 4)).toBe(true);
  });
});

describe('not denied', () => {
  test.each([
    ['防水', '不仅防水还透气'],
    ['防水', '不但防水'],
    ['防水', '不只是防水'],
    ['防水', '无论晴雨都防水'],
    ['防水', '无论防水还是透气'],
    ['防水', '非常防水'],
    ['防水', '不易变形防水'],
    ['不易变形', '不易变形'],
    ['无荧光剂', '无荧光剂添加'],
    ['不掉色', '久洗不掉色'],
    ['蓝牙', '无线蓝牙'],
    ['内胆', '不锈钢内胆'],
    ['透气', '不闷热，透气'],
    ['透气', '不闷热。透气'],
    ['透气', '不闷热\n透气'],
    ['防水', '不含酒精、防水配方'],
    ['防水', '无荧光剂、防水'],
    ['UPF50+', '不含酒精、UPF50+'],
    ['防水', '南非防水面料'],
    ['防水', '特别防水'],
    ['防晒', 'SPF50防晒'],
    ['透气', '100%透气'],
    ['防水', '防水不掉色'],
    ['防水', '防水无异味'],
    ['防水', '不得不防水'],
    ['透气', '无一不透气'],
    ['防水', '是否防水：是'],
    ['防水', '防水：支持'],
    ['防水', '不是雨衣而是防水外套'],
    ['防水', '独一无二防水'],
    ['防水', '免费防水喷涂'],
    ['防水', '难得一见的防水'],
    ['透气', '不错的透气性'],
    ['alcohol', 'knot alcohol'],
    ['waterproof', 'Not this one. waterproof'],
    ['酒精', '含酒精'],
  ])('%s in %s', (phrase, text) => {
    expect(denied(phrase, text)).toBe(false);
  });
});

test.each([
  ['否', true],
  ['无', true],
  ['不支持', true],
  ['不防水', true],
  ['非防水', true],
  ['未检出', true],
  ['No', true],
  ['-', true],
  ['', true],
  ['0', true],
  ['是', false],
  ['IPX4', false],
  ['不锈钢', false],
  ['非常好', false],
  ['无线', false],
  ['Nordic', false],
  ['100', false],
])('a value of %j says no: %s', (value, expected) => {
  expect(saysNo(value)).toBe(expected);
});
