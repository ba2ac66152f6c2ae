#!/bin/sh
# Writes config.json and the headers of nginx from the environment, before nginx starts.
#
#   REGION     domain of the region, such as mypurecloud.de; mypurecloud.com unless told
#   CLIENT_ID  id of the OAuth client
#   GRANT      pkce (unless told) or implicit
#   DEMO       true (unless told) or false: whether the demo organization is offered
#   API_HOST, LOGIN_HOST   addresses of a stand-in for the service, both or neither
#   MORE_REGIONS   further regions that people may sign in to, such as "mypurecloud.ie usw2.pure.cloud"
#   EMBED_IN       who may show the console in a frame, such as https://apps.mypurecloud.de; nobody unless told
#
# Several organizations are listed as "profiles" in a config.json of your own, mounted over the one in
# /var/www/license-console; MORE_REGIONS then names their regions.
#
# Arguments, for tests: the headers as they are shipped, and the folder to write to.
set -euf

headers=${1:-/opt/license-console/headers.conf}
folder=${2:-/tmp/license-console}

region=${REGION:-mypurecloud.com}
client=${CLIENT_ID:-}
grant=${GRANT:-pkce}
demo=${DEMO:-true}
api=${API_HOST:-}
login=${LOGIN_HOST:-}
regions=${MORE_REGIONS:-}
embed=${EMBED_IN:-}

refuse() {
    echo "license console: $1" >&2
    exit 1
}

case $region in *[!A-Za-z0-9.-]*) refuse "REGION is no domain: $region" ;; esac
case $regions in *[!A-Za-z0-9.\ -]*) refuse "MORE_REGIONS are domains: $regions" ;; esac
case $client in *[!A-Za-z0-9_-]*) refuse "CLIENT_ID is no id: $client" ;; esac
case $grant in pkce | implicit) ;; *) refuse "GRANT is pkce or implicit, not: $grant" ;; esac
case $demo in true | false) ;; *) refuse "DEMO is true or false, not: $demo" ;; esac
for host in "$api" "$login"; do
    case $host in
    *[!A-Za-z0-9.:/-]*) refuse "API_HOST and LOGIN_HOST are addresses, not: $host" ;;
    '' | https://* | http://*) ;;
    *) refuse "API_HOST and LOGIN_HOST are addresses, not: $host" ;;
    esac
done

for host in $embed; do
    case $host in
    *[!A-Za-z0-9.:/-]*) refuse "EMBED_IN are addresses, not: $host" ;;
    https://* | http://*) ;;
    *) refuse "EMBED_IN are addresses, not: $host" ;;
    esac
done

hosts=''
service="https://api.$region https://login.$region"
if [ -n "$api$login" ]; then
    if [ -z "$api" ] || [ -z "$login" ]; then refuse 'API_HOST and LOGIN_HOST go together'; fi
    hosts=", \"hosts\": { \"api\": \"$api\", \"login\": \"$login\" }"
    # A policy names a host without a path.
    service=$(printf '%s %s' "$api" "$login" | sed -E 's#(https?://[^/ ]*)[^ ]*#\1#g')
fi
for more in $regions; do service="$service https://api.$more https://login.$more"; done
if [ "$demo" = true ]; then service="$service https://api.demo.invalid"; fi

mkdir -p "$folder"
printf '{ "region": "%s", "clientId": "%s", "grant": "%s", "demo": %s%s }\n' \
    "$region" "$client" "$grant" "$demo" "$hosts" >"$folder/config.json"
sed "s#connect-src 'self' [^;]*;#connect-src 'self' $service;#" "$headers" >"$folder/headers.conf"
if [ -n "$embed" ]; then
    # nginx/license-console-headers.conf says why these two go together.
    sed -e "s#frame-ancestors 'none'#frame-ancestors $embed#" \
        -e '/^add_header Cross-Origin-Opener-Policy/s#same-origin#unsafe-none#' \
        "$folder/headers.conf" >"$folder/headers.new"
    mv "$folder/headers.new" "$folder/headers.conf"
fi
