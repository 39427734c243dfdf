// What a person decides about a finding: kept in this browser until it is exported; it never hides a finding by itself.
const VERDICTS = { accept: ['✓', 'Accepted'], reject: ['×', 'Rejected'], 'could not tell': ['?', 'Could not tell'] };
const KEPT = `conspectus:${document.body.dataset.story}`;
let decisions = {};
try { decisions = JSON.parse(localStorage.getItem(KEPT)) ?? {}; } catch { decisions = {}; }

const name = row => row.id.slice(2);
const findings = rows.filter(isFinding);
function keep() {
  try { localStorage.setItem(KEPT, JSON.stringify(decisions)); } catch { one('#kept').textContent = 'This browser keeps nothing: export before you close the page. '; }
  showDecisions();
}

function decide(row, verdict) {
  const decision = (decisions[name(row)] ??= {});
  decision.judgement = decision.judgement === verdict ? null : verdict;
  stamp(row, decision);
}

function write(row, words) {
  const decision = (decisions[name(row)] ??= {});
  decision.note = words;
  stamp(row, decision);
}

// When it was said, and of what: the title and the articles tell it where a later run does not make the finding again.
function stamp(row, decision) {
  const sigla = [...new Set(all('.rb .sg', row).map(sign => sign.textContent))];
  decision.when = new Date().toISOString();
  decision.about = one('h3', row).textContent;
  decision.articles = sigla.map(siglum => one(`.articles li[data-siglum="${siglum}"]`)?.dataset.article).filter(Boolean);
  keep();
}

// The buttons under the evidence, made when a finding is first opened.
function buildReview(row) {
  if (!isFinding(row) || one('.review', row)) return;
  const bar = one('#review-row').content.firstElementChild.cloneNode(true);
  one('.ev', row).append(bar);
  for (const button of all('[data-verdict]', bar)) button.addEventListener('click', () => decide(row, button.dataset.verdict));
  const note = one('textarea', bar);
  note.setAttribute('aria-label', `Note on ${one('h3', row).textContent}`);
  note.value = decisions[name(row)]?.note ?? '';
  note.hidden = !note.value;
  note.addEventListener('input', () => write(row, note.value));
  one('[data-note]', bar).addEventListener('click', () => openNote(row));
  one('[data-cite]', bar).addEventListener('click', () => cite(row, bar));
  one('.permalink', bar).href = `#f-${name(row)}`;
  showDecision(row);
}

function openNote(row) {
  row.open = true;
  buildReview(row);
  const note = one('.review textarea', row);
  note.hidden = false;
  note.focus();
}

function showDecision(row) {
  const { judgement, note } = decisions[name(row)] ?? {};
  for (const button of all('[data-verdict]', row)) button.setAttribute('aria-pressed', String(button.dataset.verdict === judgement));
  one('[data-note]', row)?.setAttribute('aria-expanded', String(Boolean(note)));
  let sign = one('.decided', row);
  if (!judgement && !note) return sign?.remove();
  if (!sign) one('.what', row).append((sign = make('span', { class: 'decided' })));
  sign.textContent = [judgement ? VERDICTS[judgement].join(' ') : '', note ? '✎ note' : ''].filter(Boolean).join(' · ');
}

function showDecisions() {
  findings.forEach(showDecision);
  const given = Object.values(decisions).filter(one => one.judgement).length;
  one('#progress').textContent = given ? `${given} of ${findings.length} reviewed` : 'Not reviewed yet';
  filter();
}

function filter() {
  const wish = one('#filter').value;
  for (const row of findings) {
    const { judgement, note } = decisions[name(row)] ?? {};
    const fits = { '': true, none: !judgement, note: Boolean(note) }[wish] ?? judgement === wish;
    row.hidden = !fits;
  }
  for (const fold of all('details.more')) if (wish) fold.open = true;
}

// What can be pasted into a text: the words with who prints them, when, where, and what names the finding.
function citation(row) {
  const lines = [`${one('h3', row).textContent} (${row.closest('section').querySelector('h2').dataset.name})`];
  for (const side of all('.rb', row)) {
    const head = one(`.articles li[data-siglum="${one('.sg', side).textContent}"]`);
    const { outlet, date, address, sha256 } = head.dataset;
    const printed = all('mark', side).map(mark => mark.textContent.trim()).join(' … ');
    lines.push(`${one('.sg', side).textContent}: “${printed}” ${[outlet, date, address, `sha256 ${sha256}`, one('.pos', side).textContent].filter(Boolean).join(', ')}`);
  }
  lines.push(...all('.ev > .nf', row).map(note => note.textContent));
  lines.push(`Conspectus finding ${name(row)}`);
  return lines.join('\n');
}

function cite(row, bar) {
  const box = one('.citation', bar) ?? bar.appendChild(make('textarea', { class: 'citation', readonly: true, 'aria-label': 'Citation of this finding' }));
  box.value = citation(row);
  box.rows = Math.min(12, box.value.split('\n').length + 1);
  box.focus();
  box.select();
  navigator.clipboard?.writeText(box.value).then(() => { one('#kept').textContent = 'Citation copied. '; }, () => {});
}

// The lines that conspectus review --import takes, one decision each.
function exported() {
  const who = one('#who').value.trim() || null;
  const story = document.body.dataset.story;
  const line = ([finding, { judgement, note, when, about, articles }]) => JSON.stringify({ format: 'conspectus-decision/1', story, finding, judgement: judgement ?? null, note: (note ?? '').trim(), who, when, correction: null, about: about ?? '', articles: articles ?? [] });
  return Object.entries(decisions).sort().map(line).join('\n') + '\n';
}

function download() {
  const link = make('a', { href: URL.createObjectURL(new Blob([exported()], { type: 'application/jsonl' })), download: `conspectus-review-${document.body.dataset.story}.jsonl` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

const NAMED = 'conspectus:who';
function named() {
  try { one('#who').value = localStorage.getItem(NAMED) ?? ''; } catch { /* it stays empty */ }
  one('#who').addEventListener('input', () => { try { localStorage.setItem(NAMED, one('#who').value); } catch { /* it is lost with the page */ } });
}
