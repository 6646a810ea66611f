package io.sylion.platform.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** Which providers are being left alone for a while, because they failed too often. Whoever guards one registers it here. */
@ApplicationScoped
public class Circuits {
    @Inject
    MeterRegistry meters;

    private final Map<String, BooleanSupplier> open = new ConcurrentHashMap<>();

    /**
     * Makes a circuit visible: as a gauge and to the operator.
     *
     * @param provider what it guards, a name or a host
     * @param isOpen whether the provider is left alone now
     */
    public void register(String provider, BooleanSupplier isOpen) {
        if (open.put(provider, isOpen) == null) {
            Gauge.builder(
                            "sylion.platform.circuit.open",
                            open,
                            all -> all.get(provider).getAsBoolean() ? 1 : 0)
                    .tag("provider", provider)
                    .register(meters);
        }
    }

    List<DependencyState> states() {
        return new TreeMap<>(open)
                .entrySet().stream()
                        .map(each -> {
                            boolean resting = each.getValue().getAsBoolean();
                            return new DependencyState("circuit:" + each.getKey(), !resting, "");
                        })
                        .toList();
    }
}
