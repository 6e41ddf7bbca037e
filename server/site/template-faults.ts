// What is wrong with a template of a request or an argument: `{object.id}` slots that lead nowhere.
import { didYouMean } from './nearest.ts';
import { kindOf, knownPaths, type Variables } from './variables.ts';

export interface TemplateFault {
  message: string;
  suggestion?: string;
}

const slot = /\{([^{}]*)\}/g;
const path = /^[a-z][\w-]*(?:\.[\w-]+)*$/i;

/** The paths that a template's slots name. */
export function slotsOf(template: string): string[] {
  return [...template.matchAll(slot)].map((match) => match[1]!);
}

export function templateFaults(template: string, variables: Variables): TemplateFault[] {
  const faults: TemplateFault[] = [];
  if (/[{}]/.test(template.replace(slot, ''))) {
    faults.push({ message: 'has a brace without its partner', suggestion: 'each { needs its }' });
  }
  for (const name of slotsOf(template)) {
    if (!path.test(name)) {
      faults.push({ message: `has {${name}}, which is no path`, suggestion: 'write it as {object.id}' });
    } else if (kindOf(variables, name) === undefined) {
      const suggestion = didYouMean(name, knownPaths(variables));
      faults.push({
        message: `names {${name}}, which is not known here`,
        ...(suggestion ? { suggestion } : {}),
      });
    }
  }
  return faults;
}
