/**
 * How much of something is sold at one price. `amount` counts milligrams for `g`, microlitres for
 * `ml`, and pieces for `piece`, whose `word` is the page's own measure word (片, 抽, 袋 …).
 * `text` is the piece of text that it was read from.
 */
export type Quantity = {
  measure: 'g' | 'ml' | 'piece';
  word: string;
  amount: number;
  text: string;
};

/** What a text says of the quantity: nothing, one thing, or something that can't be counted on. */
export type QuantityReading = Quantity | 'none' | 'unsure';

const MASS: Record<string, number> = {
  mg: 1,
  毫克: 1,
  g: 1000,
  克: 1000,
  斤: 500_000,
  kg: 1_000_000,
  千克: 1_000_000,
  公斤: 1_000_000,
};
const VOLUME: Record<string, number> = { ml: 1000, 毫升: 1000, l: 1_000_000, 升: 1_000_000 };
/** What is inside a package, and the packages themselves. */
const CONTENT = [
  '片',
  '抽',
  '粒',
  '颗',
  '枚',
  '张',
  '贴',
  '节',
  '条',
  '支',
  '只',
  '个',
  '件',
  '双',
];
const PACKAGE = ['袋', '包', '盒', '瓶', '罐', '桶', '箱', '提', '卷', '听', '杯'];

const UNITS = [...Object.keys(MASS), ...Object.keys(VOLUME), ...CONTENT, ...PACKAGE].sort(
  (a, b) => b.length - a.length,
);
const NUMBER = '\\d+(?:\\.\\d+)?';
const TERM = `${NUMBER}(?:${UNITS.join('|')})`;
const FACTOR = `(?:${TERM}|${NUMBER})`;
/** 500g, 500g*2袋, 12*500ml, 10片/盒*3盒 */
const CHAIN = new RegExp(`${FACTOR}(?:/(?:${PACKAGE.join('|')}))?(?:[*×x]${FACTOR})*`, 'g');
const HAS_TERM = new RegExp(TERM);

/** 买一送一, gifts, choices, promotions and guesses: what one gets is not what the number says. */
const GIFTS =
  /[送赠]|第[一二两三四五六七八九十\d]|任选|自选|随机|混装|组合|约|左右|以[上内]|不等|[大小]于|满|折|[+~]|\d-\d|或|买.{0,3}[得发享]/;
/** A figure of something else than what is in the parcel: of one part, a body, a load, a fabric. */
const OF_SOMETHING_ELSE =
  /每|单[片袋包盒瓶支个颗粒件]|毛重|承重|载重|体重|身高|建议|推荐|适[合用]|最大|可[装容放]|吸[水油]|充绒|含绒|克重|重磅|面料|平方|gsm|\d[小大独内][片袋包盒条]/;
const SPELT_OUT = new RegExp(
  `[一二两三四五六七八九十百半双几](?:${[...CONTENT, ...PACKAGE, '斤', '升', '克', '套', '份', '组'].join('|')})`,
);
/** Where a bare "128g" or "5g" is memory or a network, and no weight. */
const NOT_WEIGHT = /手机|网络|全网通|内存|存储|固态|硬盘|优盘|u盘|流量|wifi|路由|运行|平板/;
const POWER_OF_TWO = /^(?:2|4|8|16|32|64|128|256|512)$/;
const NETWORK = /(?<![\d.])[2-6]G(?![A-Za-z])/;
/** From here on a weight in 斤 is a person's. */
const A_PERSON_MG = 70 * 500_000;

/**
 * The quantity that a SKU's name, a title or an attribute's value states. `unsure` where it states
 * several, promises gifts, leaves a choice, spells numbers out, or where a unit may mean something
 * else (128G, 60支 yarn, size 3L): a unit price is never worked out from a guess.
 */
