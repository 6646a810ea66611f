package io.sylion.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabasePatienceTest {
    private final List<String> attempts = new ArrayList<>();

    /** Connection refused, connection lost, too many connections, server stopped by its administrator. */
    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53300", "57P01"})
    void workWaitsForTheDatabase(String state) {
        String done = DatabasePatience.outlast(() -> {
            attempts.add(state);
            if (attempts.size() < 3) {
                throw new EJBException(new IllegalStateException(new SQLException("away", state)));
            }
            return "done";
        });

        assertThat(done).isEqualTo("done");
        assertThat(attempts).hasSize(3);
    }

    /** The pool knows no state of its own, only a cause. */
    @Test
    void aPoolWithoutConnectionsIsADatabaseThatIsAway() {
        assertThat(DatabasePatience.isAway(
                        new EJBException(new SQLException(new IllegalStateException("no managed connection")))))
                .isTrue();
    }

    /** A broken rule or a value that does not fit will not pass. */
    @ParameterizedTest
    @ValueSource(strings = {"23505", "22001", "P0001"})
    void aFaultOfTheWorkIsThrownAtOnce(String state) {
        assertThatThrownBy(() -> DatabasePatience.outlast(() -> {
                    attempts.add(state);
                    throw new EJBException(new IllegalStateException(new SQLException("wrong", state)));
                }))
                .isInstanceOf(EJBException.class);
        assertThat(attempts).hasSize(1);
    }
}
