package io.sylion.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** An enum is text in the database, with a check that lists its constants: a new constant needs a migration, and this says so. */
class EnumColumnIT extends DatabaseTest {
    private static final Pattern LITERAL = Pattern.compile("'([^']+)'::");

    @TestFactory
    Stream<DynamicTest> everyEnumIsCheckedByTheDatabase() {
        return entities()
                .flatMap(entity -> Arrays.stream(entity.getDeclaredFields())
                        .filter(field -> field.getType().isEnum())
                        .map(field -> DynamicTest.dynamicTest(
                                entity.getSimpleName() + "." + field.getName(), () -> check(entity, field))));
    }

    private static void check(Class<?> entity, Field field) throws SQLException {
        assertThat(field.getAnnotation(Enumerated.class)).isNotNull();
        assertThat(field.getAnnotation(Enumerated.class).value()).isEqualTo(EnumType.STRING);
        Column column = field.getAnnotation(Column.class);
        String name = column == null || column.name().isEmpty() ? field.getName() : column.name();
        List<String> constants = Arrays.stream(field.getType().getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        assertThat(allowed(entity.getAnnotation(Table.class).name(), name))
                .as("values that the check of %s allows", name)
                .containsExactlyInAnyOrderElementsOf(constants);
    }

    private static List<String> allowed(String table, String column) throws SQLException {
        try (Connection connection = connect("APP")) {
            return SchemaTable.strings(connection, """
                            select pg_get_constraintdef(c.oid) from pg_constraint c
                            join pg_attribute a on a.attrelid = c.conrelid and c.conkey = array[a.attnum]
                            where c.contype = 'c' and c.conrelid = ?::regclass and a.attname = ?""", table, column).stream()
                    .flatMap(check -> LITERAL.matcher(check).results().map(MatchResult::group))
                    .map(literal -> literal.substring(1, literal.indexOf("'::")))
                    .toList();
        }
    }

    private static Stream<? extends Class<?>> entities() {
        return unit().getMetamodel().getEntities().stream().map(type -> type.getJavaType());
    }
}
