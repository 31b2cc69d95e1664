import type { VNode } from 'preact';
import { instantInWords } from '../../../core/instant.ts';
import { dateInFigures, dateInWords, type PlainDate } from '../../../core/plain-date.ts';
import { Tag } from '../../components/messages.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { Table, type TableRow } from '../../components/table.tsx';
import { type InForce, revocable, type SettingChange } from '../changes.ts';
import { settingsPaths } from '../paths.ts';
import { type Setting, valueInWords } from '../setting.ts';
import { byWhom } from './in-words.ts';

/** The title of the page and the words of its heading. */
export const SETTINGS_TITLE = 'Settings';

/** A setting with what counts today, what would without the council's own, and all its changes, the latest first. */
interface ShownSetting {
  readonly setting: Setting;
  readonly now: InForce;
  readonly otherwise: number;
  readonly changes: readonly SettingChange[];
}

/** What counts today, and where it comes from. */
function facts({ setting, now, otherwise }: ShownSetting) {
  const { by, confirmed, value } = now;
  const tag = confirmed ? (
    <Tag text="Confirmed" colour="green" />
  ) : (
    <Tag text="Not confirmed" colour="orange" />
  );
  const shown = [
    { key: 'Value', value: valueInWords(setting, value) },
    { key: 'Confirmed or not', value: tag },
    { key: 'Source', value: by?.made.source ?? setting.source },
  ];
  if (by === undefined) return shown;
  return [
    ...shown,
    { key: 'Since', value: dateInWords(by.made.validFrom) },
    { key: 'Changed by', value: byWhom(by) },
    { key: 'Why', value: by.reason },
    { key: 'Without it', value: `${valueInWords(setting, otherwise)}: ${setting.source}` },
  ];
}

function historyRow(
  setting: Setting,
  change: SettingChange,
  takenBack: ReadonlySet<number>,
  mayTakeBack: boolean,
): TableRow {
  const { decidedAt, made, number, reason } = change;
  const own =
    'value' in made
      ? {
          from: made.validFrom,
          value: valueInWords(setting, made.value),
          source: made.source,
          confirmed: takenBack.has(number) ? 'Taken back' : made.confirmed ? 'Yes' : 'No',
        }
      : { from: '', value: `Change ${made.takesBack} taken back`, source: '', confirmed: '' };
  const at = instantInWords(decidedAt);
  const action = mayTakeBack ? (
    <a class="govuk-link" href={settingsPaths.takeBackOf(setting.name, number)}>
      Take back
      <span class="govuk-visually-hidden">
        {' '}
        change {number} of {setting.title}
      </span>
    </a>
  ) : (
    ''
  );
  return { cells: { number, ...own, reason, by: byWhom(change), at, action } };
}

function History(props: {
  readonly of: ShownSetting;
  readonly today: PlainDate;
  readonly may: boolean;
}): VNode {
  const { may, of, today } = props;
  const { changes, setting } = of;
  const takenBack = new Set(
    changes.flatMap(({ made }) => ('takesBack' in made ? [made.takesBack] : [])),
  );
  const open = new Set(may ? revocable(changes, today).map(({ number }) => number) : []);
  return (
    <Table
      caption={`${setting.title}: its changes`}
      captionSize="s"
      columns={[
        { key: 'number', heading: 'Change', type: 'whole' },
        { key: 'from', heading: 'From', type: 'date' },
        { key: 'value', heading: 'Value', type: 'text' },
        { key: 'confirmed', heading: 'Confirmed', type: 'text' },
        { key: 'source', heading: 'Source', type: 'text', sentences: true },
        { key: 'reason', heading: 'Why', type: 'text', sentences: true },
        { key: 'by', heading: 'By', type: 'text' },
        { key: 'at', heading: 'On', type: 'text' },
        ...(open.size === 0
          ? []
          : [{ key: 'action', heading: 'Take back', type: 'text' } as const]),
      ]}
      rows={changes.map((each) => historyRow(setting, each, takenBack, open.has(each.number)))}
      empty="The council has settled nothing of its own."
    />
  );
}

function OneSetting(props: {
  readonly of: ShownSetting;
  readonly today: PlainDate;
  readonly may: boolean;
}): VNode {
  const { may, of } = props;
  const { changes, setting } = of;
  const coming = revocable(changes, props.today).filter(({ made }) => made.validFrom > props.today);
  return (
    <section id={setting.name}>
      <h2 class="govuk-heading-m">{setting.title}</h2>
      <p class="govuk-body wellplaced-summary">{setting.about}</p>
      <SummaryList rows={facts(of)} />
      {coming.map(({ made, number }) => (
        <p class="govuk-body" key={number}>
          {valueInWords(setting, made.value)} from {dateInFigures(made.validFrom)} on.
        </p>
      ))}
      {may && (
        <p class="govuk-body">
          <a class="govuk-link" href={settingsPaths.changeOf(setting.name)}>
            Change: {setting.title}
          </a>
        </p>
      )}
      <History {...props} />
    </section>
  );
}

/** Every setting with its value today, where it comes from, and all that the council settled of it. */
export function SettingsView(props: {
  readonly settings: readonly ShownSetting[];
  readonly today: PlainDate;
  readonly mayChange: boolean;
}): VNode {
  const { mayChange, settings, today } = props;
  return (
    <>
      <h1 class="govuk-heading-l">{SETTINGS_TITLE}</h1>
      <p class="govuk-body wellplaced-summary">
        What the council settles for itself, from a day on. What has counted is never written over:
        a later value takes its place.
      </p>
      {settings.map((each) => (
        <OneSetting key={each.setting.name} of={each} today={today} may={mayChange} />
      ))}
    </>
  );
}
