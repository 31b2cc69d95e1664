#!/bin/sh
# Run once by the PostgreSQL image: a user that owns the database and cannot get round row security.
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$WELLPLACED_DATABASE_PASSWORD" --username postgres <<'SQL'
create role wellplaced login createrole nosuperuser nobypassrls password :'password';
create database wellplaced owner wellplaced;
SQL
