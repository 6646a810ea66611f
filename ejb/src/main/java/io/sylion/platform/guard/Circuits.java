package io.sylion.platform.guard;

import io.sylion.platform.measure.Meters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** Which providers are being left alone for a while, because they failed too often. Whoever guards one registers it here. */
@ApplicationScoped
public class Circuits {
    @Inject
    Meters meters;

    private final Map<String, BooleanSupplier> open = new ConcurrentHashMap<>();

    /**
     * Makes a circuit visible: as a gauge and to the operator.
     *
     * @param provider what it guards, a name or a host
     * @param isOpen whether the provider is left alone now
     */
    public void register(String provider, BooleanSupplier isOpen) {
        if (open.put(provider, isOpen) == null) {
            meters.gauge(
                    "sylion.platform.circuit.open",
                    open,
                    all -> all.get(provider).getAsBoolean() ? 1 : 0,
                    "provider",
                    provider);
        }
    }

    /** Each guarded provider, and whether it is left alone now. */
    public SortedMap<String, Boolean> resting() {
        SortedMap<String, Boolean> resting = new TreeMap<>();
        open.forEach((provider, isOpen) -> resting.put(provider, isOpen.getAsBoolean()));
        return resting;
    }
}
