// The form of `/demo`: tells the chat on this page what was chosen, and writes out what an owner has to copy.
const form = document.querySelector('form.theme');
const said = document.querySelector('.said');
const { site } = form.dataset;
const names = ['accent', 'radius', 'position', 'scheme', 'launcher', 'label'];

/** `window.Handrail` is a queue until the loader is there; `push` works before and after. */
function handrail(...call) {
  window.Handrail = window.Handrail || [];
  window.Handrail.push(call);
}

function chosen() {
  const values = Object.fromEntries(names.map((name) => [name, form.elements[name].value.trim()]));
  return { ...values, radius: Number(values.radius), label: values.label || 'Chat' };
}
const own = chosen();

const escaped = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
/** A colour is quoted since # begins a comment, words since they might be `true`. */
const inYaml = (name, value) => (['accent', 'label'].includes(name) ? JSON.stringify(value) : value);
const show = (id, text) => {
  document.querySelector(`[data-shows="${id}"]`).textContent = text;
};

function write() {
  const theme = chosen();
  form.elements.px.value = `${theme.radius} px`;
  const differs = names.filter((name) => theme[name] !== own[name]);
  const attributes = differs.map((name) => `\n  data-${name}="${escaped(String(theme[name]))}"`).join('');
  const end = attributes ? '\n  async' : ' async';
  show('tag', `<script src="${location.origin}/widget.js" data-site="${site}"${attributes}${end}></script>`);
  show('yaml', ['theme:', ...names.map((name) => `  ${name}: ${inYaml(name, theme[name])}`)].join('\n'));
  return theme;
}

form.addEventListener('input', () => handrail('setTheme', write()));
form.addEventListener('submit', (event) => event.preventDefault());
// The fields have their first values again only after this event.
form.addEventListener('reset', () => setTimeout(() => handrail('setTheme', write())));
form.querySelector('[data-open]').addEventListener('click', () => handrail('open'));

for (const button of document.querySelectorAll('[data-copies]')) {
  button.addEventListener('click', async () => {
    const shown = document.querySelector(`[data-shows="${button.dataset.copies}"]`);
    try {
      await navigator.clipboard.writeText(shown.textContent);
      said.textContent = 'Copied.';
    } catch {
      // No clipboard without https or a permission: what is chosen can be copied by hand.
      getSelection().selectAllChildren(shown);
      said.textContent = 'Chosen: copy it with your keys.';
    }
  });
}
write();
