// Mutants of the rules, all of them in one bundle: each sits behind a switch beside the original, so that turning
// to the next one costs nothing. What is evaluated when a module is loaded is marked as `loading`.
import { parseSync } from 'vite';

/** Files whose mutants tests/decide and tests/speak must notice. */
const targets = /\/server\/(?:decide\/(?!rules)[\w-]+|speak\/(?:gate|compose|proof|claims))\.ts$/;

const comparisons = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
};
const calls = { some: 'every', every: 'some', min: 'max', max: 'min', find: 'findLast', findLast: 'find' };
/** Calls that may be left out: what they are called on takes their place. */
const passing = new Set(['filter', 'slice', 'sort', 'toSorted', 'trim', 'replace']);

/** A site refuses two things of one kind with the same id, and ids of a log are fresh: first and last are one. */
const isById = /^\(?(?:\{ id \}|(\w+))\)? => (?:\1\.)?(?:id|question|seq) === (?:[\w.?]+|'\w+')$/;

/**
 * `x ? { x } : {}` and `x.y ? { y: x.y } : {}`: without the condition there would be a property that is undefined,
 * which no reader, and no log, tells from one that is not there.
 */
function emptyPart({ test, consequent, alternate }) {
  // `x === undefined ? {} : { x }` is the same, the other way round.
  if (test.type === 'BinaryExpression' && test.operator === '===' && test.right.name === 'undefined')
    return emptyPart({ test: test.left, consequent: alternate, alternate: consequent });
  if (consequent.type !== 'ObjectExpression' || alternate.type !== 'ObjectExpression') return undefined;
  const [only, ...more] = consequent.properties;
  if (only?.type !== 'Property' || more.length > 0 || alternate.properties.length > 0) return undefined;
  return sameSource(test, only.value) ? alternate : undefined;
}

function sameSource(a, b) {
  if (a.type !== b.type) return false;
  if (a.type === 'Identifier') return a.name === b.name;
  if (a.type !== 'MemberExpression' || a.computed || b.computed) return false;
  return a.property.name === b.property.name && sameSource(a.object, b.object);
}

/** `'kind' in x && x.kind === 'some'`: what is not there is undefined, which is equal to no text. */
function isNarrowing({ operator, left, right }) {
  if (operator !== '&&' || left.type !== 'BinaryExpression' || left.operator !== 'in') return false;
  const { left: read } = right.type === 'BinaryExpression' && right.operator === '===' ? right : {};
  return (
    read?.type === 'MemberExpression' &&
    read.property.name === left.left.value &&
    sameSource(read.object, left.right)
  );
}

/** All of the list but one, for each of them. */
function without(list, [open, close], text) {
  return list.map((dropped) => ({
    put: `${open}${list
      .filter((one) => one !== dropped)
      .map(text)
      .join(', ')}${close}`,
    says: `without ${text(dropped)}`,
  }));
}

/**
 * Replacements of one node's text, in source; with `says` where that shows less than words do. `text(node)` gives the
 * source of a part.
 */
function replacements(node, text) {
  switch (node.type) {
    case 'ConditionalExpression':
      return [emptyPart(node) ?? node.consequent, emptyPart(node) ?? node.alternate].map(text);
    case 'BinaryExpression': {
      const put = comparisons[node.operator];
      return put ? [`${text(node.left)} ${put} ${text(node.right)}`] : [];
    }
    case 'LogicalExpression':
      if (node.operator === '??') return [text(node.right)];
      return isNarrowing(node) ? [text(node.left)] : [text(node.left), text(node.right)];
    case 'UnaryExpression':
      return node.operator === '!' ? [text(node.argument)] : [];
    case 'ArrayExpression':
      return without(node.elements, ['[', ']'], text);
    case 'ObjectExpression':
      return without(node.properties, ['{', '}'], text);
    case 'Literal':
      if (typeof node.value === 'number') return [String(node.value + 1)];
      if (typeof node.value === 'boolean') return [String(!node.value)];
      return typeof node.value === 'string' && node.value !== '' ? ["''"] : [];
    case 'CallExpression': {
      const { callee } = node;
      if (callee.type !== 'MemberExpression' || callee.optional) return [];
      const name = callee.property.name;
      const given = node.arguments.map(text).join(', ');
      const on = text(callee.object);
      if (name.startsWith('find') && isById.test(given)) return [];
      if (calls[name]) return [`${on}.${calls[name]}(${given})`];
      return passing.has(name) ? [on] : [];
    }
    default:
      return [];
  }
}

