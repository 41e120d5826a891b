/// The page's style sheet.
enum PageStyle {
  static let css = #"""
    :root {
      color-scheme: light dark;
      --paper: #fcfbf8; --card: #ffffff; --ink: #1f1e1b; --soft: #5d5a53; --line: #dedad0;
      --link: #1a4f8b; --focus: #0b63ce; --tint: #f3f0e8; --dot: #1a4f8b;
      --source: #1a4f8b; --cue: #0d6b6b; --content: #a9c3df; --hedge: #8a5a00; --booster: #256b2a;
      --loaded: #b3261e; --quoted: #7a3e78; --label: #5b3fa0;
      --loaded-bg: #fbe9e6; --hedge-bg: #fbf1d9; --label-bg: #efeafa; --source-bg: #e8f0f9;
      --booster-bg: #e6f3e6; --quoted-bg: #f6eaf5; --cue-bg: #e3f3f2;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #17171a; --card: #1f1f23; --ink: #ebe8e1; --soft: #b0aba0; --line: #3a393c;
        --link: #8fbcf0; --focus: #8fbcf0; --tint: #252529; --dot: #8fbcf0;
        --source: #8fbcf0; --cue: #6fd0cc; --content: #45607e; --hedge: #e5b755; --booster: #8fcf8f;
        --loaded: #ff9d92; --quoted: #dfa3dc; --label: #bda7f5;
        --loaded-bg: #40211e; --hedge-bg: #3a2f16; --label-bg: #2d2547; --source-bg: #1d2c40;
        --booster-bg: #1e3320; --quoted-bg: #38233a; --cue-bg: #17322f;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-behavior: smooth; scroll-padding-top: 4rem; -webkit-text-size-adjust: 100%; }
    @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
    }
    a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
    a:hover { text-decoration-thickness: 2px; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
    .skip { position: absolute; left: -999rem; background: var(--card); padding: .5rem 1rem; z-index: 9; }
    .skip:focus { left: 1rem; top: 1rem; }
    .wide { max-width: 84rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 3rem); }
    .text { max-width: 44rem; }

    header.top { padding-block: clamp(1.75rem, 4vw, 3rem) 1.5rem; }
    h1, h2, h3 {
      font-family: Charter, "Bitstream Charter", "Iowan Old Style", "Palatino Linotype", Georgia, serif;
      line-height: 1.2; font-weight: 650; text-wrap: balance; margin: 0;
    }
    h1 { font-size: clamp(2rem, 5vw, 3.1rem); letter-spacing: -.015em; }
    h2 { font-size: clamp(1.45rem, 3vw, 1.9rem); letter-spacing: -.01em; }
    h3 { font-size: 1.25rem; }
    .deck { color: var(--soft); font-size: 1.125rem; margin: .75rem 0 0; max-width: 44rem; }
    .motto { margin: 1.1rem 0 0; padding: .3rem 0 .3rem 1rem; border-left: 3px solid var(--line); color: var(--soft); max-width: 44rem; }

    .bar { position: sticky; top: 0; z-index: 5; background: var(--paper); border-block: 1px solid var(--line); }
    .bar > .wide { display: flex; gap: 1.5rem; align-items: center; justify-content: space-between; }
    nav.parts { min-width: 0; }
    nav.parts ul { display: flex; gap: 0 1.4rem; margin: 0; padding: .4rem 2px; list-style: none; overflow-x: auto; scrollbar-width: none; }
    nav.parts a { display: block; padding: .35rem 0; white-space: nowrap; text-decoration: none; color: var(--ink); font-size: .9375rem; }
    nav.parts a:hover { text-decoration: underline; }
    .filter { position: relative; flex: none; margin: 0; }
    .filter > summary { list-style: none; border: 1px solid var(--line); border-radius: 6px; background: var(--card); color: var(--ink); padding: .3rem .8rem; font-size: .9375rem; margin-block: .35rem; max-width: 60vw; }
    .filter > summary::-webkit-details-marker { display: none; }
    .filter > summary::after { content: " ▾"; color: var(--soft); }
    .filter[open] > summary { margin-bottom: .35rem; background: var(--tint); }
    .filter .tools { position: absolute; right: 0; top: 100%; width: min(46rem, calc(100vw - 2rem)); max-height: min(75vh, 40rem); overflow: auto; padding: 1.1rem 1.25rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; box-shadow: 0 10px 40px rgb(0 0 0 / .22); }

