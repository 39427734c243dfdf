// What a person decides about a finding: kept in this browser until it is exported; it never hides a finding by itself.
const VERDICTS = { accept: ['✓', 'Accepted'], reject: ['×', 'Rejected'], unclear: ['?', 'Could not tell'] };
const KEPT = `conspectus:${document.body.dataset.story}`;
let decisions = {};
try { decisions = JSON.parse(localStorage.getItem(KEPT)) ?? {}; } catch { decisions = {}; }

const name = row => row.id.slice(2);
function keep() {
  try { localStorage.setItem(KEPT, JSON.stringify(decisions)); } catch { one('#kept').textContent = 'This browser keeps nothing: export before you close the page. '; }
  showDecisions();
}

function decide(row, verdict) {
  const decision = (decisions[name(row)] ??= {});
  decision.verdict = decision.verdict === verdict ? null : verdict;
  decision.when = new Date().toISOString();
  keep();
}

function write(row, words) {
  const decision = (decisions[name(row)] ??= {});
  decision.note = words;
  decision.when = new Date().toISOString();
  keep();
}

// The buttons under the evidence, made when a finding is first opened.
function buildReview(row) {
  if (one('.review', row)) return;
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
  const { verdict, note } = decisions[name(row)] ?? {};
  for (const button of all('[data-verdict]', row)) button.setAttribute('aria-pressed', String(button.dataset.verdict === verdict));
  one('[data-note]', row)?.setAttribute('aria-expanded', String(Boolean(note)));
  let sign = one('.decided', row);
  if (!verdict && !note) return sign?.remove();
  if (!sign) one('.what', row).append((sign = make('span', { class: 'decided' })));
  sign.textContent = [verdict ? VERDICTS[verdict].join(' ') : '', note ? '✎ note' : ''].filter(Boolean).join(' · ');
}

function showDecisions() {
  rows.forEach(showDecision);
  const given = Object.values(decisions).filter(one => one.verdict).length;
  one('#progress').textContent = given ? `${given} of ${rows.length} reviewed` : 'Not reviewed yet';
  filter();
}

function filter() {
  const wish = one('#filter').value;
  for (const row of rows) {
    const { verdict, note } = decisions[name(row)] ?? {};
    const fits = { '': true, none: !verdict, note: Boolean(note) }[wish] ?? verdict === wish;
    row.hidden = !fits;
  }
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

function exported() {
  const articles = all('.articles li').map(({ dataset }) => ({ siglum: dataset.siglum, sha256: dataset.sha256 }));
  const given = Object.entries(decisions).filter(([, made]) => made.verdict || made.note).sort();
  const lines = given.map(([finding, made]) => ({ finding, ...made }));
  return JSON.stringify({ story: document.body.dataset.story, articles, decisions: lines }, null, 1);
}

function download() {
  const link = make('a', { href: URL.createObjectURL(new Blob([exported()], { type: 'application/json' })), download: `conspectus-review-${document.body.dataset.story}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
