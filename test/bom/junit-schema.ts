import { SaxesParser } from 'saxes';

interface Rule {
  /** Attribute -> the form that the schema gives it; `?` marks one that may be absent. */
  readonly attributes: Readonly<Record<string, RegExp>>;
  readonly optional?: Readonly<Record<string, RegExp>>;
  /** The order of children; each with how often. */
  readonly children: RegExp;
  readonly text: boolean;
}

const token = /^\S(?:.*\S)?$/u;
const int = /^\d+$/;
const decimal = /^\d+(\.\d+)?$/;
const any = /^[\s\S]*$/;

/** The schema of the Ant JUnit report (windyroad, 2011 and later), rule by rule. */
const RULES: Readonly<Record<string, Rule>> = {
  testsuites: { attributes: {}, children: /^(testsuite )*$/, text: false },
  testsuite: {
    attributes: {
      id: int,
      package: token,
      name: token,
      timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
      hostname: token,
      tests: int,
      failures: int,
      errors: int,
      time: decimal,
    },
    optional: { skipped: int },
    children: /^properties (testcase )*system-out system-err $/,
    text: false,
  },
  properties: { attributes: {}, children: /^(property )*$/, text: false },
  property: { attributes: { name: token, value: any }, children: /^$/, text: false },
  testcase: {
    attributes: { name: token, classname: token, time: decimal },
    children: /^((skipped|error|failure) )?$/,
    text: false,
  },
  skipped: { attributes: {}, children: /^$/, text: true },
  failure: { attributes: { type: any }, optional: { message: any }, children: /^$/, text: true },
  'system-out': { attributes: {}, children: /^$/, text: true },
  'system-err': { attributes: {}, children: /^$/, text: true },
};

/** Everything in a JUnit report that the schema does not allow. */
export function junitProblems(xml: string): string[] {
  const problems: string[] = [];
  const open: { name: string; children: string; text: string }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => problems.push(error.message));
  parser.on('opentag', ({ name, attributes }) => {
    const parent = open.at(-1);
    if (parent) parent.children += `${name} `;
    open.push({ name, children: '', text: '' });
    const rule = RULES[name];
    if (!rule) {
      problems.push(`<${name}> is not in the schema`);
      return;
    }
    for (const [key, form] of Object.entries(rule.attributes)) {
      const value = attributes[key];
      if (value === undefined) problems.push(`<${name}> lacks ${key}`);
      else if (!form.test(value)) problems.push(`<${name} ${key}="${value}">`);
    }
    for (const [key, value] of Object.entries(attributes)) {
      const form = rule.attributes[key] ?? rule.optional?.[key];
      if (!form?.test(value)) problems.push(`<${name} ${key}="${value}">`);
    }
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => {
    const element = open.pop();
    const rule = element && RULES[element.name];
    if (!element || !rule) return;
    if (!rule.children.test(element.children)) {
      problems.push(`<${element.name}> holds ${element.children}`);
    }
    if (!rule.text && element.text.trim() !== '') problems.push(`<${element.name}> holds text`);
  });
  parser.write(xml).close();
  return problems;
}
