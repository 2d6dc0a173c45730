#!/usr/bin/env bash
# Runs a command against a throw-away PostgreSQL from Debian's packages: with-debian-postgres.sh COMMAND…
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
folder=$(mktemp -d /tmp/gongkai-pg.XXXXXX)
as_server=()
if [ "$(id -u)" = 0 ]; then
  chown postgres "$folder"
  as_server=(runuser -u postgres --)
fi
stop() {
  "${as_server[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
"${as_server[@]}" "$bin/initdb" -D "$folder/data" -U gongkai -A trust -E UTF8 --locale=C >/dev/null
"${as_server[@]}" "$bin/pg_ctl" -D "$folder/data" -o "-k $folder -c listen_addresses=''" -w -l "$folder/log" start >/dev/null
chmod 755 "$folder"
GONGKAI_TEST_DATABASE_URL="postgresql://gongkai@/postgres?host=$folder" "$@"
