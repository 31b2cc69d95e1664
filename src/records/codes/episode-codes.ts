import { codeListOf } from './code-list.ts';

/** LS. */
export const LEGAL_STATUSES = codeListOf([
  ['C1', 'Interim care order'],
  ['C2', 'Full care order'],
  ['D1', 'Freeing order'],
  ['E1', 'Placement order'],
  ['V2', 'Single period of accommodation under section 20'],
  ['V3', 'Short break in an agreed series, recorded episode by episode'],
  ['V4', 'Short break agreement'],
  ['L1', 'Police protection'],
  ['L2', 'Emergency protection order'],
  ['L3', 'Child assessment order'],
  ['J1', 'Remanded to local authority or youth detention accommodation'],
  ['J2', 'Detained under the Police and Criminal Evidence Act'],
  ['J3', 'Youth rehabilitation order with residence or intensive fostering'],
]);

/** RNE. */
export const REASONS_FOR_NEW_EPISODE = codeListOf([
  ['S', 'Started to be looked after'],
  ['L', 'Change of legal status only'],
  ['P', 'Change of placement and carer'],
  ['T', 'Change of placement, same carer'],
  ['B', 'Change of legal status, placement and carer'],
  ['U', 'Change of legal status and placement, same carer'],
]);

/** REC. E43 and E44 end with the 2018 return; E45 to E48 start with 2019. */
export const REASONS_EPISODE_CEASED = codeListOf([
  ['X1', 'Episode ends, another starts the same day'],
  ['E11', 'Adopted, application unopposed'],
  ['E12', 'Adopted, consent dispensed with by the court'],
  ['E13', 'Left to live with parents or relatives without parental responsibility'],
  ['E14', 'Accommodation on remand ended'],
  ['E15', 'Age assessment found the child to be 18 or over'],
  ['E16', 'Moved abroad'],
  ['E17', 'Aged 18 or over and stayed with the current carers'],
  ['E2', 'Died'],
  ['E3', 'Care taken over by another authority in the UK'],
  ['E4A', 'Returned home, planned'],
  ['E4B', 'Returned home, not planned'],
  ['E41', 'Residence or child arrangements order'],
  ['E43', 'Special guardianship order to former foster carers', { to: 2018 }],
  ['E44', 'Special guardianship order to carers other than former foster carers', { to: 2018 }],
  ['E45', 'Special guardianship order to former foster carer, relative or friend', { from: 2019 }],
  ['E46', 'Special guardianship order to former foster carer, other', { from: 2019 }],
  ['E47', 'Special guardianship order to another carer, relative or friend', { from: 2019 }],
  ['E48', 'Special guardianship order to another carer, other', { from: 2019 }],
  ['E5', 'Moved to independent living with formal support'],
  ['E6', 'Moved to independent living without formal support'],
  ['E7', 'Moved to residential care funded by adult social care'],
  ['E8', 'Ceased for any other reason'],
  ['E9', 'Sentenced to custody'],
]);

/** CIN, the same for a whole period of care. */
export const CATEGORIES_OF_NEED = codeListOf([
  ['N1', 'Abuse or neglect'],
  ['N2', "Child's disability"],
  ['N3', 'Parental illness or disability'],
  ['N4', 'Family in acute stress'],
  ['N5', 'Family dysfunction'],
  ['N6', 'Socially unacceptable behaviour'],
  ['N7', 'Low income'],
  ['N8', 'Absent parenting'],
]);
