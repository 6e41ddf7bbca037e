// HTML as text, with every value in it escaped unless it was made here.

export interface Markup {
  html: string;
}

type Value = string | number | Markup | Markup[] | false | undefined;

/** A tagged template: `html\`<p>${name}</p>\``. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Markup {
  return { html: parts.reduce((text, part, index) => text + render(values[index - 1]) + part) };
}

function render(value: Value): string {
  if (value === undefined || value === false) return '';
  if (Array.isArray(value)) return value.map((one) => one.html).join('');
  if (typeof value === 'object') return value.html;
  return String(value).replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
