import type { AnyWorkflow } from './workflow.ts';

const BY_ITSELF = 'by itself';

function rolesOf({ permissions }: AnyWorkflow, by: string): string {
  return by === 'program' ? BY_ITSELF : permissions.rolesThatMay(by).join(', ');
}

/** Text between quotation marks in Mermaid: a mark within it would end it. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '#quot;')}"`;
}

/** The workflow as a Mermaid flowchart, as GitHub draws it: states as boxes, actions as arrows with who takes them. */
function diagram(workflow: AnyWorkflow): readonly string[] {
  const { actions, begins, moves, states } = workflow;
  const names = Object.keys(states);
  const at = (state: string) => `s${names.indexOf(state)}`;
  const boxes = names.map((name) => {
    const text = quoted(states[name]?.inWords ?? name);
    return states[name]?.end ? `  ${at(name)}([${text}])` : `  ${at(name)}[${text}]`;
  });
  const arrows = names.flatMap((from) =>
    Object.entries(moves[from] ?? {}).flatMap(([action, move]) => {
      if (typeof move === 'object') return [];
      const { label = action, by = 'program' } = actions[action] ?? {};
      const who = rolesOf(workflow, by).replaceAll(', ', '<br/>');
      return [`  ${at(from)} -->|${quoted(`<b>${label}</b><br/>${who}`)}| ${at(move)}`];
    }),
  );
  return [
    '```mermaid',
    'flowchart LR',
    '  begin(( ))',
    `  begin --> ${at(begins)}`,
    ...boxes,
    ...arrows,
    '```',
  ];
}

function table(workflow: AnyWorkflow): readonly string[] {
  const { actions, safeguards } = workflow;
  const rows = Object.values(actions).map((action) => {
    const only = (action.safeguards ?? []).map((name) => safeguards[name]?.inWords ?? name);
    const others = (action.notWhoDid ?? []).map(
      (name) => `somebody else took “${actions[name]?.label.toLowerCase()}”`,
    );
    const when = [...others, ...only].join('; ');
    const cells = [action.label, rolesOf(workflow, action.by), when, action.records.join(', ')];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| action | who | only when | recorded |', '| --- | --- | --- | --- |', ...rows];
}

function refusals({ actions, moves, states }: AnyWorkflow): readonly string[] {
  const rows = Object.entries(moves).flatMap(([state, of]) =>
    Object.entries(of).flatMap(([action, move]) =>
      typeof move === 'object' && actions[action]?.by !== 'program'
        ? [`| ${states[state]?.inWords} | ${actions[action]?.label} | ${move.not} |`]
        : [],
    ),
  );
  return rows.length === 0
    ? []
    : ['', '| state | not offered | because |', '| --- | --- | --- |', ...rows];
}

/** docs/workflows.md: every workflow drawn, with who may do what, as `npm run workflows` writes it. */
export function workflowDocument(workflows: readonly AnyWorkflow[]): string {
  const parts = workflows.flatMap((workflow) => [
    `## ${workflow.thing.charAt(0).toUpperCase()}${workflow.thing.slice(1)}`,
    '',
    ...diagram(workflow),
    '',
    ...table(workflow),
    ...refusals(workflow),
    '',
  ]);
  return [
    '# Workflows',
    '',
    'What may be done to each kind of case, from which state, by whom. The buttons on the pages, the',
    'refusals where a change is made and the tests follow from the same tables. Written by',
    '`npm run workflows` from what the wings declare; a test compares the two.',
    '',
    ...parts,
  ].join('\n');
}