/** To return undefined instead is no change, and instead of false none that a condition notices. */
function returnsNothing(argument) {
  return argument.type === 'Identifier' ? argument.name === 'undefined' : argument.value === false;
}

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
/** What a type says is no behaviour. */
const typed = new Set(['typeAnnotation', 'returnType', 'typeParameters', 'typeArguments']);
/** Where a literal is a name or a type and no value. */
const unspoken = new Set(['ImportDeclaration', 'ExportAllDeclaration']);

/** The source with a switch for every mutant, and the list of them. */
export function mutate(code, file) {
  const { program } = parseSync(file, code);
  const found = [];
  const raw = (node) => code.slice(node.start, node.end);
  const line = (node) => code.slice(0, node.start).split('\n').length;
  const add = (node, put, loading, says = put) => {
    const id = `${file}#${found.length}`;
    const within = code.slice(code.lastIndexOf('\n', node.start) + 1).split('\n', 1)[0];
    found.push({ id, file, line: line(node), within, from: raw(node), to: says, loading });
    return `handrailMutant(${JSON.stringify(id)})`;
  };

  /** The text of a node with the switches of all that is in it. */
  function switched(node, inside) {
    if (unspoken.has(node.type) || node.type.startsWith('TSType') || node.type.startsWith('TSInterface'))
      return raw(node);
    const loading = !inside;
    const within = inside || functions.has(node.type);
    if (node.type === 'WhileStatement')
      return `while (handrailTick() && (${switched(node.test, within)})) ${switched(node.body, within)}`;
    if (node.type === 'IfStatement') {
      const rest = node.alternate ? ` else ${switched(node.alternate, within)}` : '';
      const always = add(node.test, 'true', loading);
      const never = add(node.test, 'false', loading);
      const test = `${always} || (!${never} && (${switched(node.test, within)}))`;
      return `if (${test}) { ${switched(node.consequent, within)} }${rest}`;
    }
    if (node.type === 'ReturnStatement' && node.argument && !returnsNothing(node.argument))
      return `return ${add(node, 'return undefined', loading)} ? undefined : (${switched(node.argument, within)});`;
    if (node.type === 'ExpressionStatement' && !node.directive)
      return `if (!${add(node, '', loading)}) {${parts(node, within)}}`;
    if (node.type === 'TemplateLiteral') return parts(node, within);
    const puts = new Map(
      replacements(node, raw).map((one) => (typeof one === 'string' ? [one, one] : [one.put, one.says])),
    );
    puts.delete(raw(node));
    const chain = [...puts].map(([put, says]) => `${add(node, put, loading, says)} ? (${put}) : `).join('');
    const text = parts(node, within);
    return chain === '' ? text : `(${chain}(${text}))`;
  }

  /** The node's own text around that of its children. */
  function parts(node, within) {
    const children = [];
    for (const [key, value] of Object.entries(node)) {
      if (typed.has(key) || (key === 'key' && !node.computed)) continue;
      if (key === 'property' && !node.computed && node.type === 'MemberExpression') continue;
      for (const child of Array.isArray(value) ? value : [value])
        if (child && typeof child.type === 'string') children.push(child);
    }
    children.sort((a, b) => a.start - b.start);
    let text = '';
    let at = node.start;
    for (const child of children) {
      // Shorthand: key and value are the same text.
      if (child.start < at) continue;
      text += code.slice(at, child.start) + switched(child, within);
      at = child.end;
    }
    return text + code.slice(at, node.end);
  }

  const text = switched(program, false);
  const head = `(globalThis.handrailMutants ??= []).push(...${JSON.stringify(found)});
const handrailMutant = (id) => {
  globalThis.handrailReached?.add(id);
  return globalThis.handrailMutated === id;
};
const handrailTick = () => {
  globalThis.handrailTicks = (globalThis.handrailTicks ?? 0) + 1;
  if (globalThis.handrailTicks > 2e6) throw new Error('a mutant runs in circles');
  return true;
};
`;
  return { code: head + code.slice(0, program.start) + text + code.slice(program.end), found };
}

/** A plugin for the bundler: the rules with their mutants, and the tests with a runner that starts them again. */
export function withMutants(root) {
  return {
    name: 'mutants',
    enforce: 'pre',
    resolveId: (id) => (id === 'vitest' ? `${root}/tests/bench/mutation-runner.ts` : undefined),
    transform(code, id) {
      const file = id.replaceAll('\\', '/');
      if (targets.test(file)) return { code: mutate(code, file.slice(root.length + 1)).code, map: null };
      if (!/\/tests\/(?:decide|speak)\//.test(file)) return undefined;
      return {
        code: code.replaceAll('import.meta.dirname', JSON.stringify(file.replace(/\/[^/]*$/, ''))),
        map: null,
      };
    },
  };
}
