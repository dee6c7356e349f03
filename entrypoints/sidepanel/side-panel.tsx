import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { DockApp } from '../dock/dock-app';

/** The dock of whichever tab is in front in this window. */
export function SidePanel() {
  const [tabId, setTabId] = useState<number | null>(null);
  useEffect(() => {
    const look = async () => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      setTabId(tab?.id ?? null);
    };
    const soon = () => void look();
    browser.tabs.onActivated.addListener(soon);
    soon();
    return () => browser.tabs.onActivated.removeListener(soon);
  }, []);
  return tabId === null ? null : <DockApp key={tabId} tabId={tabId} inPage={false} />;
}
