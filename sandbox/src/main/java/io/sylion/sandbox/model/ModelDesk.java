package io.sylion.sandbox.model;

import io.sylion.sandbox.http.HttpExchanges;
import io.sylion.sandbox.state.Knobs;
import io.sylion.sandbox.state.SendLedger;
import io.sylion.sandbox.state.WireJournal;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What all model stand-ins do alike: count, write down, answer now or later, break the connection. */
public final class ModelDesk {
    private final ModelScript script;
    private final WireJournal journal;
    private final SendLedger ledger;
    private final ScheduledExecutorService timer;

    public ModelDesk(Knobs knobs, WireJournal journal, SendLedger ledger, ScheduledExecutorService timer) {
        script = new ModelScript(knobs);
        this.journal = journal;
        this.ledger = ledger;
        this.timer = timer;
    }

    ModelScript script() {
        return script;
    }

    /** Answers after the delay without keeping a thread. */
    void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            int delay,
            String kind,
            String detail,
            int status,
            String type,
            byte[] body)
            throws IOException {
        ledger.count(kind);
        if (status != 200) {
            ledger.count(kind + "_failed");
        }
        journal.add(status == 200 ? "ai" : "err", kind, detail, null, status, delay);
        if (delay <= 0) {
            HttpExchanges.write(response, status, type, body);
            return;
        }
        AsyncContext held = request.startAsync();
        held.setTimeout(delay + 60_000L);
        timer.schedule(
                () -> {
                    try {
                        HttpExchanges.write((HttpServletResponse) held.getResponse(), status, type, body);
                    } catch (IOException e) {
                        // the caller has gone
                    } finally {
                        held.complete();
                    }
                },
                delay,
                TimeUnit.MILLISECONDS);
    }

    void hold(HttpServletRequest request, String detail) {
        ledger.count("model_calls");
        ledger.count("model_calls_failed");
        journal.add("err", "model_calls", detail + ", timeout", null, 0, 0);
        HttpExchanges.hold(request);
    }

    void cut(HttpServletResponse response, String detail) {
        ledger.count("model_calls");
        ledger.count("model_calls_failed");
        journal.add("err", "model_calls", detail + ", cut", null, 0, 0);
        HttpExchanges.cut(response);
    }
}
