import type { VNode } from 'preact';
import { Button } from '../../../components/button.tsx';
import { Table } from '../../../components/table.tsx';
import type { ApiRoute } from '../api-route.ts';
import { documentedPath, parametersOf } from '../open-api.ts';
import { apiPaths } from '../paths.ts';
import { PROBLEM_KINDS } from '../problem.ts';
import { Examples } from './examples.tsx';

function valuesInWords(schema: object): string {
  const {
    enum: values,
    const: only,
    minimum,
    maximum,
    format,
  } = schema as {
    readonly enum?: readonly string[];
    readonly const?: string;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly format?: string;
  };
  if (values !== undefined) return values.join(', ');
  if (only !== undefined) return only;
  if (format === 'date') return 'a day, yyyy-mm-dd';
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  return 'text';
}

function Operation({ route }: { readonly route: ApiRoute }): VNode {
  const parameters = parametersOf(route);
  const address = `${apiPaths.first}${documentedPath(route)}`;
  return (
    <section id={route.name}>
      <h3 class="govuk-heading-s">{route.summary}</h3>
      <p class="govuk-body">
        <code class="wellplaced-path">GET {address}</code>
      </p>
      <p class="govuk-body">
        {route.about} Needs the permission <strong>{route.permission}</strong>.
      </p>
      {parameters.length > 0 && (
        <Table
          caption={`Parameters of ${address}`}
          captionSize="hidden"
          columns={[
            { key: 'name', heading: 'Parameter', type: 'text' },
            { key: 'description', heading: 'Means', type: 'text' },
            { key: 'values', heading: 'Takes', type: 'text' },
          ]}
          rowHeader="name"
          rows={parameters.map(({ name, description, schema }) => ({
            cells: { name: <code>{name}</code>, values: valuesInWords(schema), description },
          }))}
          empty=""
        />
      )}
    </section>
  );
}

function Problems(): VNode {
  return (
    <Table
      caption="When something goes wrong"
      columns={[
        { key: 'status', heading: 'Status', type: 'text' },
        { key: 'title', heading: 'Means', type: 'text' },
      ]}
      rowHeader="status"
      rows={Object.entries(PROBLEM_KINDS).map(([kind, [status, title]]) => ({
        cells: { status: <span id={kind}>{String(status)}</span>, title },
      }))}
      empty=""
    />
  );
}

/** What other systems can read, how, and what they are answered. */
export function ApiView(props: {
  readonly routes: readonly ApiRoute[];
  readonly origin: string;
  readonly tokensPath: string;
}): VNode {
  const { routes, origin, tokensPath } = props;
  return (
    <>
      <h1 class="govuk-heading-l">API for other systems</h1>
      <p class="govuk-body">
        Power BI, Excel and other systems read here what you may see, in JSON. They send an access
        token with each request; make one on the page{' '}
        <a class="govuk-link" href={tokensPath}>
          Access tokens
        </a>
        . A token reads what it was given and what you may see at that moment, nothing more, and all
        that it reads of the records stands on the audit trail under your name and the token’s.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>Days are yyyy-mm-dd, money is whole pence, codes are those of the SSDA903 return.</li>
        <li>[c] stands for a figure that is withheld because it, or one beside it, is small.</li>
        <li>
          Children come under pseudonyms, and with the council’s identifier for whoever may see a
          child.
        </li>
        <li>
          Lists come in pages of up to 500 rows, with the total and the address of the next page.
        </li>
        <li>A token may send 120 requests a minute.</li>
      </ul>
      <Button text="Download the OpenAPI document" href={apiPaths.file} kind="secondary" />
      <Examples origin={origin} />
      <h2 class="govuk-heading-m">What there is</h2>
      {routes.map((route) => (
        <Operation key={route.name} route={route} />
      ))}
      <Problems />
      <p class="govuk-body">
        The body says what was wrong and what to do (application/problem+json, RFC 9457). What does
        not exist and what you may not see are answered alike.
      </p>
    </>
  );
}
