import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { styleSheet } from '../http/assets.ts';
import { type Markup, ReadyMarkup } from './ready-markup.tsx';

/** A document of one file that needs nothing beside it: the service's styles inside, no scripts, nothing fetched. */
export function standaloneDocument(document: {
  readonly title: string;
  readonly content: ComponentChildren;
}): string {
  const whole = (
    <html lang="en-GB" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{document.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style>
          <ReadyMarkup markup={styleSheet() as Markup} />
        </style>
      </head>
      <body class="govuk-template__body">
        <div class="govuk-width-container wellplaced-page">
          <main class="govuk-main-wrapper">{document.content}</main>
        </div>
      </body>
    </html>
  );
  return `<!DOCTYPE html>${renderToString(whole)}`;
}
