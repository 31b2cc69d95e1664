#!/bin/sh
# Run once by the PostgreSQL image: the roles and the database, and a password for each that logs in.
set -eu
psql --username postgres --file /wellplaced/create-roles.sql postgres
psql --set=ON_ERROR_STOP=1 --set=owner="$WELLPLACED_OWNER_PASSWORD" --set=service="$WELLPLACED_DATABASE_PASSWORD" --username postgres <<'SQL'
alter role wellplaced_owner password :'owner';
alter role wellplaced password :'service';
SQL
