/**
 * The style of everything in our shadow root. `important` inside a shadow root wins over the
 * page's `important` on the host, so the page's style sheets reach nothing here. A concealed frame
 * is transparent, not hidden: browsers stop painting hidden frames, and would show for a moment
 * what such a frame painted last.
 */
export const SHADOW_STYLE = `
:host{all:initial!important;display:block!important;position:absolute!important;top:0!important;left:0!important;width:0!important;height:0!important;z-index:2147483647!important;pointer-events:none!important;color-scheme:light!important}
iframe{all:initial!important;display:block!important;position:fixed!important;border:0!important;margin:0!important;padding:0!important;background:transparent!important;color-scheme:light!important;pointer-events:auto!important;max-width:none!important;max-height:none!important}
iframe.dock{border-radius:10px!important;box-shadow:0 6px 24px rgba(23,32,43,.16)!important;z-index:2!important}
iframe.chip{z-index:1!important}
iframe.away{opacity:0!important;pointer-events:none!important;box-shadow:none!important}
div{position:fixed!important;border:2px solid #1f6f5c!important;border-radius:6px!important;background:rgba(31,111,92,.14)!important;pointer-events:none!important;z-index:1!important}
button{all:initial!important;position:fixed!important;right:12px!important;top:96px!important;display:flex!important;align-items:center!important;gap:6px!important;padding:6px 12px!important;border:1px solid #c9d0d8!important;border-radius:10px!important;background:#f5f7f9!important;color:#4b5560!important;font:13px/1.5 system-ui,sans-serif!important;cursor:pointer!important;pointer-events:auto!important;z-index:3!important}
button:focus-visible{outline:2px solid #2563c9!important;outline-offset:1px!important}
`;
