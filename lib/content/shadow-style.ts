/**
 * The style of everything in our shadow root. The page's style sheets reach only the host, and
 * there `important` inside a shadow root wins over the page's. A concealed frame is transparent,
 * not hidden: browsers stop painting hidden frames, and would show for a moment what such a frame
 * painted last. A frame that has just moved takes no click for half a second, so that it can't be
 * slid under the pointer.
 */
export const SHADOW_STYLE =
  ':host{all:initial!important;display:block!important;position:absolute!important;top:0!important;left:0!important;z-index:2147483647!important;pointer-events:none!important;color-scheme:light!important}' +
  'iframe{position:fixed;border:0;z-index:1;pointer-events:auto}' +
  '.dock{border-radius:10px;box-shadow:0 6px 24px #17202b29;z-index:2}' +
  '.away{opacity:0;box-shadow:none}' +
  '.away,.moved{pointer-events:none}' +
  'div{position:fixed;border:2px solid #1f6f5c;border-radius:6px;background:#1f6f5c24;box-sizing:border-box}' +
  'button{position:fixed;left:12px;bottom:12px;padding:6px 12px;border:1px solid #c9d0d8;border-radius:10px;background:#f5f7f9;color:#4b5560;font:13px/1.5 system-ui,sans-serif;cursor:pointer;pointer-events:auto}';
