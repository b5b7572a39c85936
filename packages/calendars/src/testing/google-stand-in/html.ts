export const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const STYLE = `
:root{color-scheme:light dark;--ink:#1f2328;--soft:#59636e;--page:#f6f7f9;--card:#fff;--line:#d1d9e0;--strong:#0b57d0;--on:#fff;--label:#fff4ce;--label-ink:#5c4400}
@media(prefers-color-scheme:dark){:root{--ink:#e6e9ed;--soft:#a3adb8;--page:#14171b;--card:#1d2126;--line:#3a424b;--strong:#8ab4f8;--on:#0b1a33;--label:#3d3100;--label-ink:#ffe08a}}
*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
.label{background:var(--label);color:var(--label-ink);padding:.6rem 1rem;text-align:center;font-weight:600}
main{max-width:46rem;margin:1.5rem auto;padding:1.25rem;background:var(--card);border:1px solid var(--line);border-radius:12px}
main.narrow{max-width:28rem}h1{font-size:1.35rem;margin:0 0 .75rem}h2{font-size:1rem;margin:1.25rem 0 .5rem}p{margin:.5rem 0}
fieldset{border:1px solid var(--line);border-radius:8px;margin:1rem 0;padding:.5rem .9rem .75rem}legend{padding:0 .3rem;font-weight:600}
.option{display:flex;gap:.6rem;align-items:flex-start;padding:.35rem 0;min-height:2.25rem}.option input{margin-top:.3rem;flex:none}
.soft{color:var(--soft);font-size:.875rem}.row{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end}.row>label{flex:1 1 9rem}
input:not([type=checkbox],[type=radio]),select{width:100%;font:inherit;color:inherit;background:var(--page);border:1px solid var(--line);border-radius:6px;padding:.45rem .6rem}
button{font:inherit;min-height:2.4rem;padding:.35rem .9rem;border-radius:8px;border:1px solid var(--line);background:var(--card);color:inherit;cursor:pointer}
button.strong{background:var(--strong);border-color:var(--strong);color:var(--on);font-weight:600}
a{color:var(--strong)}:focus-visible{outline:3px solid var(--strong);outline-offset:2px}
ul{list-style:none;margin:0;padding:0}li{border-top:1px solid var(--line);padding:.7rem 0}li form{display:inline-flex;margin:.3rem .3rem 0 0}
`

/** A page without anything from elsewhere; every one says what it is. `body` is HTML. */
export function page(title: string, label: string, body: string, isNarrow = false): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><header class="label">${escapeHtml(label)}</header><main${isNarrow ? ' class="narrow"' : ''}>${body}</main></body></html>`
}
