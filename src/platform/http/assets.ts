import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { WellplacedError } from '../../core/errors.ts';

/** Where the build puts what browsers fetch; the same folder seen from the source and from the build. */
export const ASSETS_FOLDER = fileURLToPath(new URL('../../../dist/assets/', import.meta.url));

let version: string | undefined;

/**
 * The address of an asset, in the folder named by the content of all of them, so that a browser may
 * keep it for ever. Throws WellplacedError `not-built` when the build has not been run.
 */
export function assetPath(name: string): string {
  version ??= builtVersion();
  return `/assets/${version}/${name}`;
}

/** The style sheet of the pages as text, without the few pictures that it names, for documents of one file. */
export function styleSheet(): string {
  version ??= builtVersion();
  const text = readFileSync(`${ASSETS_FOLDER}${version}/wellplaced.css`, 'utf8');
  return text.replaceAll(/url\("?images[^)]*\)/g, 'none').replaceAll('</', '<\\/');
}

function builtVersion(): string {
  try {
    return readFileSync(`${ASSETS_FOLDER}version`, 'utf8');
  } catch (cause) {
    throw new WellplacedError(
      'not-built',
      'The styles and scripts of the pages have not been built.',
      'Run "npm run build", or start with "npm start", which builds what is needed.',
      { cause },
    );
  }
}
