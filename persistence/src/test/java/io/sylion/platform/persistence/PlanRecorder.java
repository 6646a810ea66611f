package io.sylion.platform.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Stands between the product's code and its connection: each statement is explained with the parameters it was given, by the same
 * role and behind the same wall, before it is run. What explaining changed is taken back.
 */
final class PlanRecorder {
    private static final Set<String> RUNS = Set.of("execute", "executeQuery", "executeUpdate", "executeLargeUpdate");

    private final List<Plan> plans = new ArrayList<>();

    List<Plan> plans() {
        return plans;
    }

    /** The connection must not be in auto-commit mode. */
    Connection around(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return method.getName().equals("prepareStatement")
                    ? around(connection, (String) arguments[0], (PreparedStatement) result)
                    : result;
        });
    }

    private PreparedStatement around(Connection connection, String sql, PreparedStatement statement) {
        List<Call> parameters = new ArrayList<>();
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments != null && arguments.length > 1) {
                parameters.add(new Call(method, arguments));
            }
            if (RUNS.contains(method.getName())) {
                plans.add(explain(connection, sql, parameters));
            }
            return call(statement, method, arguments);
        });
    }

    private static Plan explain(Connection connection, String sql, List<Call> parameters) throws Throwable {
        Savepoint before = connection.setSavepoint();
        try (PreparedStatement explained =
                connection.prepareStatement("explain (analyze, timing off, format json) " + sql)) {
            for (Call parameter : parameters) {
                call(explained, parameter.method(), parameter.arguments());
            }
            try (ResultSet row = explained.executeQuery()) {
                row.next();
                return Plan.read(connection, sql, row.getString(1));
            }
        } finally {
            connection.rollback(before);
        }
    }

    private record Call(Method method, Object[] arguments) {}

    private interface Handler {
        Object handle(Object proxy, Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler::handle));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
