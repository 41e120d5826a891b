/// The page's script: the panel behind marks and numbers, and the filters.
///
/// The page reads without it; numbers then lead to the outlet's articles, facts to their sentences.
/// Words from articles go into the page as text only (`textContent`).
enum PageScript {
  static let javascript = """
    (function () {
    'use strict';
    \(panel)
    \(numbers)
    \(filters)
    \(ways)
    })();
    """

  /// Which outlets, marks and categories are shown.
  private static let filters = #"""
    var menu = document.getElementById('filter'), chosen = document.getElementById('category');

    function fillCategories() {
      var counts = {};
      data.articles.forEach(function (article) {
        article.findings.forEach(function (f) {
          var key = f.k + ':' + (f.c || (f.k === 'attribution' ? f.type || 'nobody' : ''));
          f.key = key;
          counts[key] = (counts[key] || 0) + 1;
        });
      });
      Object.keys(counts).sort().forEach(function (key) {
        var parts = key.split(':'), group = chosen.querySelector('optgroup[label="' + parts[0] + '"]');
        if (!group) {
          group = document.createElement('optgroup');
          group.label = parts[0];
          var whole = node('option', parts[0] + ', all');
          whole.value = parts[0] + ':';
          group.append(whole);
          chosen.append(group);
        }
        if (!parts[1]) return;
        var option = node('option', spaced(parts[1]) + ' (' + counts[key] + ')');
        option.value = key;
        group.append(option);
      });
    }

    function isChosen(f) { return !chosen.value || f.key === chosen.value || f.k + ':' === chosen.value; }

    // Where marks lie in each other, the innermost that is switched on is seen.
    function showOuter(mark) {
      var kinds = mark.dataset.k.split(' ').map(function (kind) { return kind.split(':'); });
      var on = kinds.filter(function (kind) { return !document.body.classList.contains('off-' + kind[0]); });
      var shown = (on.length ? on : kinds).slice(-1)[0][0];
      var pointed = on.filter(function (kind) { return kind[0] !== 'content'; }).slice(-1)[0];
      var letters = on.map(function (kind) { return kind[1] || ''; }).join('');
      mark.className = 'm k-' + (pointed ? pointed[0] : shown) + (mark.classList.contains('now') ? ' now' : '');
      if (letters) mark.dataset.b = letters; else delete mark.dataset.b;
    }

    function shownOutlets() {
      return new Set(all('input[data-for]').filter(function (input) { return input.checked; })
        .map(function (input) { return input.dataset.for; }));
    }

    function filter() {
      var inputs = all('input[data-for]'), kinds = all('input[data-kind]');
      var on = shownOutlets();
      if (inputs.length) all('main [data-outlet]').forEach(function (part) {
        part.classList.toggle('hidden', !on.has(part.dataset.outlet));
      });
      kinds.forEach(function (input) {
        document.body.classList.toggle('off-' + input.dataset.kind, !input.checked);
      });
      all('.m[data-k]').forEach(showOuter);
      document.body.classList.toggle('by-category', !!chosen.value);
      data.articles.forEach(function (article) {
        all('.m', article.box).forEach(function (mark) {
          mark.classList.toggle('other', !!chosen.value && !mark.dataset.f.split(' ').some(function (number) {
            return isChosen(article.findings[number]);
          }));
        });
      });
      var off = kinds.filter(function (input) { return !input.checked; }).length, told = [];
      if (inputs.length && on.size < inputs.length) told.push(on.size + ' of ' + inputs.length + ' outlets');
      if (off) told.push(kinds.length - off + ' of ' + kinds.length + ' marks');
      if (chosen.value) told.push(spaced(chosen.value.replace(/:$/, '').replace(':', ': ')));
      document.getElementById('filter-state').textContent = told.length ? ': ' + told.join(', ') : '';
      document.getElementById('filter-told').textContent = told.length ? 'Shown: ' + told.join(', ') : 'All is shown';
    }

    function kindOf(f) {
      if (f.k === 'attribution') return 'cue';
      if (f.k === 'loaded') return f.q && f.c !== 'scare_quote' ? 'loaded-quoted' : 'loaded';
      return { hedging: 'hedge', boosting: 'booster', labels: 'label' }[f.k] || 'dictionary';
    }

    function listFindings(button) {
      var on = shownOutlets(), few = all('input[data-for]').length > 0;
      var found = findings(function (article, f) {
        return (!few || on.has(String(article.outlet))) && isChosen(f)
          && !document.body.classList.contains('off-' + kindOf(f));
      });
      menu.open = false;
      show(found.length + ' findings', listed(found, 'What the filter leaves' + elsewhere, 'Nothing is left.'),
        menu.querySelector('summary'));
    }

    function setAll(inputs, isOn) { inputs.forEach(function (input) { input.checked = isOn; }); }

    // What a link leads to must be seen.
    function reveal(place) {
      for (var box = place; box && box !== document.body; box = box.parentElement) {
        if (box.tagName === 'DETAILS') box.open = true;
        if (box.dataset.outlet !== undefined && box.classList.contains('hidden')) {
          var input = document.querySelector('input[data-for="' + box.dataset.outlet + '"]');
          if (input) { input.checked = true; filter(); }
        }
      }
    }
    """#

  /// Clicks and keys.
  private static let ways = #"""
    function openNumber(link) {
      var at = link.dataset;
      if (at.n) openTellings(link);
      else if (at.from) openPassages(link);
      else if (at.t) openWords(link);
      else if (at.o) openFindings(link);
      else return false;
      return true;
    }

    document.addEventListener('click', function (event) {
      var link = event.target.closest('a');
      if (link && link.classList.contains('n') && openNumber(link)) { event.preventDefault(); return; }
      if (link) {
        var href = link.getAttribute('href'), target = href[0] === '#' && document.getElementById(href.slice(1));
        if (target && !event.defaultPrevented) reveal(target);
        return;
      }
      var mark = event.target.closest('.m');
      if (mark && getSelection().isCollapsed) { openMark(mark); return; }
      if (event.target.closest('.close')) close();
      var choice = event.target.closest('[data-all]');
      if (choice) { setAll(all('input[data-for]'), !!choice.dataset.all); filter(); }
      if (event.target.id === 'list') listFindings(event.target);
      if (event.target.id === 'reset') {
        setAll(all('.tools input'), true);
        chosen.value = '';
        filter();
      }
      if (menu.open && !menu.contains(event.target)) menu.open = false;
    });
    document.addEventListener('keydown', function (event) {
      if (event.key === 'Escape') {
        if (menu.open) { menu.open = false; menu.querySelector('summary').focus(); } else close();
      }
      var mark = event.target.closest && event.target.closest('.m[tabindex]');
      if (mark && (event.key === 'Enter' || event.key === ' ')) { event.preventDefault(); openMark(mark); }
    });
    document.addEventListener('change', function (event) {
      if (event.target.closest('.tools')) filter();
    });
    // One of them at a time: the one would lie on the other.
    menu.addEventListener('toggle', function () {
      if (!menu.open) return;
      opener = null;
      close();
    });
    // Paper shows what is folded on the screen, all but the plots' numbers.
    var unfolded = [];
    addEventListener('beforeprint', function () {
      unfolded = all('main details:not(.data):not([open])');
      unfolded.forEach(function (part) { part.open = true; });
    });
    addEventListener('afterprint', function () { unfolded.forEach(function (part) { part.open = false; }); });
    menu.classList.remove('hidden');
    fillCategories();
    """#
}
