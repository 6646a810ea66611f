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
  if (sub(/^<= */, "", limit)) return value + 0 > limit + 0
  if (sub(/^>= */, "", limit)) return value + 0 < limit + 0
  if (sub(/^< */, "", limit)) return value + 0 >= limit + 0
  return value + 0 != limit + 0
}
# printf counts bytes and not what one sees: a dash is three bytes and one column
function wide(text, columns,    dashes) { dashes = gsub(/–/, "–", text); return sprintf("%-*s", columns + 2 * dashes, text) }

BEGIN {
  FS = "\t"
  while ((getline line < reference) > 0) {
    if (line !~ /^#/) { split(line, part, "\t"); theirs[part[1], part[2]] = part[3] }
  }
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
  printf "%-10s %-59s %10s %-9s %s %-10s %s %s\n", "row", "figure", "median", "unit", wide("smallest–largest", 17), "reach", wide("reference", 13), "last run"
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
    printf "%-10s %-59s %10s %-9s %s %-*s %s %s\n", rows[key], names[key], shown(median), units[key], wide(spread, 17), 10 + (mark != "" ? 2 : 0), (reaches[key] == "-" ? "" : reaches[key]) mark, wide(theirs[rows[key], names[key]], 13), change
    printf "%s\n    {\"row\": %s, \"figure\": %s, \"unit\": %s, \"median\": %s, \"smallest\": %s, \"largest\": %s, \"runs\": %d, \"reach\": %s, \"reference\": %s}", (i > 1 ? "," : ""), quoted(rows[key]), quoted(names[key]), quoted(units[key]), median, values[1], values[n], n, (reaches[key] == "-" ? "null" : quoted(reaches[key])), (theirs[rows[key], names[key]] != "" ? quoted(theirs[rows[key], names[key]]) : "null") > json
  }
  print "\n  ]\n}" > json
}

function gensub_stamp(path) { sub(/.*\//, "", path); sub(/\.json$/, "", path); return path }
