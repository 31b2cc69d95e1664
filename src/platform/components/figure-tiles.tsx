import type { ComponentChildren, VNode } from 'preact';

/** One headline figure: its name leads to what it means, its value to the rows behind it. */
export interface FigureTile {
  readonly label: string;
  readonly value: ComponentChildren;
  readonly definition?: string;
  readonly rows?: string;
  readonly note?: string;
  /** How it went of late. */
  readonly trend?: VNode | null;
}

function Tile({ tile }: { readonly tile: FigureTile }): VNode {
  const link = 'govuk-link govuk-link--no-visited-state';
  return (
    <div class="wellplaced-figures__item">
      <dt class="wellplaced-figures__label">
        {tile.definition === undefined ? (
          tile.label
        ) : (
          <a
            class={`${link} govuk-link--no-underline govuk-link--text-colour`}
            href={tile.definition}
          >
            {tile.label}
            <span class="govuk-visually-hidden">: what this means</span>
          </a>
        )}
      </dt>
      <dd class="wellplaced-figures__value">
        {tile.rows === undefined ? (
          tile.value
        ) : (
          <a class={link} href={tile.rows}>
            {tile.value}
            <span class="govuk-visually-hidden"> {tile.label}: see the rows</span>
          </a>
        )}
      </dd>
      {tile.note !== undefined && <dd class="wellplaced-figures__note">{tile.note}</dd>}
      {tile.trend && <dd class="wellplaced-figures__trend">{tile.trend}</dd>}
    </div>
  );
}

/** The headline figures of a page, side by side. */
export function FigureTiles(props: {
  readonly tiles: readonly FigureTile[];
  /** Smaller than the first figures of a page. */
  readonly small?: boolean;
}): VNode {
  return (
    <dl class={`wellplaced-figures${props.small ? ' wellplaced-figures--small' : ''}`}>
      {props.tiles.map((tile) => (
        <Tile key={tile.label} tile={tile} />
      ))}
    </dl>
  );
}
