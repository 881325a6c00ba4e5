#!/usr/bin/env bash
# ./test.sh [GROUP...]         runs the tests of these groups, or all of them
# ./test.sh --long GROUP       the same at full counts (fuzzing, soak, load); takes as long as it takes
# EIDAUTH_REQUIRE_ALL=1        what this machine cannot run fails instead of being skipped
# Results: artifacts/tests/*/*.trx. Last line: N passed, N failed[, N skipped].
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export PATH="$PATH:/usr/sbin:/sbin" DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_CLI_UI_LANGUAGE=en

results=artifacts/tests
hang=5m

# What the tests use of the system: Debian package, and a file or command that shows it is there.
parts_of() {
  case $1 in
    first-login)
      cat <<'PARTS'
pcscd pcscd
libpcsclite1 /usr/lib/*/libpcsclite.so.1
vsmartcard-vpcd /usr/lib/pcsc/drivers/serial/libifdvpcd.so
opensc pkcs15-tool
pinentry-gtk2 pinentry-gtk-2
pinentry-curses pinentry-curses
xvfb Xvfb
xdotool xdotool
openbox openbox
chromium chromium
firefox-esr firefox-esr
imagemagick import
fonts-dejavu-core /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
openssl openssl
iproute2 ip
util-linux setpriv
tmux tmux
curl curl
PARTS
      ;;
    card)
      cat <<'PARTS'
pcscd pcscd
libpcsclite1 /usr/lib/*/libpcsclite.so.1
vsmartcard-vpcd /usr/lib/pcsc/drivers/serial/libifdvpcd.so
opensc pkcs15-tool
pinentry-curses pinentry-curses
openssl openssl
poppler-utils pdfsig
iproute2 ip
util-linux setpriv
tmux tmux
PARTS
      ;;
    trust)
      cat <<'PARTS'
openssl openssl
PARTS
      ;;
    agent | attacks)
      parts_of first-login
      cat <<'PARTS'
pinentry-qt pinentry-qt
pinentry-gnome3 pinentry-gnome3
systemd systemd-socket-activate
dbus-daemon dbus-run-session
xauth xauth
libfaketime /usr/lib/*/faketime/libfaketimeMT.so.1
PARTS
      ;;
    town)
      cat <<'PARTS'
chromium chromium
firefox-esr firefox-esr
postgresql /usr/lib/postgresql/*/bin/postgres
fonts-dejavu-core /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
npm npm
PARTS
      ;;
  esac
}

say() { printf '== %s\n' "$*"; }
known_groups() { sed -n 's/.*const string .* = "\(.*\)";.*/\1/p' tests/EidAuth.Testing/TestGroup.cs; }
is_there() { case $1 in /*) compgen -G "$1" ;; *) command -v "$1" ;; esac >/dev/null; }

install_parts() { # groups...
  local package proof missing=() root=()
  while read -r package proof; do
    is_there "$proof" || missing+=("$package")
  done < <(for group in "$@"; do parts_of "$group"; done | sort -u)
  [ "${#missing[@]}" -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ]; then root=(sudo -n); fi
  if ! command -v apt-get >/dev/null || ! "${root[@]}" true 2>/dev/null; then
    say "not installed, and not mine to install: ${missing[*]}; what needs them is skipped"
    return 0
  fi
  say "installing ${missing[*]}"
  "${root[@]}" apt-get update -qq </dev/null >/dev/null || true
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null ||
    say "some of them did not install; what needs them is skipped"
}

run_project() { # project folder; adds to $broken when it ends without saying what failed
  local name out status=0
  name=$(basename "$1")
  out=$results/$name
  say "$name"
  dotnet test "$1" --no-build --nologo --results-directory "$out" --logger "trx;LogFileName=$name.trx" \
    --logger "console;verbosity=normal" --blame-hang --blame-hang-timeout "$hang" --blame-hang-dump-type none \
    ${filter:+--filter "$filter"} </dev/null >"$out.log" 2>&1 || status=$?
  # A run that was cut short counts as a failure of its own: the tests that it never came to are in no count.
  if grep -q '^Test Run Aborted' "$out.log" || { [ "$status" != 0 ] && ! grep -qs '<UnitTestResult .*outcome="Failed"' "$out/$name.trx"; }; then
    broken+=("$name was cut short or ended with $status: $(grep -A1 'running when the crash occurred' "$out.log" | tail -n 1) $(tail -n 3 "$out.log" | tr '\n' ' ')")
  fi
  # What failed, with its message, up to the stack trace; the whole is in the log.
  sed -n '/^  Failed /,/^  Stack Trace/p' "$out.log" | grep -v '^  Stack Trace' | cut -c1-300 | head -n 200 || true
}

# Ten million damaged inputs over all parsers of a login; EIDAUTH_SEED repeats a run.
run_fuzzing() {
  say "EidAuth.Fuzz"
  dotnet build tests/EidAuth.Fuzz --no-restore -c Release -v q -nologo </dev/null
  if dotnet run --project tests/EidAuth.Fuzz --no-build -c Release -- --count 10000000 ${EIDAUTH_SEED:+--seed "$EIDAUTH_SEED"} </dev/null 2>&1 | tee "$results/fuzz.log"; then
    sed 's/^/fuzz, /' "$results/fuzz.log" >>artifacts/figures.txt
  else
    broken+=("EidAuth.Fuzz failed: $(grep -m1 FAILED "$results/fuzz.log" || tail -n 1 "$results/fuzz.log")")
  fi
}

# From each trx: FAILED or SKIPPED, the name, and the first line of the reason.
list_outcomes() {
  cat "$results"/*/*.trx | awk '
    /<UnitTestResult / {
      name = $0; sub(/.* testName="/, "", name); sub(/".*/, "", name)
      word = /outcome="Failed"/ ? "FAILED " : /outcome="NotExecuted"/ ? "SKIPPED" : ""
    }
    word && /<Message>/ { reason = $0; sub(/.*<Message>/, "", reason); sub(/<\/Message>.*/, "", reason); print word " " name ": " reason; word = "" }' |
    sed 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&#xD;//g; s/&amp;/\&/g' | sort
}

