import { useState } from 'preact/hooks';
import { SettingsRoom, type Shop } from '../../components/options/settings-room';
import { useWords } from '../../components/ui/words';
import type { Reader } from '../../lib/db/reader';
import { useLive } from '../../lib/db/use-live';
import type { Command } from '../../lib/messaging/commands';
import type { FailureCode } from '../../lib/messaging/result';
import { TAOBAO_HOSTS } from '../../lib/sites/hosts';
import { run } from './command';
import type { PageContext } from './page-context';

/** The settings, wired. */
export function SettingsPage({ demo, context }: { demo: boolean; context: PageContext }) {
  const { reader, readOnly, settings, toast } = context;
  const { settings: own } = useWords().options;
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const live = useLive(() => shopsSeen(reader), []);
  const seen = live.state === 'value' ? live.value : [];

  const send = async (command: Command) => {
    const answer = await run(command);
    setFailure(answer.ok ? null : answer.failure.code);
    if (!answer.ok) return;
    if (command.kind === 'set-my-shop' && !command.on) {
      toast({
        text: own.shopRemoved(command.name === '' ? own.unnamedShop : command.name),
        undo: () => void send({ ...command, on: true }),
      });
    } else if (command.kind === 'load-demo') toast({ text: own.demoLoaded });
    else if (command.kind === 'remove-demo') toast({ text: own.demoRemoved });
    // In the language that was just chosen, the words here are already the old ones.
    else if (command.kind !== 'save-settings') toast({ text: own.saved });
  };
  return (
    <SettingsRoom
      settings={settings}
      hosts={TAOBAO_HOSTS}
      seenShops={seen.filter((shop) => !settings.myShops.some((mine) => sameShop(mine, shop)))}
      demo={demo}
      readOnly={readOnly}
      failure={failure}
      onCommand={(command) => void send(command)}
    />
  );
}

function sameShop(a: Shop, b: Shop): boolean {
  return (
    (a.shopId !== null && a.shopId === b.shopId) ||
    (a.sellerId !== null && a.sellerId === b.sellerId)
  );
}

/** The shops of the newest listings, once each. */
async function shopsSeen(reader: Reader): Promise<Shop[]> {
  const shops: Shop[] = [];
  for (const { snapshot } of await reader.newest(500)) {
    const shop = {
      shopId: snapshot.shopId.value,
      sellerId: snapshot.sellerId.value,
      name: snapshot.shopName.value?.slice(0, 100) ?? '',
    };
    if (shop.name === '' || (shop.shopId === null && shop.sellerId === null)) continue;
    if (!shops.some((known) => sameShop(known, shop))) shops.push(shop);
  }
  return shops;
}
