-- A provider's page reads what it was ever paid for, among the elements of all.
create index cost_element_by_provider on cost_element (authority_id, provider);
