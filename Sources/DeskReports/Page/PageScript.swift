/// The page's script: the panel behind marks and numbers, and the filters.
///
/// The page reads without it; numbers then lead to the outlet's articles. Words from articles go
/// into the page as text only (`textContent`).
enum PageScript {
  static let javascript = #"""
    (function () {
      'use strict';
      var source = document.getElementById('data');
      if (!source) return;
      var data = JSON.parse(source.textContent);
      data.articles = Array.from(document.querySelectorAll('article')).map(function (box) {
        return {
          box: box, outlet: Number(box.dataset.outlet),
          findings: JSON.parse(box.querySelector('script.findings').textContent)
        };
      });
      var panel = document.getElementById('panel');
      var inside = document.getElementById('panel-body');
      var opener = null;

      function node(name, text, className) {
        var out = document.createElement(name);
        if (text !== undefined && text !== null) out.textContent = text;
        if (className) out.className = className;
        return out;
      }

      function show(title, content, from) {
        opener = from || null;
        inside.replaceChildren(node('h2', title), content);
        panel.classList.remove('hidden');
        panel.scrollTop = 0;
        panel.querySelector('.close').focus({ preventScroll: true });
      }

      function close() {
        if (panel.classList.contains('hidden')) return;
        panel.classList.add('hidden');
        clearNow();
        if (opener) opener.focus({ preventScroll: true });
      }

      function clearNow() {
        document.querySelectorAll('.m.now').forEach(function (mark) { mark.classList.remove('now'); });
      }

      function marksOf(article, finding) {
        return data.articles[article].box.querySelectorAll('.m[data-f~="' + finding + '"]');
      }

      function quote(article, finding) {
        var f = data.articles[article].findings[finding];
        var out = document.createElement('blockquote');
        out.append(f.s.slice(0, f.a), node('b', f.s.slice(f.a, f.z)), f.s.slice(f.z));
        return out;
      }

      function facts(article, finding) {
        var f = data.articles[article].findings[finding];
        var out = document.createElement('dl');
        function row(name, value) {
          if (!value) return;
          out.append(node('dt', name), node('dd', value));
        }
        row('what', f.k + (f.c ? ': ' + f.c : ''));
        row('source', f.who);
        row('kind', f.type);
        row('cue', f.cue);
        row('voice', f.q ? 'a quotation’s' : 'the outlet’s own');
        (f.d || []).forEach(function (detail) { row(detail[0], detail[1]); });
        row('entry', f.e);
        row('word list', f.l);
        row('on annotated texts', f.p);
        row('literature', f.r === undefined ? null : data.literature[f.r]);
        return out;
      }

      function openMark(mark) {
        var box = mark.closest('article');
        var article = data.articles.findIndex(function (a) { return a.box === box; });
        var content = document.createElement('div');
        var numbers = mark.dataset.f.split(' ').map(Number);
        clearNow();
        numbers.forEach(function (number, index) {
          if (index) content.append(document.createElement('hr'));
          content.append(quote(article, number), facts(article, number));
          marksOf(article, number).forEach(function (other) { other.classList.add('now'); });
        });
        show(numbers.length > 1 ? numbers.length + ' findings here' : 'Finding', content, mark);
      }

      function openNumber(link) {
        var outlet = Number(link.dataset.o), measure = Number(link.dataset.m);
        var category = link.dataset.c || null;
        var source = link.dataset.s || null;
        function isMeant(article, f) {
          if (source) return article.box.dataset.id === link.dataset.a && f.i === source;
          if (f.m.indexOf(measure) < 0) return false;
          return !category || f.c === category || (f.type || 'nobody').replace(/-/g, '_') === category;
        }
        var list = document.createElement('ol');
        var shown = 0, all = 0;
        data.articles.forEach(function (article, a) {
          if (article.outlet !== outlet) return;
          article.findings.forEach(function (f, number) {
            if (!isMeant(article, f)) return;
            all += 1;
            if (shown >= 200) return;
            shown += 1;
            var item = document.createElement('li');
            item.append(quote(a, number));
            var go = node('a', 'in the article');
            go.href = '#a' + a;
            go.addEventListener('click', function (event) {
              var mark = marksOf(a, number)[0];
              if (!mark) return;
              event.preventDefault();
              reveal(a);
              clearNow();
              marksOf(a, number).forEach(function (other) { other.classList.add('now'); });
              mark.scrollIntoView({ block: 'center' });
              if (mark.tabIndex >= 0) mark.focus({ preventScroll: true });
            });
            item.append(go);
            list.append(item);
          });
        });
        var content = document.createElement('div');
        var what = source ? 'a source: ' + link.closest('tr').cells[1].textContent
          : data.measures[measure] + (category ? ': ' + category.replace(/_/g, ' ') : '');
        content.append(node('p', data.outlets[outlet] + ', ' + what
          + (all > shown ? '; the first ' + shown + ' of ' + all : '')
          + (data.sampled ? '; from the articles on this page, findings.csv has all' : '') + '.'));
        content.append(list);
        show(link.textContent, content, link);
      }

      function reveal(article) {
        var box = data.articles[article].box;
        if (!box.classList.contains('hidden')) return;
        var input = document.querySelector('input[data-outlet="' + box.dataset.outlet + '"]');
        if (input) { input.checked = true; filter(); }
      }

      // Where marks lie in each other, the innermost that is switched on is seen.
      function showOuter(mark) {
        var all = mark.dataset.k.split(' ').map(function (kind) { return kind.split(':'); });
        var on = all.filter(function (kind) { return !document.body.classList.contains('off-' + kind[0]); });
        var shown = (on.length ? on : all).slice(-1)[0][0];
        var pointed = on.filter(function (kind) { return kind[0] !== 'content'; }).slice(-1)[0];
        var letters = on.map(function (kind) { return kind[1] || ''; }).join('');
        mark.className = 'm k-' + (pointed ? pointed[0] : shown) + (mark.classList.contains('now') ? ' now' : '');
        if (letters) mark.dataset.b = letters; else delete mark.dataset.b;
      }

      function filter() {
        document.querySelectorAll('input[data-outlet]').forEach(function (input) {
          document.querySelectorAll('article[data-outlet="' + input.dataset.outlet + '"], tr[data-outlet="'
            + input.dataset.outlet + '"], li[data-outlet="' + input.dataset.outlet + '"]').forEach(function (row) {
            row.classList.toggle('hidden', !input.checked);
          });
        });
        document.querySelectorAll('input[data-kind]').forEach(function (input) {
          document.body.classList.toggle('off-' + input.dataset.kind, !input.checked);
        });
        document.querySelectorAll('.m[data-k]').forEach(showOuter);
      }

      document.addEventListener('click', function (event) {
        var link = event.target.closest('a[data-m], a[data-s]');
        if (link) { event.preventDefault(); openNumber(link); return; }
        var mark = event.target.closest('.m');
        if (mark && getSelection().isCollapsed) { openMark(mark); return; }
        if (event.target.closest('.close')) close();
      });
      document.addEventListener('keydown', function (event) {
        if (event.key === 'Escape') close();
        var mark = event.target.closest && event.target.closest('.m[tabindex]');
        if (mark && (event.key === 'Enter' || event.key === ' ')) { event.preventDefault(); openMark(mark); }
      });
      document.addEventListener('change', function (event) {
        if (event.target.matches('input[data-outlet], input[data-kind]')) filter();
      });
      document.querySelectorAll('.tools').forEach(function (tools) { tools.classList.remove('hidden'); });
      filter();
    })();
    """#
}
