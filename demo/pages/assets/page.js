// What a demo page does: signs the chosen person in to the chat, and shows what the business knows of them.
// A real business would write the identity's token into its own page.
const form = document.querySelector('.switcher');
const records = document.querySelector('[data-records]');
const { site, language } = form.dataset;
const chosen = () => form.elements.as.value;

/** `window.Handrail` is a queue until the loader is there; `push` works before and after. */
function handrail(...call) {
  window.Handrail = window.Handrail || [];
  window.Handrail.push(call);
}

async function signIn() {
  const as = chosen();
  if (as === 'anonymous') return handrail('logout');
  const answer = await fetch(`/demo/${site}/identity?as=${encodeURIComponent(as)}`);
  if (!answer.ok) throw new Error(`the demo could not sign ${as} in (${answer.status})`);
  const { token } = await answer.json();
  if (as === chosen()) handrail('identify', token);
}

/** The business's own view, so that one sees what the chat has really done. */
async function showRecords() {
  if (!records) return;
  const answer = await fetch(`/demo/${site}/records?as=${encodeURIComponent(chosen())}&lang=${language}`);
  if (!answer.ok) return;
  const text = await answer.text();
  if (text !== records.dataset.shown) {
    records.innerHTML = text;
    records.dataset.shown = text;
  }
}

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', () => {
  const address = new URL(location.href);
  address.searchParams.set('as', chosen());
  history.replaceState(null, '', address);
  const link = form.querySelector('[data-language-link]');
  const other = new URL(link.href);
  other.searchParams.set('as', chosen());
  link.href = other;
  void signIn();
  void showRecords();
});

for (const button of document.querySelectorAll('[data-open-chat]')) {
  button.addEventListener('click', () => handrail('open'));
}
for (const dead of document.querySelectorAll('form[data-demo], a[href="#"]')) {
  dead.addEventListener(dead.tagName === 'FORM' ? 'submit' : 'click', (event) => event.preventDefault());
}

// An identity lives for an hour; the chat says when it needs a new one.
handrail('on', 'identity', () => void signIn());
// A page that a person is not signed in to need not say so.
if (chosen() !== 'anonymous') void signIn();
void showRecords();
setInterval(() => document.visibilityState === 'visible' && void showRecords(), 3000);