    section { padding-block: clamp(2rem, 5vw, 3.5rem) 0; }
    section.further { padding-top: 2.25rem; }
    section.small { font-size: .9375rem; color: var(--soft); }
    section.small h2 { font-size: 1.3rem; color: var(--ink); margin-bottom: .5rem; }
    section.small p { max-width: 48rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
    .summary { columns: 26rem 2; column-gap: 3.5rem; padding-top: 2rem; }
    .summary > div { break-inside: avoid; padding-bottom: 1.6rem; }
    .summary h2 { font-size: 1.3rem; margin-bottom: .5rem; }
    .summary p { margin: 0 0 .6rem; max-width: 40rem; font-size: 1.0625rem; }
    .summary h2 a { color: inherit; text-decoration: none; }
    .summary h2 a:hover { text-decoration: underline; }
    .n { font-variant-numeric: tabular-nums; }
    a.n { white-space: nowrap; }
    .caption { color: var(--soft); max-width: 48rem; margin: .5rem 0 1.25rem; font-size: 1rem; }
    .plots + .caption, .map + .caption { margin-top: 0; }
    .sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    a.go { font-size: .875rem; white-space: nowrap; margin-left: .3rem; }
    a.n b { display: inline-block; min-width: 1.5em; padding: .05em .3em; border-radius: 3px; text-align: center; font-weight: 650; color: var(--ink); background: var(--tint); border: 1px solid var(--line); }
    a.n:has(b) { text-decoration: none; }
    a.n b.s-A { background: var(--ink); color: var(--card); border-color: var(--ink); }
    a.n b.s-N { background: var(--source-bg); border-color: var(--source); }
    a.n b.s-U { background: var(--card); border: 1px dashed var(--source); }
    a.n b.s-H { background: var(--hedge-bg); border-color: var(--hedge); }
    a.n b.s-X { background: var(--loaded-bg); border: 1px double var(--loaded); }
    a.n:hover b { text-decoration: underline; }

    .scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; background: var(--card); }
    table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.4; }
    th, td { padding: .5rem .8rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
    thead th { border-top: 0; color: var(--soft); font-weight: 600; font-size: .84375rem; vertical-align: bottom; background: var(--tint); }
    tbody th { font-weight: 600; }
    tbody th:not(.r) { min-width: 11rem; }
    .r { text-align: right; font-variant-numeric: tabular-nums; }
    td.r { white-space: nowrap; }
    td:not(.r) { min-width: 7rem; }
    #facts th, #facts td { min-width: 3rem; }
    #facts td:nth-child(2) { min-width: 12rem; }
    details { margin-top: .75rem; }
    summary { cursor: pointer; color: var(--link); padding: .25rem 0; width: fit-content; }
    details[open] > summary { margin-bottom: .6rem; }

    .plots { margin-top: 1rem; display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); align-items: start; margin-bottom: 1.5rem; }
    figure.plot, figure.map { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 1rem 1.25rem 1.1rem; min-width: 0; }
    .plot figcaption, .map figcaption { font-weight: 650; margin-bottom: .1rem; }
    .unit { color: var(--soft); font-size: .875rem; margin: 0 0 .75rem; }
    .plot ol, .map ol { list-style: none; margin: 0; padding: 0; }
    .plot li { padding: .3rem 0; }
    .plot .row { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; font-size: .9375rem; line-height: 1.35; }
    .plot .row > span:last-child { margin-left: auto; white-space: nowrap; color: var(--soft); font-variant-numeric: tabular-nums; }
    .plot svg { display: block; width: 100%; height: 18px; overflow: visible; }
    .plot .track { stroke: var(--line); stroke-width: 2; }
    .plot .bar { stroke: var(--dot); stroke-width: 2; opacity: .55; }
    .plot .span { stroke: var(--dot); stroke-width: 3; }
    .plot .span + circle { r: 4px; }
    .plot circle { fill: var(--dot); stroke: var(--card); stroke-width: 2; }

    .axis { display: flex; justify-content: space-between; color: var(--soft); font-size: .8125rem; font-variant-numeric: tabular-nums; border-top: 1px solid var(--line); padding-top: .2rem; margin-top: .3rem; }
    .data summary { font-size: .875rem; }
    .data table { font-size: .84375rem; } .data th, .data td { padding: .3rem .5rem; }
    .data tbody th:not(.r) { min-width: 6rem; }
    figure.map { margin-block: 1rem 1.5rem; }
    .map .unit { max-width: 44rem; }
    .bands { display: grid; grid-template-columns: fit-content(34%) minmax(3rem, 1fr) fit-content(40%); gap: .6rem; }
    .bands ol { display: flex; flex-direction: column; }
    .bands li { flex: 1; display: flex; flex-direction: column; justify-content: center; line-height: 1.25; font-size: .9375rem; overflow-wrap: anywhere; }
    .bands ol:first-child li { text-align: right; }
    .bands small { color: var(--soft); font-size: .875rem; }
    .bands svg { display: block; width: 100%; min-width: 0; }
    .bands path { fill: none; stroke: var(--dot); opacity: .75; }
    .bands .b-some { stroke-dasharray: 18 5; } .bands .b-none { stroke-dasharray: 3 5; }

    .tools { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.1rem; }
    .tools .row { display: flex; flex-wrap: wrap; gap: .5rem .7rem; align-items: center; }
    .tools fieldset > .row { float: right; margin-top: -2.1rem; }
    .tools button, .tools select { font: inherit; font-size: .9375rem; padding: .25rem .7rem; min-height: 2rem; border: 1px solid var(--line); border-radius: 6px; background: var(--tint); color: var(--ink); cursor: pointer; max-width: 100%; }
    .choose { display: inline-flex; flex-wrap: wrap; max-width: 100%; gap: .5rem; align-items: center; font-size: .9375rem; font-weight: 650; min-width: 0; }
    .choose select { max-width: min(16rem, 100%); }
    fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
    legend { padding: 0; font-weight: 650; margin-bottom: .4rem; font-size: .9375rem; }
    .choices { display: flex; flex-wrap: wrap; gap: .4rem .5rem; clear: both; }
    .choices label { display: inline-flex; align-items: center; gap: .45rem; max-width: 100%; overflow-wrap: anywhere; border: 1px solid var(--line); border-radius: 6px; background: var(--card); padding: .3rem .65rem; font-size: .9375rem; cursor: pointer; min-height: 2rem; }
    .choices input { accent-color: var(--link); width: 1rem; height: 1rem; margin: 0; }
    .hidden { display: none !important; }

    .key { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; list-style: none; margin: 0 0 1.5rem; padding: 0; font-size: .9375rem; }
    .key + .articles { margin-bottom: 2.5rem; }
    .place { font-style: normal; }
    .place:target::before { content: "▶\00a0"; color: var(--focus); }
    tr:target > * { background: var(--hedge-bg); }
    .articles { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 27rem), 1fr)); align-items: start; }
    article { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: clamp(1.1rem, 3vw, 2rem); min-width: 0; }
    article .outlet { color: var(--soft); font-size: .9375rem; margin: 0 0 .4rem; overflow-wrap: anywhere; }
    article h3 { font-size: 1.4rem; }
    article .counts { color: var(--soft); font-size: .875rem; margin: .6rem 0 1.2rem; padding-bottom: 1rem; border-bottom: 1px solid var(--line); }
    article .body { font: 1.0938rem/1.75 Charter, "Bitstream Charter", "Iowan Old Style", "Palatino Linotype", Georgia, serif; overflow-wrap: break-word; }
    article .body p { margin: 0 0 1rem; max-width: 38rem; }
    article .body .heading { font-weight: 700; }
    article .body .listItem { padding-left: 1.2rem; text-indent: -1rem; }
    article .body .listItem::before { content: "•\00a0"; }
    article .body .quotation { border-left: 3px solid var(--line); padding-left: 1rem; }

    .m { cursor: pointer; border-radius: 2px; text-decoration-thickness: 2px; text-underline-offset: .22em; text-decoration-skip-ink: none; }
    .m[data-b]::after { content: attr(data-b); font: 700 .625em/1 system-ui, sans-serif; vertical-align: .6em; margin-left: .1em; text-decoration: none; text-indent: 0; display: inline-block; }
    .m[data-short] { display: inline-block; min-width: 24px; text-align: center; }
    .m:hover { filter: brightness(.96); }
    .k-content { text-decoration: underline dotted var(--content); text-decoration-thickness: 1.5px; }
    .k-source { text-decoration: underline solid var(--source); }
    .k-source::after { color: var(--source); }
    .k-cue { text-decoration: underline dashed var(--cue); }
    .k-cue::after { color: var(--cue); }
    .k-hedge { text-decoration: underline wavy var(--hedge); text-decoration-thickness: 1.5px; background: var(--hedge-bg); }
    .k-hedge::after { color: var(--hedge); }
    .k-booster { text-decoration: underline double var(--booster); background: var(--booster-bg); }
    .k-booster::after { color: var(--booster); }
    .k-label { text-decoration: underline dotted var(--label); text-decoration-thickness: 3px; }
    .k-label::after { color: var(--label); }
    .k-loaded-quoted { text-decoration: overline dashed var(--quoted); background: var(--quoted-bg); }
    .k-loaded-quoted::after { color: var(--quoted); }
    .k-loaded { text-decoration: underline overline solid var(--loaded); background: var(--loaded-bg); }
    .k-loaded::after { color: var(--loaded); }
    .m.other { text-decoration: none; background: none; }
    .m.other::after { content: none; }
    p.now { outline: 3px solid var(--focus); outline-offset: 4px; border-radius: 2px; }
    .m.now { outline: 3px solid var(--focus); outline-offset: 1px; }
    .off-source .k-source, .off-cue .k-cue, .off-content .k-content, .off-hedge .k-hedge,
    .off-booster .k-booster, .off-loaded .k-loaded, .off-loaded-quoted .k-loaded-quoted,
    .off-label .k-label { text-decoration: none; background: none; cursor: auto; }
    .off-source .k-source::after, .off-cue .k-cue::after, .off-content .k-content::after,
    .off-hedge .k-hedge::after, .off-booster .k-booster::after, .off-loaded .k-loaded::after,
    .off-loaded-quoted .k-loaded-quoted::after, .off-label .k-label::after { content: none; }

    #panel {
      position: fixed; inset: auto 1rem 1rem auto; width: min(27rem, calc(100vw - 2rem)); max-height: min(75vh, 44rem);
      margin: 0; overflow: auto; padding: 1.1rem 1.25rem 1.25rem; z-index: 10; color: var(--ink); background: var(--card);
      border: 1px solid var(--line); border-radius: 8px; box-shadow: 0 10px 40px rgb(0 0 0 / .22); font-size: .9688rem; line-height: 1.5;
    }
    #panel h2 { font-size: 1.15rem; padding-right: 3rem; margin-bottom: .6rem; }
    #panel .close { position: absolute; top: .7rem; right: .8rem; font: inherit; padding: .2rem .6rem; min-height: 2rem; border: 1px solid var(--line); border-radius: 6px; background: var(--tint); color: var(--ink); cursor: pointer; }
    #panel blockquote { margin: 0 0 .6rem; padding-left: .8rem; border-left: 3px solid var(--line); font-family: Charter, Georgia, serif; }
    #panel dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem .9rem; margin: 0 0 1rem; }
    #panel dt { color: var(--soft); } #panel dd { margin: 0; overflow-wrap: anywhere; }
    #panel .told { margin: 0 0 .3rem; color: var(--soft); font-size: .9375rem; }
    #panel ol { margin: 0; padding-left: 1.6rem; } #panel li { margin-bottom: 1rem; }
    #panel li blockquote { margin-bottom: .2rem; } #panel li a { font-size: .875rem; }
    #panel b { background: var(--hedge-bg); padding: 0 .1em; }
    #panel hr { border: 0; border-top: 1px solid var(--line); margin: .9rem 0; }

    .plain li { margin-bottom: .4rem; } .plain { padding-left: 1.2rem; max-width: 46rem; }
    footer { margin-top: 4rem; padding-block: 1.5rem 3rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .9375rem; }
    footer p { max-width: 46rem; overflow-wrap: anywhere; }
    @media (max-width: 40rem) {
      #panel { inset: auto 0 0 0; width: 100%; max-height: 65vh; border-radius: 10px 10px 0 0; }
      body { font-size: 1rem; }
      .bar > .wide { gap: .9rem; }
      figure.plot, figure.map { padding: .9rem 1rem 1rem; }
      .bands { gap: .4rem; } .bands li { font-size: .875rem; }
      th, td { padding: .45rem .6rem; }
      tbody th:not(.r) { min-width: 7.5rem; }
    }
    @media print {
      :root { --paper: #fff; --card: #fff; --tint: #fff; }
      html { font-size: 9.5pt; } body { font-size: 10pt; }
      .bar, .data, .go, #panel, .skip { display: none !important; }
      .summary { columns: 2; } figure.map { break-inside: avoid-page; }
      section { padding-top: 1.5rem; }
      article, figure.plot, tr { break-inside: avoid-page; }
      article { break-inside: auto; border: 0; padding: 1rem 0; }
      .articles { display: block; } .plots { grid-template-columns: 1fr 1fr; }
      .scroll { overflow: visible; border: 0; }
      table { font-size: 8pt; } th, td { padding: .2rem .3rem; min-width: 0 !important; }
      a { color: inherit; text-decoration: none; }
      .m { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    }
    """#

  /// What the marks of dictionaries add.
  static let dictionaryCSS = """
    .k-dictionary { text-decoration: underline solid var(--soft); text-decoration-thickness: 1px; }
    .k-dictionary::after { color: var(--soft); }
    .off-dictionary .k-dictionary { text-decoration: none; cursor: auto; }
    .off-dictionary .k-dictionary::after { content: none; }

    """
}
