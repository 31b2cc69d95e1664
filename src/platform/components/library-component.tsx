import path from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks, { type Template } from 'nunjucks';
import { type ComponentChildren, Fragment, h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Markup, ReadyMarkup } from './ready-markup.tsx';

/** The components whose markup is the libraries' own. */
export type LibraryComponent =
  | 'breadcrumbs'
  | 'button'
  | 'checkboxes'
  | 'details'
  | 'error-summary'
  | 'file-upload'
  | 'input'
  | 'inset-text'
  | 'moj-sub-navigation'
  | 'notification-banner'
  | 'pagination'
  | 'phase-banner'
  | 'radios'
  | 'select'
  | 'service-navigation'
  | 'skip-link'
  | 'summary-list'
  | 'tabs'
  | 'tag'
  | 'textarea'
  | 'warning-text';

function packageFolder(name: string): string {
  return path.dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)));
}

const libraries = [
  path.join(packageFolder('govuk-frontend'), 'dist'),
  packageFolder('@ministryofjustice/frontend'),
];
const environment = new nunjucks.Environment(
  new nunjucks.FileSystemLoader(libraries, { watch: false, noCache: false }),
  { autoescape: true, throwOnUndefined: false },
);
const compiled = new Map<LibraryComponent, Template>();

function templateOf(name: LibraryComponent): Template {
  const before = compiled.get(name);
  if (before !== undefined) return before;
  const [, own] = /^moj-(.*)$/.exec(name) ?? [];
  const folder = own === undefined ? `govuk/components/${name}` : `moj/components/${own}`;
  const macro = `${own === undefined ? 'govuk-' : ''}${name}`.replace(
    /-(\w)/g,
    (_all, letter: string) => letter.toUpperCase(),
  );
  const template = nunjucks.compile(
    `{% from "${folder}/macro.njk" import ${macro} %}{{ ${macro}(params) }}`,
    environment,
  );
  compiled.set(name, template);
  return template;
}

/**
 * A GOV.UK Design System component from the library's own template. Texts must be given as `text`,
 * which the template escapes; `html` is for `renderedInside` alone.
 */
export function libraryComponent(name: LibraryComponent, params: object): VNode {
  return <ReadyMarkup markup={templateOf(name).render({ params }) as Markup} />;
}

/** Content of ours to stand inside a library's component, in one of its `html` parameters. */
export function renderedInside(children: ComponentChildren): Markup {
  return renderToString(h(Fragment, null, children)) as Markup;
}
