/**
 * Stands in for WXT's content script context, by an alias in `wxt.config.ts`. WXT's own dispatches
 * an event named after the extension's id on the page's document, whatever
 * `noScriptStartedPostMessage` says, and lets a page that forges that event end the script. The
 * overlay watches the extension itself, so nothing of the context is needed.
 */
export function ContentScriptContext(): void {}
