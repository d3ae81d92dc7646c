#!/usr/bin/env bash
# Measures the packaged tap against the sandbox in a process of its own, and prints one table.
# Needs a JDK, GNU time, and `mvn -DskipTests package` before it.
#   src/bench/run.sh            all but what follows
#   src/bench/run.sh windows    full syncs against the best that windows of 100 searches allow (5 minutes)
#   src/bench/run.sh start      starts against that of a JVM that does nothing
#   src/bench/run.sh million    a million conversations (5 GB)
#   src/bench/run.sh notes      two million old notes, in a list that changes, with three kills (3 minutes)
#   src/bench/run.sh wire       HTTP/2 and gzip, with and without, over TLS (takes Maven)
set -euo pipefail
cd "$(dirname "$0")/../.."

jar=target/tap-kustomer.jar
tap=target/tap-kustomer/bin/tap-kustomer
work=target/bench
[ -x $tap ] || { echo "run mvn -DskipTests package first" >&2; exit 2; }
[ -x /usr/bin/time ] || { echo "needs GNU time at /usr/bin/time" >&2; exit 2; }
mkdir -p $work/classes
javac -nowarn -proc:none -cp $jar -d $work/classes src/bench/java/io/github/tapkustomer/bench/*.java

# row TITLE CELL...
row() { printf '| %-34s |' "$1"; printf ' %9s |' "${@:2}"; echo; }

# serve LATENCY_MS SEARCHES WINDOW_S PAGE STREAM=COUNT...
serve() {
  coproc SERVER { exec java -Xmx4g -XX:+UseSerialGC -cp $work/classes:$jar \
    io.github.tapkustomer.bench.BenchServer $work "$@" 2>$work/server.log; }
  server=$SERVER_PID
  read -r _ uri key <&"${SERVER[0]}"
}

# Ends the server; sets searches and refused.
stop() {
  local in=${SERVER[1]} out=${SERVER[0]}
  exec {in}>&-
  read -r searches refused <&"$out"
  wait "$server" || true
}

# measured NAME COMMAND...: sets wall, cpu and peak (MB); its output goes to a pipe, as to a target.
measured() {
  /usr/bin/time -o $work/time -f '%e %U %S %M' "${@:2}" 2>"$work/$1.log" | cat >"$work/$1.out"
  read -r wall user sys kb <$work/time
  cpu=$(awk "BEGIN {printf \"%.2f\", $user + $sys}")
  peak=$((kb / 1024))
}

# scenario TITLE LATENCY_MS SEARCHES WINDOW_S PAGE STREAM=COUNT...
scenario() {
  serve "${@:2}"
  measured tap $tap --config $work/config.json --catalog $work/catalog.json
  records=$(grep -c '^{"type":"RECORD"' $work/tap.out)
  stop
  share=-
  if [ "$3" -lt 100000 ]; then
    share=$(awk "BEGIN {printf \"%.1f %%\", 100 * $records / $5 * $4 / $3 / $wall}")
  fi
  row "$1" "$records" "$wall" "$(awk "BEGIN {printf \"%d\", $records / $wall}")" "$cpu" "$peak" \
    "$searches" "$refused" "$share"
}

# windows TITLE STREAM=COUNT...: 100 searches in each minute, answers of half a second, from the
# beginning of a minute on. Optimum: all windows but the last, then its searches, ten at once.
windows() {
  serve 500 100 60 500 "${@:2}"
  sleep "$(awk -v now="$(date +%s.%N)" 'BEGIN {print 60.02 - now % 60}')"
  measured tap $tap --config $work/config.json --catalog $work/catalog.json
  stop
  row "$1" $(printf '%s\n' "${@:2}" | awk -v n="$searches" -v wall="$wall" -F '[=@]' '
    {pages += int(($2 + 499) / 500)}
    END {
      whole = int((n - 1) / 100)
      best = whole * 60 + int((n - whole * 100 + 9) / 10) * 0.5
      printf "%d %d %d %.1f %.1f %.3f", pages, n, whole + 1, wall, best, wall / best
    }') "$refused"
}

# archived: waits until the launcher has made its archive of classes, which the second start begins.
archived() {
  export TAP_KUSTOMER_CACHE=$PWD/$work/cache
  rm -rf "$TAP_KUSTOMER_CACHE"
  for _ in 1 2; do $tap --version >/dev/null; done
  for _ in $(seq 300); do
    compgen -G "$TAP_KUSTOMER_CACHE/*/*.jsa" >/dev/null && return
    sleep 1
  done
  echo "the launcher made no archive" >&2
  exit 1
}