export function readQuantity(raw: string): QuantityReading {
  if (raw.length > 500) return 'unsure';
  const wide = raw.normalize('NFKC');
  if (NETWORK.test(wide)) return 'unsure';
  const text = wide
    .toLowerCase()
    .replace(/[✕✖]/g, '*')
    .replace(/(?<=[\d\p{L}])\s*([*×/])\s*(?=[\d\p{L}])|(?<=[\d\p{L}])\s+(x)\s+(?=\d)/gu, '$1$2')
    .replace(/(?<=\d)\s+(?=\p{L})/gu, '');
  if (!HAS_TERM.test(text)) return SPELT_OUT.test(text) ? 'unsure' : 'none';
  if (GIFTS.test(text) || OF_SOMETHING_ELSE.test(text) || SPELT_OUT.test(text)) return 'unsure';
  const chains = [...text.matchAll(CHAIN)].filter(([chain]) => HAS_TERM.test(chain));
  const [only] = chains;
  if (only === undefined || chains.length > 1) return 'unsure';
  const chain = only[0];
  if (!standsAlone(text, only.index, only.index + chain.length)) return 'unsure';
  if (NOT_WEIGHT.test(text) && /\dg/.test(chain)) return 'unsure';
  const product = productOf(chain);
  return product === null ? 'unsure' : { ...product, text: chain };
}

/** A number within a longer word or number is none of ours: 60支长绒棉, 3个月, a100g, 1,500g. */
function standsAlone(text: string, from: number, to: number): boolean {
  return (
    /(?:^|[\s([{【「《:;、。·|_!]|(?<!\d),|(?![a-z])\p{L})$/u.test(text.slice(0, from)) &&
    /^(?:$|[\s)\]}】」》(【[:;,、。·|_!]|[装入](?:$|[^\p{L}\p{N}*×/.%-]))/u.test(text.slice(to))
  );
}

function productOf(chain: string): Omit<Quantity, 'text'> | null {
  const perPackage = /\/(\p{L})/u.exec(chain)?.[1] ?? null;
  const factors = chain.replace(/\/\p{L}/u, '').split(/[*×x]/);
  const read = factors.map((factor) => {
    const number = new RegExp(`^${NUMBER}`).exec(factor)?.[0] ?? '';
    return { number, unit: factor.slice(number.length) };
  });
  const units = read.map(({ unit }) => unit).filter((unit) => unit !== '');
  // 10片/盒 says what is in a box and not how many boxes there are.
  if (perPackage !== null && !units.includes(perPackage)) return null;
  const inner = units.filter((unit) => !PACKAGE.includes(unit));
  const [unit] = inner.length === 1 ? inner : inner.length === 0 && units.length === 1 ? units : [];
  if (unit === undefined || new Set(units).size !== units.length) return null;
  const only = read.length === 1;
  const first = read.find((factor) => factor.unit === unit)?.number ?? '';
  if (only && unit === 'g' && POWER_OF_TWO.test(first)) return null;
  if (only && unit === '斤' && Number(first) * 500_000 >= A_PERSON_MG) return null;
  // Clothes come in 2L and 3L.
  if (only && unit === 'l' && !first.includes('.')) return null;
  const scale = MASS[unit] ?? VOLUME[unit] ?? 1;
  let amount = scale;
  for (const { number, unit: own } of read) {
    const times = exactTimes(amount, number);
    // Half a box is a misreading.
    if (times === null || (own !== unit && number.includes('.'))) return null;
    amount = times;
  }
  if (amount <= 0 || amount > 1e12) return null;
  if (MASS[unit] !== undefined) return { measure: 'g', word: 'g', amount };
  if (VOLUME[unit] !== undefined) return { measure: 'ml', word: 'ml', amount };
  return { measure: 'piece', word: unit, amount };
}

/** `amount` times a decimal number, null where that is no whole number. */
function exactTimes(amount: number, number: string): number | null {
  const [whole = '', decimals = ''] = number.split('.');
  if (whole.length > 7 || decimals.length > 6) return null;
  const product = BigInt(amount) * BigInt(whole + decimals);
  const power = 10n ** BigInt(decimals.length);
  if (product % power !== 0n || product / power > 1_000_000_000_000n) return null;
  return Number(product / power);
}
