-- The three roles and the database; run by a superuser, as often as one likes. Expects the variables owner, app and operator.
SELECT 'CREATE ROLE ' || r FROM unnest(ARRAY['sylion_owner', 'sylion_app', 'sylion_operator']) r
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r) \gexec
ALTER ROLE sylion_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'owner';
ALTER ROLE sylion_app LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'app';
ALTER ROLE sylion_operator LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'operator';
SELECT 'CREATE DATABASE sylion OWNER sylion_owner' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'sylion') \gexec
REVOKE ALL ON DATABASE sylion FROM PUBLIC;
GRANT CONNECT ON DATABASE sylion TO sylion_app, sylion_operator;
