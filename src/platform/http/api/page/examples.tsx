import type { VNode } from 'preact';
import { apiPaths } from '../paths.ts';

function curlExample(origin: string): string {
  return [
    'curl --header "Authorization: Bearer $WELLPLACED_TOKEN" \\',
    `  "${origin}${apiPaths.first}/children?area=out&pageSize=500"`,
  ].join('\n');
}

/** The whole list, page after page, as the language of Power BI and Excel has it. */
function powerQueryExample(origin: string): string {
  return [
    'let',
    '  Read = (number) => Json.Document(Web.Contents(',
    `    "${origin}", [`,
    `      RelativePath = "${apiPaths.first.slice(1)}/children",`,
    '      Query = [pageSize = "500", page = Number.ToText(number)],',
    '      Headers = [Authorization = "Bearer " & AccessToken]',
    '    ])),',
    '  Pages = List.Generate(',
    '    () => [number = 1, read = Read(1)],',
    '    each [read] <> null,',
    '    each [number = [number] + 1,',
    '      read = if [read][next] = null then null else Read([number] + 1)],',
    '    each [read][rows]),',
    '  Children = Table.FromRecords(List.Combine(Pages))',
    'in',
    '  Children',
  ].join('\n');
}

function Code(props: { readonly of: string; readonly text: string }): VNode {
  return (
    <section
      class="wellplaced-example"
      aria-label={props.of}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard can only scroll what it can reach
      tabIndex={0}
    >
      <pre>
        <code>{props.text}</code>
      </pre>
    </section>
  );
}

/** How to ask from the command line, and from Excel and Power BI. */
export function Examples({ origin }: { readonly origin: string }): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">From the command line</h2>
      <Code of="Example for curl" text={curlExample(origin)} />
      <h2 class="govuk-heading-m">From Excel and Power BI</h2>
      <p class="govuk-body">
        Make a parameter <strong>AccessToken</strong> that holds the token, choose a blank query,
        open the advanced editor and put this in. When asked how to connect, choose{' '}
        <strong>Anonymous</strong>: the token is sent by the query itself. Whoever opens the file
        can read the parameter: keep the file where only you and its refresh can.
      </p>
      <Code of="Example for Power Query" text={powerQueryExample(origin)} />
    </>
  );
}
