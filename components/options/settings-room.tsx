import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Command } from '../../lib/messaging/commands';
import type { FailureCode } from '../../lib/messaging/result';
import type { Settings } from '../../lib/settings';
import { Button, IconButton } from '../ui/button';
import { FailureNotice } from '../ui/notice';
import { Select } from '../ui/select';
import { Switch } from '../ui/switch';
import { TextField } from '../ui/text-field';
import { useWords } from '../ui/words';
import { CalendarEditor } from './calendar-editor';
import { hashOf } from './rooms';
import { RoomHead } from './shell';
import './settings.css';

/** A shop of the operator's, by its own id or its seller's. */
export type Shop = Settings['myShops'][number];

type Props = {
  settings: Settings;
  hosts: readonly string[];
  /** Shops that were seen and are not mine yet. */
  seenShops: readonly Shop[];
  /** True while the demo is loaded. */
  demo: boolean;
  readOnly: boolean;
  failure: FailureCode | null;
  onCommand: (command: Command) => void;
};

/** Settings take effect at once; each is saved as it is changed. */
export function SettingsRoom(props: Props) {
  const { settings, hosts, readOnly, onCommand } = props;
  const words = useWords();
  const { settings: own } = words.options;
  const patch = (change: Partial<Settings>) => onCommand({ kind: 'save-settings', patch: change });
  const places = Object.entries(settings.dockPlaces);
  return (
    <div class="room-narrow">
      <RoomHead title={own.title} />
      {props.failure !== null && <FailureNotice code={props.failure} />}
      <Panel>
        <div class="settings-pair">
          <Select
            label={own.language}
            value={settings.language}
            disabled={readOnly}
            options={choices(own.languages)}
            onChange={(language) => patch({ language })}
          />
          <Select
            label={own.theme}
            value={settings.theme}
            disabled={readOnly}
            options={choices(own.themes)}
            onChange={(theme) => patch({ theme })}
          />
        </div>
      </Panel>
      <Panel title={own.sites} text={own.sitesText}>
        <div class="settings-sites">
          {hosts.map((host) => (
            <Switch
              key={host}
              label={
                <>
                  {siteName(words.common.sites, host)} <span class="subtle">{host}</span>
                </>
              }
              checked={!settings.offHosts.includes(host)}
              disabled={readOnly}
              onChange={(on) => onCommand({ kind: 'set-site', host, on })}
            />
          ))}
        </div>
      </Panel>
      <Panel title={own.myShops} text={own.myShopsText}>
        <MyShops {...props} />
      </Panel>
      <Panel title={own.dock} text={own.dockText}>
        {places.length === 0 ? (
          <p class="subtle">{own.dockNone}</p>
        ) : (
          <>
            <ul class="settings-list">
              {places.map(([host, place]) => (
                <li key={host}>
                  {own.dockAt(siteName(words.common.sites, host), own.sides[place.side])}
                </li>
              ))}
            </ul>
            <Button icon="undo" disabled={readOnly} onClick={() => patch({ dockPlaces: {} })}>
              {own.dockReset}
            </Button>
          </>
        )}
      </Panel>
      <Panel title={words.options.calendar.title} text={words.options.calendar.text}>
        <CalendarEditor
          calendar={settings.calendar}
          readOnly={readOnly}
          onCalendar={(calendar) => patch({ calendar })}
        />
      </Panel>
      <Panel title={own.shortcuts} text={own.shortcutsText} />
      <Panel title={own.demo} text={own.demoText}>
        <div class="row">
          <Button
            disabled={readOnly}
            onClick={() => onCommand({ kind: props.demo ? 'remove-demo' : 'load-demo' })}
          >
            {props.demo ? own.demoRemove : own.demoLoad}
          </Button>
          <a href={hashOf('welcome')}>{own.welcome}</a>
        </div>
      </Panel>
    </div>
  );
}

function Panel(props: { title?: string; text?: string; children?: ComponentChildren }) {
  return (
    <section class="panel">
      {props.title !== undefined && <h2>{props.title}</h2>}
      {props.text !== undefined && <p>{props.text}</p>}
      {props.children}
    </section>
  );
}

function choices<T extends string>(all: Record<T, string>): { value: T; label: string }[] {
  return (Object.entries(all) as [T, string][]).map(([value, label]) => ({ value, label }));
}

/** What operators call a site; its host where it has no such name. */
function siteName(names: Record<string, string>, host: string): string {
  return names[host] ?? host;
}

function MyShops({ settings, seenShops, readOnly, onCommand }: Props) {
  const words = useWords();
  const { settings: own } = words.options;
  const [draft, setDraft] = useState({ name: '', shopId: '', sellerId: '' });
  const [bad, setBad] = useState(false);
  const set = (shop: Shop, on: boolean) => onCommand({ kind: 'set-my-shop', ...shop, on });
  const add = () => {
    const shop = {
      name: draft.name.trim().slice(0, 100),
      shopId: idIn(draft.shopId),
      sellerId: idIn(draft.sellerId),
    };
    const wrong = [shop.shopId, shop.sellerId].includes(undefined);
    if (wrong || (shop.shopId === null && shop.sellerId === null)) {
      setBad(true);
      return;
    }
    set({ ...shop, shopId: shop.shopId ?? null, sellerId: shop.sellerId ?? null }, true);
    setDraft({ name: '', shopId: '', sellerId: '' });
  };
  const edit = (change: Partial<typeof draft>) => {
    setBad(false);
    setDraft({ ...draft, ...change });
  };
  return (
    <>
      {settings.myShops.length === 0 && <p class="subtle">{own.noShops}</p>}
      <ul class="settings-list">
        {settings.myShops.map((shop) => (
          <li key={`${shop.shopId}/${shop.sellerId}`}>
            <span>
              {shop.name === '' ? own.unnamedShop : shop.name}{' '}
              <span class="subtle">
                {[
                  shop.shopId === null ? '' : `${own.shopId} ${shop.shopId}`,
                  shop.sellerId === null ? '' : `${own.sellerId} ${shop.sellerId}`,
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </span>
            <IconButton
              icon="cross"
              label={own.removeShop(shop.name === '' ? own.unnamedShop : shop.name)}
              disabled={readOnly}
              onClick={() => set(shop, false)}
            />
          </li>
        ))}
      </ul>
      {seenShops.length > 0 && (
        <Select
          label={own.seenShops}
          value=""
          disabled={readOnly}
          options={[
            { value: '', label: '' },
            ...seenShops.map((shop, index) => ({ value: String(index), label: shop.name })),
          ]}
          onChange={(index) => {
            const shop = seenShops[Number(index)];
            if (index !== '' && shop !== undefined) set(shop, true);
          }}
        />
      )}
      <form
        class="settings-shop"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={own.shopName}
          value={draft.name}
          disabled={readOnly}
          onInput={(name) => edit({ name })}
        />
        <TextField
          label={own.shopId}
          value={draft.shopId}
          disabled={readOnly}
          error={bad ? own.needId : null}
          onInput={(shopId) => edit({ shopId })}
        />
        <TextField
          label={own.sellerId}
          value={draft.sellerId}
          disabled={readOnly}
          onInput={(sellerId) => edit({ sellerId })}
        />
        <Button type="submit" icon="plus" disabled={readOnly}>
          {own.addShop}
        </Button>
      </form>
    </>
  );
}

/** The id typed, null for none, undefined where it is no id. */
function idIn(text: string): string | null | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  return /^\d{1,20}$/.test(plain) ? plain : undefined;
}