# Over all trx files: passed, failed, skipped (total - executed: the attribute notExecuted stays 0).
count_outcomes() {
  cat "$results"/*/*.trx | awk '
    function value(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
    /<Counters / { passed += value("passed"); failed += value("failed") + value("error") + value("timeout") + value("aborted"); skipped += value("total") - value("executed") }
    END { print passed + 0, failed + 0, skipped + 0 }'
}

if [ "${1:-}" = --long ]; then
  shift
  [ $# = 1 ] || { echo "--long takes one group" >&2; exit 2; }
  export EIDAUTH_LONG=1
  hang=4h
fi
filter=
for group in "$@"; do
  known_groups | grep -qx -- "$group" || { echo "no group '$group'; there are: $(known_groups | tr '\n' ' ')" >&2; exit 2; }
  filter+="${filter:+|}Group=$group"
  # What a group has beside the classes that name it: the cases of the PKI are the first login's too.
  case $group in
    agent) filter+="|Group=attacks" ;;
    trust) filter+="|FullyQualifiedName~EidAuth.ConformanceTests|FullyQualifiedName~Ocsp|FullyQualifiedName~Openssl|FullyQualifiedName~Pseudonym" ;;
    town) filter+="|FullyQualifiedName~IntegrationTests.TownSite|FullyQualifiedName~Pseudonym" ;;
  esac
done
command -v dotnet >/dev/null || { echo "the .NET SDK is needed ($(tr -d ' \n' <global.json))" >&2; exit 2; }

mapfile -t groups < <(if [ $# -gt 0 ]; then printf '%s\n' "$@"; else known_groups; fi)
install_parts "${groups[@]}"
rm -rf "$results" artifacts/figures.txt
mkdir -p "$results"

# The rules that pages are held to, for the browser tests.
if [[ " ${groups[*]} " = *" town "* ]] && command -v npm >/dev/null; then
  (cd tests/EidAuth.E2ETests/Accessibility && npm ci --ignore-scripts --no-audit --no-fund --silent </dev/null) || say "axe-core did not install; what needs it is skipped"
fi

say build
dotnet restore EidAuth.sln --locked-mode -v q </dev/null
dotnet build EidAuth.sln --no-restore -v q -nologo </dev/null

broken=()
for project in tests/*Tests; do run_project "$project"; done
if [ -n "${EIDAUTH_LONG:-}" ] && [ "${groups[*]}" = trust ]; then run_fuzzing; fi

read -r passed failed skipped < <(compgen -G "$results/*/*.trx" >/dev/null && count_outcomes || echo 0 0 0)
say outcome
[ ! -f artifacts/figures.txt ] || sort artifacts/figures.txt
[ "$passed$failed$skipped" = 000 ] || list_outcomes
for line in "${broken[@]}"; do printf 'BROKEN  %s\n' "$line"; done
failed=$((failed + ${#broken[@]}))
status=0
if [ "$failed" != 0 ]; then status=1; fi
if [ $((passed + failed)) = 0 ]; then echo "no test ran"; status=1; fi
suffix=
if [ "$skipped" != 0 ]; then suffix=", $skipped skipped"; fi
echo "$passed passed, $failed failed$suffix"
exit $status
