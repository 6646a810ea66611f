package io.sylion.platform.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * A regular expression that a tenant wrote. It runs in time that grows with the text alone (RE2/J), so that none can hold up the
 * server; it is without accents, as the text must be, and minds no case.
 */
public final class SafePattern {
    public static final int LONGEST = 300;

    /** Steps of the compiled pattern: each letter of a text is tried against all of them. */
    private static final int LARGEST = 2_000;

    /** Repetitions are written out when a pattern is compiled, nested ones multiply. */
    private static final java.util.regex.Pattern REPETITION = java.util.regex.Pattern.compile("\\{(\\d+),?(\\d*)}");

    private final Pattern pattern;

    private SafePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws PatternRefused when it is no regular expression, or too large a one */
    public static SafePattern of(String words) {
        if (words.length() > LONGEST || repetitions(words) > LARGEST) {
            throw new PatternRefused(PatternRefused.Reason.TOO_LARGE, words);
        }
        try {
            Pattern compiled = Pattern.compile(Language.withoutAccents(words), Pattern.CASE_INSENSITIVE);
            if (compiled.programSize() > LARGEST) {
                throw new PatternRefused(PatternRefused.Reason.TOO_LARGE, words);
            }
            if (compiled.matches("")) {
                throw new PatternRefused(PatternRefused.Reason.MATCHES_NOTHING_SAID, words);
            }
            return new SafePattern(compiled);
        } catch (PatternSyntaxException e) {
            throw new PatternRefused(
                    PatternRefused.Reason.NOT_UNDERSTOOD, e.getPattern() == null ? words : e.getPattern());
        }
    }

    private static long repetitions(String words) {
        long product = 1;
        java.util.regex.Matcher matcher = REPETITION.matcher(words);
        while (matcher.find() && product <= LARGEST) {
            String most = matcher.group(2).isEmpty() ? matcher.group(1) : matcher.group(2);
            product *= most.length() > 4 ? LARGEST + 1 : Math.max(1, Integer.parseInt(most));
        }
        return product;
    }

    /** What it finds first in a text without accents. */
    public Optional<String> in(String folded) {
        Matcher matcher = pattern.matcher(folded);
        return matcher.find() && matcher.end() > matcher.start() ? Optional.of(matcher.group()) : Optional.empty();
    }

    public int size() {
        return pattern.programSize();
    }
}
