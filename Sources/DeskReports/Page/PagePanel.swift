/// The part of the page’s script that shows what stands behind a mark or a number.
extension PageScript {
  /// The articles' findings, and the panel that shows some of them.
  static let panel = #"""
    var source = document.getElementById('data');
    if (!source) return;
    var data = JSON.parse(source.textContent);
    var all = function (selector, root) { return Array.from((root || document).querySelectorAll(selector)); };
    data.articles = all('article').map(function (box) {
      var own = JSON.parse(box.querySelector('script.findings').textContent);
      own.f.forEach(function (f) { f.s = own.s[f.s]; });
      return { box: box, outlet: Number(box.dataset.outlet), findings: own.f };
    });
    var panel = document.getElementById('panel');
    var inside = document.getElementById('panel-body');
    var opener = null;
    var most = 200;

    function node(name, text, className) {
      var out = document.createElement(name);
      if (text !== undefined && text !== null) out.textContent = text;
      if (className) out.className = className;
      return out;
    }

    function show(title, content, from) {
      if (from && !panel.contains(from)) opener = from;
      inside.replaceChildren(node('h2', title), content);
      panel.classList.remove('hidden');
      panel.scrollTop = 0;
      panel.querySelector('.close').focus({ preventScroll: true });
    }

    function close() {
      if (panel.classList.contains('hidden')) return;
      panel.classList.add('hidden');
      point([]);
      if (opener) opener.focus({ preventScroll: true });
    }

    // What the reader is looking at.
    function point(nodes) {
      all('.now').forEach(function (old) { old.classList.remove('now'); });
      nodes.forEach(function (now) { now.classList.add('now'); });
    }

    function marksOf(article, finding) {
      return all('.m[data-f~="' + finding + '"]', data.articles[article].box);
    }

    function quoted(before, words, after) {
      var out = document.createElement('blockquote');
      out.append(before, node('b', words), after);
      return out;
    }

    function quote(f) { return quoted(f.s.slice(0, f.a), f.s.slice(f.a, f.z), f.s.slice(f.z)); }

    function reasons(f) {
      var out = document.createElement('dl');
      function row(name, value) { if (value) out.append(node('dt', name), node('dd', value)); }
      row('what', spaced(f.k + (f.c ? ': ' + f.c : '')));
      row('source', f.who);
      row('kind', f.type && spaced(f.type));
      row('cue', f.cue);
      row('voice', f.q ? 'a quotation’s' : 'the outlet’s own');
      (f.d || []).forEach(function (detail) { row(detail[0], detail[1]); });
      row('entry', f.e);
      row('word list', f.l);
      if (f.e) row('on annotated texts', f.p || 'not measured for this entry');
      row('literature', f.r === undefined ? null : data.literature[f.r]);
      return out;
    }

    function spaced(name) { return name.replace(/[_-]/g, ' '); }

    function openMark(mark) {
      var box = mark.closest('article');
      var article = data.articles.findIndex(function (a) { return a.box === box; });
      var content = document.createElement('div');
      var numbers = mark.dataset.f.split(' ').map(Number);
      var marked = [];
      numbers.forEach(function (number, index) {
        var f = data.articles[article].findings[number];
        if (index) content.append(document.createElement('hr'));
        content.append(quote(f), reasons(f));
        marked = marked.concat(marksOf(article, number));
      });
      point(marked);
      show(numbers.length > 1 ? numbers.length + ' findings here' : 'Finding', content, mark);
    }

    function go(text, target, nodes, article) {
      var out = node('a', text);
      out.href = target;
      out.addEventListener('click', function (event) {
        var first = nodes()[0];
        if (!first) return;
        event.preventDefault();
        reveal(data.articles[article].box);
        point(nodes());
        first.scrollIntoView({ block: 'center' });
        if (first.tabIndex >= 0) first.focus({ preventScroll: true });
      });
      return out;
    }
    """#

  /// What stands behind the numbers.
  static let numbers = #"""
    function listed(found, intro, nothing) {
      var content = document.createElement('div');
      var left = found.length > most ? '; the first ' + most + ' of ' + found.length : '';
      content.append(node('p', intro + left + '.'));
      if (!found.length) content.append(node('p', nothing));
      var list = document.createElement('ol');
      found.slice(0, most).forEach(function (make) {
        var item = document.createElement('li');
        make(item);
        list.append(item);
      });
      content.append(list);
      return content;
    }

    function finding(a, number) {
      return function (item) {
        item.append(quote(data.articles[a].findings[number]));
        item.append(go('in the article', '#a' + a, function () { return marksOf(a, number); }, a));
      };
    }

