import { recordKey } from '../../benchmark/record';
import type { Plan } from '../../db/operator-write';
import { done, failed, type Outcome } from '../../db/outcome';
import type { Reader } from '../../db/reader';
import { settingsFrom, settingsSchema, type Settings } from '../../settings';

/** The settings as they are, with defaults where nothing was set. */
export async function currentSettings(reader: Reader): Promise<Settings> {
  return settingsFrom((await reader.settings())?.value);
}

/** Changes some of the settings; the others stay as they are. */
export async function planSettings(
  reader: Reader,
  patch: { [K in keyof Settings]?: Settings[K] | undefined },
): Promise<Outcome<Plan>> {
  const given = Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== undefined),
  );
  const settings = settingsSchema.safeParse({ ...(await currentSettings(reader)), ...given });
  if (!settings.success) return failed('invalid', 'patch');
  return done({
    writes: [{ key: recordKey.settings, value: settings.data }],
    answerKey: recordKey.settings,
  });
}

/** Draws on the listing pages of a host, or no more. */
export async function planSite(reader: Reader, host: string, on: boolean): Promise<Outcome<Plan>> {
  const others = (await currentSettings(reader)).offHosts.filter((off) => off !== host);
  return planSettings(reader, { offHosts: on ? others : [...others, host] });
}

export type Shop = Settings['myShops'][number];

/** Whether two entries are one shop: by seller, or by shop where a seller is not known of both. */
export function sameShop(a: Shop, b: Shop): boolean {
  if (a.sellerId !== null && b.sellerId !== null) return a.sellerId === b.sellerId;
  return a.shopId !== null && a.shopId === b.shopId;
}

/** Puts a shop among the operator's own, or takes it out. A shop without any id is `invalid`. */
export async function planMyShop(reader: Reader, shop: Shop, on: boolean): Promise<Outcome<Plan>> {
  if (shop.shopId === null && shop.sellerId === null) return failed('invalid', 'shopId');
  const { myShops } = await currentSettings(reader);
  const others = myShops.filter((mine) => !sameShop(mine, shop));
  return planSettings(reader, { myShops: on ? [...others, shop] : others });
}
