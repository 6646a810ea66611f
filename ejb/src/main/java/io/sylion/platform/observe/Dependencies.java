package io.sylion.platform.observe;

import io.sylion.platform.ai.ModelInfo;
import io.sylion.platform.guard.Circuits;
import io.sylion.platform.storage.api.ObjectStore;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Asks what Sylion needs whether it is there: each by a small piece of real work, each bounded in time. A model or a provider that
 * rests is told of but holds nothing up: messages wait for it.
 */
@ApplicationScoped
public class Dependencies {
    private static final Logger LOG = Logger.getLogger(Dependencies.class.getName());
    private static final int LIMIT_SECONDS = 3;
    private static final String PROBE = "00000000-0000-0000-0000-000000000000/health/probe";

    @Resource(lookup = "java:/jdbc/Sylion")
    DataSource database;

    @Resource(lookup = "java:/ConnectionFactory")
    ConnectionFactory broker;

    @Resource
    ManagedExecutorService executor;

    @Inject
    ObjectStore objects;

    @Inject
    ModelInfo model;

    @Inject
    Circuits circuits;

    /** A piece of work that fails when something is missing. */
    @FunctionalInterface
    interface Probe {
        void run() throws Exception;
    }

    public List<DependencyState> all() {
        return Stream.concat(Stream.of(database(), broker(), objectStore(), model()), circuits().stream())
                .toList();
    }

    DependencyState database() {
        return ask("database", "", () -> {
            try (Connection connection = database.getConnection()) {
                if (!connection.isValid(LIMIT_SECONDS)) {
                    throw new SQLException("connection is not valid");
                }
            }
        });
    }

    DependencyState broker() {
        return ask("broker", "", () -> {
            try (JMSContext context = broker.createContext()) {
                context.getMetaData();
            }
        });
    }

    DependencyState objectStore() {
        return ask("object-store", "", () -> {
            objects.put(PROBE, new ByteArrayInputStream(new byte[] {1}), 1);
            objects.size(PROBE);
        });
    }

    /** Which model answers; whether it does is what its circuit knows. */
    DependencyState model() {
        return new DependencyState("model", true, model.provider() + " " + model.model());
    }

    List<DependencyState> circuits() {
        return circuits.resting().entrySet().stream()
                .map(each -> new DependencyState("circuit:" + each.getKey(), !each.getValue(), ""))
                .toList();
    }

    private DependencyState ask(String name, String detail, Probe probe) {
        try {
            Future<?> work = executor.submit(() -> {
                probe.run();
                return null;
            });
            try {
                work.get(LIMIT_SECONDS, TimeUnit.SECONDS);
                return new DependencyState(name, true, detail);
            } catch (TimeoutException e) {
                work.cancel(true);
                return down(name, "no answer within " + LIMIT_SECONDS + " s");
            }
        } catch (ExecutionException e) {
            return down(name, e.getCause().getClass().getSimpleName());
        } catch (RejectedExecutionException e) {
            return down(name, "the server is busy");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return down(name, "interrupted");
        }
    }

    private static DependencyState down(String name, String why) {
        LOG.log(Level.WARNING, "{0} does not answer: {1}", new Object[] {name, why});
        return new DependencyState(name, false, why);
    }
}
