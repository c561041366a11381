#!/usr/bin/env bash
# The analyst's Browser in one command: a Neo4j with the published cities, the API beside it, Browser at the guide.
#   serve.sh [LANGUAGE]      zh (default) or en; Ctrl-C ends everything
# Neo4j comes as jars from Maven Central (needs mvn and Java 17 or 21); nothing is installed. It listens on this machine
# alone and has no password. Settings: NEO4J_BOLT_PORT, NEO4J_HTTP_PORT, CHENGCE_PORT, CHENGCE_BROWSER_HOME.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(cd "$HERE/../.." && pwd)
LANGUAGE=${1:-zh}
BOLT=${NEO4J_BOLT_PORT:-7687} HTTP=${NEO4J_HTTP_PORT:-7474}
export CHENGCE_HOST=127.0.0.1 CHENGCE_PORT=${CHENGCE_PORT:-8000} CHENGCE_STORE=bolt://127.0.0.1:$BOLT
BASE=${CHENGCE_BROWSER_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/chengce/neo4j}
JARS=$BASE/jars-$(cksum < "$HERE/pom.xml" | cut -d' ' -f1)
OPENS=(--add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED
  --add-opens=java.base/sun.nio.ch=ALL-UNNAMED --add-opens=java.base/java.util.concurrent=ALL-UNNAMED)

die() { printf 'make browser: %s\n' "$*" >&2; exit 2; }

java_of() { # the first Java 17 or 21
  local java
  for java in "${JAVA_HOME:+$JAVA_HOME/bin/java}" /usr/lib/jvm/*/bin/java "$(command -v java || true)"; do
    [ -x "$java" ] && "$java" -version 2>&1 | grep -qE 'version "(17|21)\.' && { printf '%s' "$java"; return; }
  done
  die "no Java 17 or 21 was found; install one (Debian: openjdk-17-jre-headless), or set JAVA_HOME"
}

fetch() { # the jars, once
  [ -f "$JARS/complete" ] && return
  command -v mvn > /dev/null || die "mvn was not found; install Maven (Debian: maven)"
  echo "Fetching Neo4j from Maven Central (once, about 140 MB)"
  mkdir -p "$JARS"
  mvn -B -q -ntp -f "$HERE/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$JARS/lib" || die "Maven could not fetch Neo4j; see above"
  : > "$JARS/complete"
}

configure() {
  mkdir -p "$BASE/home/conf" "$BASE/home/logs"
  cat > "$BASE/home/conf/neo4j.conf" <<CONF
server.default_listen_address=127.0.0.1
server.bolt.listen_address=:$BOLT
server.bolt.advertised_address=localhost:$BOLT
server.http.listen_address=:$HTTP
server.http.advertised_address=localhost:$HTTP
server.https.enabled=false
dbms.security.auth_enabled=false
server.memory.pagecache.size=512m
dbms.usage_report.enabled=false
client.allow_telemetry=false
browser.post_connect_cmd=play http://localhost:$CHENGCE_PORT/browser/guide.$LANGUAGE.html
browser.remote_content_hostname_whitelist=localhost
CONF
}

wait_for() { # URL
  for _ in $(seq 1 200); do
    curl -sf -o /dev/null "$1" && return
    sleep 0.3
  done
  die "$1 does not answer; see $BASE/home/logs"
}

JAVA=$(java_of)
fetch
configure
trap 'trap - EXIT; kill $(jobs -p) 2> /dev/null; wait' EXIT INT TERM
"$JAVA" -Xmx1g "${OPENS[@]}" -Dfile.encoding=UTF-8 -Dlog4j2.disable.jmx=true -cp "$JARS/lib/*" \
  org.neo4j.server.CommunityEntryPoint --home-dir="$BASE/home" --config-dir="$BASE/home/conf" \
  > "$BASE/home/logs/console.log" 2>&1 &
wait_for "http://127.0.0.1:$HTTP/"
"$ROOT/.venv/bin/chengce" copy data "$CHENGCE_STORE"
"$ROOT/.venv/bin/chengce" serve &
wait_for "http://127.0.0.1:$CHENGCE_PORT/readyz"
GUIDE=http://localhost:$CHENGCE_PORT/browser/guide.$LANGUAGE.html
PAGE="http://localhost:$HTTP/browser/?preselectAuthMethod=NO_AUTH&cmd=guide&arg=$GUIDE"
printf 'Neo4j Browser: %s\nStyle: in Browser run  :style http://localhost:%s/browser/style.grass\n' "$PAGE" "$CHENGCE_PORT"
printf 'Saved queries: drop the files of %s onto Browser'"'"'s Favorites\n' "$HERE/saved"
opener=$(command -v xdg-open || command -v open || true)
[ -z "$opener" ] || [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || "$opener" "$PAGE" > /dev/null 2>&1 || true
wait
