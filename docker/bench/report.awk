# Figures (row, figure, unit, reach, value; tab-separated) to a table and to a JSON file, one figure a line.
function quoted(text) { gsub(/\\/, "\\\\", text); gsub(/"/, "\\\"", text); return "\"" text "\"" }
function shown(value) { return value == int(value) ? sprintf("%d", value) : value >= 100 ? sprintf("%.0f", value) : value >= 10 ? sprintf("%.1f", value) : sprintf("%.2f", value) }
# sorted in place: few values
function sorted(values, n,    i, j, held) {
  for (i = 2; i <= n; i++) {
    held = values[i]
    for (j = i - 1; j > 0 && values[j] > held; j--) values[j + 1] = values[j]
    values[j + 1] = held
  }
}
function missed(reach, value,    limit) {
  if (reach == "-") return 0
  limit = reach
  if (sub(/^< */, "", limit)) return value + 0 >= limit + 0
  return value + 0 != limit + 0
}

BEGIN {
  FS = "\t"
  while ((getline line < last) > 0) {
    if (match(line, /"row": "[^"]*"/)) row = substr(line, RSTART + 8, RLENGTH - 9); else continue
    match(line, /"figure": "[^"]*"/); name = substr(line, RSTART + 11, RLENGTH - 12)
    match(line, /"median": [-0-9.]+/); before[row, name] = substr(line, RSTART + 10, RLENGTH - 10)
  }
}

{
  key = $1 SUBSEP $2
  if (!(key in count)) { order[++figures] = key; rows[key] = $1; names[key] = $2; units[key] = $3; reaches[key] = $4 }
  all[key, ++count[key]] = $5
}

END {
  printf "%-8s %-60s %10s %-9s %-17s %-8s %s\n", "row", "figure", "median", "unit", "smallest–largest", "reach", "last run"
  printf "{\n  \"at\": %s,\n  \"quick\": %s,\n  \"machine\": {", quoted(gensub_stamp(json)), quick > json
  while ((getline line < machine) > 0) { split(line, part, "\t"); printf "%s\n    %s: %s", (parts++ ? "," : ""), quoted(part[1]), quoted(part[2]) > json }
  printf "\n  },\n  \"figures\": [" > json
  for (i = 1; i <= figures; i++) {
    key = order[i]; n = count[key]
    for (j = 1; j <= n; j++) values[j] = all[key, j] + 0
    sorted(values, n)
    median = n % 2 ? values[(n + 1) / 2] : (values[n / 2] + values[n / 2 + 1]) / 2
    spread = n > 1 ? shown(values[1]) "–" shown(values[n]) : "one run"
    change = (rows[key] SUBSEP names[key]) in before ? shown(before[rows[key], names[key]] + 0) : ""
    mark = missed(reaches[key], median) ? " ✗" : reaches[key] == "-" ? "" : " ✓"
    # the dash between smallest and largest is three bytes and one column wide
    printf "%-8s %-60s %10s %-9s %-*s %-*s %s\n", rows[key], names[key], shown(median), units[key], 17 + (n > 1 ? 2 : 0), spread, 8 + (mark != "" ? 2 : 0), (reaches[key] == "-" ? "" : reaches[key]) mark, change
    printf "%s\n    {\"row\": %s, \"figure\": %s, \"unit\": %s, \"median\": %s, \"smallest\": %s, \"largest\": %s, \"runs\": %d, \"reach\": %s}", (i > 1 ? "," : ""), quoted(rows[key]), quoted(names[key]), quoted(units[key]), median, values[1], values[n], n, (reaches[key] == "-" ? "null" : quoted(reaches[key])) > json
  }
  print "\n  ]\n}" > json
}

function gensub_stamp(path) { sub(/.*\//, "", path); sub(/\.json$/, "", path); return path }
