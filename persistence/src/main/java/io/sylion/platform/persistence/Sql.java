package io.sylion.platform.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One statement with named parameters ({@code :name}), taken apart once. Several of them go to the database together, see
 * {@link TenantDatabase}. {@code :tenant} is the bound tenant and set by the database itself.
 */
public final class Sql {
    private static final Pattern NAME = Pattern.compile("(?<![:\\w]):([a-zA-Z]\\w*)");

    private final String text;
    private final List<String> names;

    private Sql(String text, List<String> names) {
        this.text = text;
        this.names = names;
    }

    /** A single statement, without a semicolon. */
    public static Sql of(String named) {
        Matcher matcher = NAME.matcher(named);
        List<String> names = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            names.add(matcher.group(1));
            matcher.appendReplacement(text, "?");
        }
        return new Sql(matcher.appendTail(text).toString(), List.copyOf(names));
    }

    /** The statement with its first value; the others follow. */
    public BoundSql with(String name, Object value) {
        return new BoundSql(this).with(name, value);
    }

    String text() {
        return text;
    }

    /** The parameters in the order of the marks; a name may stand several times. */
    List<String> names() {
        return names;
    }
}
