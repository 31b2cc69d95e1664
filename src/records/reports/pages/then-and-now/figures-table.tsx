import type { VNode } from 'preact';
import { instantInWords } from '../../../../core/instant.ts';
import { Table } from '../../../../platform/components/table.tsx';
import { paths } from '../../../paths.ts';
import { HEADLINE_FIGURES } from '../../then-and-now/headline-figures.ts';
import { asPublished, type Compared, startOf } from './compared.ts';
import { inWords, nameOf, signed } from './figure-in-words.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** The figures side by side. */
export function FiguresTable(props: Compared): VNode {
  const { chosen, earlier, now } = props;
  const start = startOf(props);
  const published = asPublished(props);
  const figure = (key: string, heading: string) => ({ key, heading, type: 'whole' }) as const;
  return (
    <Table
      caption={
        chosen === undefined
          ? 'As known then and as known now'
          : `As published on ${instantInWords(chosen.publishedAt)}, and as known now`
      }
      columns={[
        { key: 'figure', heading: 'Figure', type: 'text' },
        ...(published === undefined ? [] : [figure('published', 'As published')]),
        figure('again', 'Made again from what was known then'),
        figure('now', 'As known now'),
        figure('difference', 'Difference'),
      ]}
      rowHeader="figure"
      rows={HEADLINE_FIGURES.map((name) => ({
        cells: {
          figure: (
            <a class={LINK} href={paths.definition(name)}>
              {nameOf(name)}
            </a>
          ),
          published: published === undefined ? null : inWords(name, published[name]),
          again: inWords(name, earlier[name]),
          now: inWords(name, now[name]),
          difference: signed(name, now[name] - start[name]) ?? 'none',
        },
      }))}
      empty=""
    />
  );
}