    function findings(isMeant) {
      var found = [];
      data.articles.forEach(function (article, a) {
        article.findings.forEach(function (f, number) {
          if (isMeant(article, f)) found.push(finding(a, number));
        });
      });
      return found;
    }

    var elsewhere = data.sampled ? '; from the articles on this page, the tables beside it have all' : '';

    function openFindings(link) {
      var at = link.dataset, outlet = Number(at.o), measure = Number(at.m), what, isMeant;
      if (at.s) {
        what = 'a source: ' + link.closest('tr').cells[1].textContent;
        isMeant = function (article, f) { return article.box.dataset.id === at.a && f.i === at.s; };
      } else if (at.l) {
        what = '“' + at.l + '”' + (at.w ? ', of ' + at.w : '') + (at.own === undefined ? '' : ', in its own voice');
        isMeant = function (article, f) {
          return article.outlet === outlet && f.n === at.l && f.w === at.w && !(at.own !== undefined && f.q);
        };
      } else {
        what = data.measures[measure] + (at.c ? ': ' + spaced(at.c) : '');
        isMeant = function (article, f) {
          return article.outlet === outlet && f.m.indexOf(measure) >= 0 && (!at.c || f.c === at.c
            || (f.type || 'nobody').replace(/-/g, '_') === at.c);
        };
      }
      show(link.textContent, listed(findings(isMeant), data.outlets[outlet] + ', ' + what + elsewhere,
        'None of them stands in the articles on this page; findings.csv has all.'), link);
    }

    function openWords(link) {
      var outlet = Number(link.dataset.o), found = [];
      var spelled = link.dataset.t.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]").replace(/ /g, '\\s+');
      var pattern = new RegExp('(?<![\\p{L}\\p{N}])' + spelled + '(?![\\p{L}\\p{N}])', 'giu');
      data.articles.forEach(function (article, a) {
        if (article.outlet !== outlet) return;
        all('.body p', article.box).forEach(function (paragraph) {
          var text = paragraph.textContent;
          Array.from(text.matchAll(pattern)).forEach(function (match) {
            var end = match.index + match[0].length;
            found.push(function (item) {
              item.append(quoted((match.index > 90 ? '… ' : '') + text.slice(Math.max(0, match.index - 90), match.index),
                match[0], text.slice(end, end + 90) + (text.length > end + 90 ? ' …' : '')));
              item.append(go('in the article', '#a' + a, function () { return [paragraph]; }, a));
            });
          });
        });
      });
      show(link.textContent, listed(found, data.outlets[outlet] + ', “' + link.dataset.t + '”, quoted or not' + elsewhere,
        'It stands in none of the articles on this page; words.csv has the counts.'), link);
    }

    // Rows of another table are shown with their headings.
    function openRows(link, rows, intro, nothing) {
      var found = rows.map(function (row) {
        return function (item) {
          var heads = row.closest('table').tHead.rows[0].cells, last = row.cells.length - 1;
          var told = Array.from(row.cells).slice(1, last).map(function (cell, index) {
            return cell.textContent && index ? heads[index + 1].textContent + ': ' + cell.textContent : cell.textContent;
          }).filter(Boolean).join('; ');
          var links = all('a.go', row.cells[last]).map(function (old) { return old.cloneNode(true); });
          var text = row.cells[last].cloneNode(true);
          all('a.go', text).forEach(function (old) { old.remove(); });
          item.append(node('p', told, 'told'), node('blockquote', text.textContent.trim()));
          links.forEach(function (way) { item.append(way, ' '); });
        };
      });
      show(link.textContent, listed(found, intro, nothing), link);
    }

    function openTellings(link) {
      var rows = all('tr[data-fact="' + link.dataset.n + '"]').filter(function (row) {
        return link.dataset.o === undefined || row.dataset.outlet === link.dataset.o;
      });
      openRows(link, rows, 'How fact ' + link.dataset.n + ' is told'
        + (link.dataset.o === undefined ? '' : ' by ' + data.outlets[link.dataset.o]), 'facts.csv has its sentences.');
    }

    function openPassages(link) {
      var to = link.dataset.o, from = link.dataset.from;
      var rows = all('tr[data-from]').filter(function (row) {
        return row.dataset.outlet === to && row.dataset.from === from;
      });
      openRows(link, rows, data.outlets[to] + ' has passages of ' + data.outlets[from],
        'None of them is among the longest, which stand on this page; reuse.csv has all.');
    }
    """#
}
