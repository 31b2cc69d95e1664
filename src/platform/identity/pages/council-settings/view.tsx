import type { VNode } from 'preact';
import { inFigures } from '../../../../core/english.ts';
import { ErrorSummary } from '../../../components/error-summary.tsx';
import { SummaryList } from '../../../components/summary-list.tsx';
import type { AuthoritySettings } from '../../../database/authority-settings.ts';
import { FormView } from '../../../forms/form-view.tsx';
import type { Sent } from '../../../forms/take-form.ts';
import { identityPaths } from '../../paths.ts';
import { SETTING_FIELDS, SETTINGS_FORM } from './form.ts';

/** The title of the page and the words of its heading. */
export const SETTINGS_TITLE = 'Access tokens and uploads';

/** What the council has settled, and for administrators the form to change it. */
export function SettingsView(props: {
  readonly settings: AuthoritySettings;
  readonly may: boolean;
  readonly sent: Sent | undefined;
}): VNode {
  const { may, sent, settings } = props;
  const names = Object.keys(SETTING_FIELDS) as (keyof AuthoritySettings)[];
  if (!may) {
    return (
      <>
        <h1 class="govuk-heading-l">{SETTINGS_TITLE}</h1>
        <SummaryList
          rows={names.map((name) => ({
            key: SETTING_FIELDS[name].label,
            value: inFigures(settings[name]),
          }))}
        />
      </>
    );
  }
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary problems={sent?.problems} />
        <h1 class="govuk-heading-l">{SETTINGS_TITLE}</h1>
        <FormView
          form={SETTINGS_FORM}
          action={identityPaths.councilSettings}
          begin={Object.fromEntries(names.map((name) => [name, String(settings[name])]))}
          sent={sent}
        />
      </div>
    </div>
  );
}