# starts ROUNDS TITLE=COMMAND...: each in turn, so that all meet the same machine; the first is the measure.
starts() {
  local TIMEFORMAT='%R %U %S' rounds=$1 round i wall cpu
  shift
  rm -f $work/start.*
  for round in $(seq "$rounds"); do
    for i in $(seq $#); do
      { time ${!i#*=} >/dev/null 2>&1; } 2>>$work/start."$i"
    done
  done
  for i in $(seq $#); do
    wall=$(median '$1' "$i")
    cpu=$(median '$2 + $3' "$i")
    row "${!i%%=*}" "$wall" "$(awk "BEGIN {printf \"%.2f\", $wall / $(median '$1' 1)}")" \
      "$cpu" "$(awk "BEGIN {printf \"%.2f\", $cpu / $(median '$2 + $3' 1)}")"
  done
}

# median EXPRESSION NUMBER: in milliseconds
median() {
  awk "{print 1000 * ($1)}" $work/start."$2" | sort -n |
    awk '{all[NR] = $1} END {print int(all[int((NR + 1) / 2)])}'
}

# notes COUNT SECONDS...: reads a list of notes that come and go; kills the tap after so many seconds,
# each time from the last STATE on, and lets the last run finish.
notes() {
  coproc SERVER { exec java -Xmx1g -XX:+UseSerialGC -Dsun.net.httpserver.nodelay=true -cp $work/classes:$jar \
    io.github.tapkustomer.bench.NotesServer $work "$1" 2>$work/server.log; }
  server=$SERVER_PID
  read -r _ <&"${SERVER[0]}"
  echo '{}' >$work/state.json
  : >$work/ids
  peaks=
  for seconds in "${@:2}" whole; do
    set -- $tap --config $work/config.json --catalog $work/catalog.json --state $work/state.json
    if [ "$seconds" = whole ]; then
      measured tap "$@"
    else
      "$@" >$work/tap.out 2>$work/tap.log &
      sleep "$seconds"
      peak=$(awk '/VmHWM/ {print int($2 / 1024)}' /proc/$!/status)
      kill -9 $!
      wait $! 2>/dev/null || true
    fi
    peaks="$peaks $peak"
    # The last line may be cut off.
    [ -z "$(tail -c 1 $work/tap.out)" ] || sed -i '$ d' $work/tap.out
    if grep '^{"type":"STATE"' $work/tap.out | tail -n 1 >$work/state.line; then
      sed 's/^{"type":"STATE","value"://; s/}$//' $work/state.line >$work/state.json
    fi
    grep -o '"id":"n[0-9]*"' $work/tap.out | cut -d '"' -f 4 >>$work/ids || true
  done
  stop
  records=$(wc -l <$work/ids)
  sort -u -S 500M -o $work/ids $work/ids
  sort -S 500M -o $work/there.txt $work/there.txt
  row "$records records in $(wc -w <<<"$peaks") runs" $((records - $(wc -l <$work/ids))) \
    "$(comm -23 $work/there.txt $work/ids | wc -l)" "$(tr ' ' '\n' <<<"$peaks" | sort -n | tail -n 1)" \
    "$wall" "$cpu" "$searches" "$refused"
}

# bare TITLE RECORDS
bare() {
  serve 0 1000000 60 500 conversations="$2"
  measured bare java -XX:+UseSerialGC -Xshare:auto -Xmx512m -cp $work/classes:$jar \
    io.github.tapkustomer.bench.BareCopy "$uri" "$key" $(($2 / 500)) 500
  stop
  row "$1" "$2" "$wall" "$(awk "BEGIN {printf \"%d\", $2 / $wall}")" "$cpu" "$peak" "$searches" \
    "$refused" -
}

# wire PROTOCOL ENCODING: the sandbox behind a front that speaks them; the first run warms that
wire() {
  serve 0 1000000 60 500 conversations=40000
  : >$work/front.port
  exec {front}> >(exec java -cp "$(cat $work/test-classpath)" src/bench/wire/WireFront.java "$uri" \
    $work/wire.p12 "$1" "$2" >$work/front.port 2>$work/front.log)
  until port=$(grep -m 1 '^port ' $work/front.port); do
    kill -0 $! || { cat $work/front.log >&2; exit 1; }
    sleep 0.1
  done
  port=${port#port }
  sed "s|\"api_url\":\"[^\"]*\"|\"api_url\":\"https://localhost:$port\"|" $work/config.json >$work/wire.json
  export JAVA_TOOL_OPTIONS="-Djavax.net.ssl.trustStore=$work/wire.p12 -Djavax.net.ssl.trustStorePassword=password"
  for _ in 1 2 3 4; do
    measured tap $tap --config $work/wire.json --catalog $work/catalog.json
    records=$(grep -c '^{"type":"RECORD"' $work/tap.out)
    row "$1, $2" "$records" "$wall" "$(awk "BEGIN {printf \"%d\", $records / $wall}")" "$cpu" "$peak" - - -
  done
  unset JAVA_TOOL_OPTIONS
  exec {front}>&-
  stop
}

if [ "${1:-all}" = windows ]; then
  head=(scenario pages searches windows s optimum ratio 429)
elif [ "${1:-all}" = start ]; then
  head=(start "ms" "x bare" "CPU ms" "x bare")
elif [ "${1:-all}" = notes ]; then
  head=(scenario repeats lost "peak MB" "last, s" "CPU s" requests "new, gone")
else
  head=(scenario records "wall s" records/s "CPU s" "peak MB" searches 429 "of pace")
fi
row "${head[@]}"
row --- $(printf -- '---: %.0s' "${head[@]:1}")
case ${1:-all} in
  all)
    scenario "ten records" 0 1000000 60 500 conversations=10
    scenario "4,000 conversations" 0 1000000 60 500 conversations=4000
    for _ in 1 2 3; do
      scenario "40,000 conversations (200 MB)" 0 1000000 60 500 conversations=40000
      bare "the same, bare copy" 40000
    done
    scenario "3 streams, 0.7 s, 50 per 6 s" 700 50 6 100 conversations=6000 customers=6000 \
      messages=6000
    scenario "1 stream, 0.4 s, 60 per 4 s" 400 60 4 100 conversations=12000
    ;;
  growth)
    for n in 10000 100000; do scenario "$n conversations" 0 1000000 60 500 conversations=$n; done
    ;;
  windows)
    windows "one stream" conversations=90000
    windows "three streams" conversations=60000 customers=25000 messages=40000
    windows "six streams since 2019" messages=45000@2900 conversations=18000@2900 \
      customers=10000@2900 notes=2000@2900 kobjects=12000@2900 companies=3000@2900
    ;;
  start)
    archived
    # The launcher's own, so that the empty program runs with the same.
    eval "$(sed -n '/^options="/,/"$/p' $tap)"
    serve 0 1000000 60 500 customers=10
    discover="--config $work/config.json --discover"
    starts "${2:-21}" \
      "a JVM that does nothing=java $(echo $options) -cp $work/classes io.github.tapkustomer.bench.Empty" \
      "--version=$tap --version" "--help=$tap --help" "--about=$tap --about" \
      "--discover=$tap $discover" "the jar alone, --version=java -jar $jar --version" \
      "the jar alone, --help=java -jar $jar --help" "the jar alone, --about=java -jar $jar --about" \
      "the jar alone, --discover=java -jar $jar $discover"
    stop
    ;;
  million) scenario "1,000,000 conversations" 0 1000000 60 500 conversations=1000000 ;;
  notes) notes 2000000 15 25 30 ;;
  wire)
    mvn -q dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=$PWD/$work/test-classpath
    rm -f $work/wire.p12
    keytool -genkeypair -keystore $work/wire.p12 -storetype PKCS12 -storepass password -alias wire \
      -keyalg EC -dname CN=localhost -ext san=dns:localhost 2>/dev/null
    for protocol in h1 h2; do for encoding in identity gzip; do wire $protocol $encoding; done; done
    ;;
  *) echo "all, windows, start, growth, million, notes or wire" >&2; exit 2 ;;
esac
