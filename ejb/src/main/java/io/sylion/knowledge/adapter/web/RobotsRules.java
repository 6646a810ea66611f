package io.sylion.knowledge.adapter.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a site's {@code robots.txt} lets a visitor read, as RFC 9309 says: the longest rule that fits decides, a tie allows. */
final class RobotsRules {
    private static final int MOST_RULES = 2_000;

    private final List<Rule> rules;

    private record Rule(boolean allows, String path, Pattern pattern) {}

    private RobotsRules(List<Rule> rules) {
        this.rules = rules;
    }

    /** @param visitor our name in small letters; a group of its own goes before that of all */
    static RobotsRules of(String text, String visitor) {
        List<Rule> own = new ArrayList<>();
        List<Rule> all = new ArrayList<>();
        boolean named = false;
        boolean forUs = false;
        boolean forAll = false;
        boolean inRules = true;
        for (String line : text.lines().toList()) {
            String plain = line.replaceFirst("#.*", "").strip();
            int colon = plain.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String field = plain.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = plain.substring(colon + 1).strip();
            if (field.equals("user-agent")) {
                if (inRules) {
                    forUs = false;
                    forAll = false;
                    inRules = false;
                }
                forUs |= value.toLowerCase(Locale.ROOT).equals(visitor);
                forAll |= value.equals("*");
                named |= forUs;
            } else if (field.equals("allow") || field.equals("disallow")) {
                inRules = true;
                if (!value.isEmpty() && own.size() + all.size() < MOST_RULES) {
                    Rule rule = new Rule(field.equals("allow"), value, pattern(value));
                    if (forUs) {
                        own.add(rule);
                    }
                    if (forAll) {
                        all.add(rule);
                    }
                }
            }
        }
        return new RobotsRules(named ? own : all);
    }

    private static Pattern pattern(String path) {
        boolean whole = path.endsWith("$");
        String[] parts = (whole ? path.substring(0, path.length() - 1) : path).split("\\*+", -1);
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            if (i > 0 && whole && i == parts.length - 1) {
                regex.append(".*").append(Pattern.quote(parts[i]));
            } else {
                // each part at its first place: nothing is tried twice
                regex.append(i == 0 ? "" : "(?>.*?")
                        .append(Pattern.quote(parts[i]))
                        .append(i == 0 ? "" : ")");
            }
        }
        return Pattern.compile(regex + (whole ? "" : ".*"), Pattern.DOTALL);
    }

    /** @param path with its query */
    boolean allow(String path) {
        Rule best = null;
        for (Rule rule : rules) {
            boolean longer = best == null
                    || rule.path().length() > best.path().length()
                    || rule.path().length() == best.path().length() && rule.allows();
            if (longer && rule.pattern().matcher(path).matches()) {
                best = rule;
            }
        }
        return best == null || best.allows();
    }
}
