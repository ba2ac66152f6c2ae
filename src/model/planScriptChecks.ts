/**
 * The part of a script of a plan that is always the same: sending, and reading back. JSON is read by awk, which is
 * everywhere; the value of POST /license/users may be a list of ids, a list of definitions, or a user with either.
 */
export const CHECKING = String.raw`incomplete=0

call() {
  curl --fail-with-body --silent --show-error --request POST "$api/api/v2/license/$1" \
    --header "Authorization: Bearer $GENESYS_TOKEN" \
    --header "Content-Type: application/json" \
    --data-binary @-
}

# Of an answer: each user that it names, and each license of each user, with a tab between.
held() {
  LC_ALL=C awk '
    function text_of(s) {
      if (type[depth] == "{" && at_key) { key[depth] = s; return }
      if (depth == 2 && type[2] == "[") print key[1] "\t" s
      else if (depth == 3 && type[2] == "[" && key[3] == "id") print key[1] "\t" s
      else if (depth == 3 && type[3] == "[" && key[2] == "licenses") print key[1] "\t" s
      else if (depth == 4 && type[3] == "[" && key[2] == "licenses" && key[4] == "id") print key[1] "\t" s
    }
    { all = all $0 "\n" }
    END {
      size = length(all)
      for (i = 1; i <= size; i++) {
        c = substr(all, i, 1)
        if (c == "\"") {
          from = i + 1
          for (i++; i <= size; i++) {
            c = substr(all, i, 1)
            if (c == "\\") i++
            else if (c == "\"") break
          }
          text_of(substr(all, from, i - from))
        } else if (c == "{" || c == "[") {
          depth++; type[depth] = c; key[depth] = ""; at_key = (c == "{")
          if (c == "[" && (depth == 2 || (depth == 3 && key[2] == "licenses"))) print key[1]
        } else if (c == "}" || c == "]") depth--
        else if (c == ":") at_key = 0
        else if (c == ",") at_key = (type[depth] == "{")
      }
    }'
}

# Takes changes, one a line. Reads their users until all show, for half a minute, and tells those that do not.
check() {
  changes=$(cat)
  users=$(printf '%s\n' "$changes" | awk -F '\t' '!($2 in seen) { seen[$2]; list = list (list == "" ? "" : ",") "\"" $2 "\"" } END { print "[" list "]" }')
  for pause in 0 1 2 4 8 15; do
    sleep "$pause"
    answer=$(printf '%s' "$users" | call users)
    left=$({ printf '%s' "$answer" | held; echo "=== changes"; printf '%s\n' "$changes"; } | awk -F '\t' '
      $0 == "=== changes" { are_changes = 1; next }
      !are_changes { known[$1]; if (NF > 1) holds[$1, $2]; next }
      !($2 in known) || (($2, $3) in holds) != ($1 == "+")')
    if [ -z "$left" ]; then return 0; fi
  done
  incomplete=1
  echo "These changes do not show:" >&2
  printf '%s\n' "$left" >&2
  if printf '%s\n' "$left" | awk -F '\t' '$4 == "needed" { found = 1 } END { exit !found }'; then
    echo "Stopped: later changes need them." >&2
    exit 1
  fi
}
`;
