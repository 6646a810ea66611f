package io.sylion.sandbox.fault;

import static io.sylion.sandbox.fault.Allowance.DISORDER;
import static io.sylion.sandbox.fault.Allowance.PERSON;
import static io.sylion.sandbox.fault.Allowance.REFUSED_NEEDED;
import static io.sylion.sandbox.fault.Allowance.UNKNOWN;
import static io.sylion.sandbox.fault.Allowance.UNKNOWN_NEEDED;
import static io.sylion.sandbox.fault.FaultStep.manage;
import static io.sylion.sandbox.fault.FaultStep.sql;
import static io.sylion.sandbox.fault.FaultStep.sylion;
import static io.sylion.sandbox.fault.Trouble.lasting;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The faults, in the order in which they are run: those that need a fresh server last. */
enum Fault {
    PROVIDER_SLOW(
            "the provider takes 3 s for each message",
            FaultLoad.usual(),
            Trouble.knobs(8, "{\"sendDelayMillis\": 3000}", "{\"sendDelayMillis\": 0}")),
    PROVIDER_429(
            "the provider refuses with 429",
            FaultLoad.usual(),
            Trouble.knobs(8, "{\"sendError429\": -1, \"retryAfterSeconds\": 2}", "{\"sendError429\": 0}")),
    PROVIDER_500(
            "the provider fails with 500",
            FaultLoad.usual(),
            Trouble.knobs(8, "{\"sendError500\": -1}", "{\"sendError500\": 0}")),
    PROVIDER_RESET(
            "the provider resets connections before it answers",
            FaultLoad.usual(),
            Trouble.knobs(4, "{\"sendRefuse\": -1}", "{\"sendRefuse\": 0}"),
            UNKNOWN_NEEDED),
    PROVIDER_WRONG_JSON(
            "the provider accepts and answers with broken JSON",
            FaultLoad.usual(),
            Trouble.knobs(4, "{\"sendWrongJson\": -1}", "{\"sendWrongJson\": 0}"),
            UNKNOWN_NEEDED),
    PROVIDER_UNCONFIRMED(
            "the provider accepts, its answer is lost, no status follows",
            FaultLoad.usual(),
            Trouble.knobs(4, "{\"sendCut\": -1}", "{\"sendCut\": 0}"),
            UNKNOWN_NEEDED),
    MODEL_SLOW(
            "the model takes 3 s for each answer",
            FaultLoad.usual(),
            Trouble.knobs(8, "{\"modelDelayMillis\": 3000}", "{\"modelDelayMillis\": 0}")),
    MODEL_DOWN(
            "the model answers with 503",
            FaultLoad.onceEach(),
            Trouble.knobs(8, "{\"model503\": -1}", "{\"model503\": 0}").tidiedBy(FaultGround::waitForModel)),
    MODEL_MALFORMED(
            "the model's JSON breaks off",
            FaultLoad.onceEach(),
            Trouble.knobs(8, "{\"modelMalformed\": -1}", "{\"modelMalformed\": 0}")
                    .tidiedBy(FaultGround::waitForModel)),
    WEBHOOKS_TWICE(
            "each webhook comes three times, twice at once", FaultLoad.usual().with("--twice"), Trouble.NONE),
    WEBHOOKS_REORDERED(
            "a customer's second message comes before the first",
            FaultLoad.usual().with("--swapped"),
            Trouble.NONE),
    WEBHOOKS_LATE(
            "messages come 23 hours after they were written", FaultLoad.usual().with("--age", "82800"), Trouble.NONE),
    WEBHOOKS_TOO_LATE(
            "messages come 25 hours after they were written: the window is closed",
            FaultLoad.onceEach().with("--age", "90000"),
            Trouble.NONE,
            PERSON),
    CONNECTIONS_EXHAUSTED(
            "the database gives the application one connection",
            FaultLoad.usual(),
            lasting(
                    8,
                    sql("ALTER ROLE sylion_app CONNECTION LIMIT 1")
                            .then(sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                    + " WHERE usename = 'sylion_app'")),
                    sql("ALTER ROLE sylion_app CONNECTION LIMIT -1")),
            UNKNOWN),
    BROKER_PAGING(
            "the broker's memory for incoming messages is full: they go to disk",
            FaultLoad.usual(),
            lasting(
                            5,
                            manage(
                                    FaultGround.INBOUND_SETTING + "max-size-bytes,value=20000)",
                                    FaultGround.INBOUND_SETTING + "page-size-bytes,value=10000)",
                                    FaultGround.INBOUND_QUEUE + ":pause"),
                            FaultGround::proveThatPagesExist)
                    .tidiedBy(manage(
                            FaultGround.INBOUND_SETTING + "page-size-bytes,value=2097152)",
                            FaultGround.INBOUND_SETTING + "max-size-bytes,value=16777216)"))),
    JOURNAL_DISK_FULL(
            "the disk of the broker's journal is 97 % full",
            FaultLoad.usual(),
            lasting(20, FaultGround::fillDisk, FaultGround::freeDisk).tidiedBy(FaultGround::freeDisk),
            REFUSED_NEEDED,
            UNKNOWN),
    CALM("nothing: the usual latency of the tenants without trouble", FaultLoad.ofOneTenant(90, 30, 6), Trouble.NONE),
    BATCH("1,000 messages of one tenant's customers in one post", FaultLoad.inOnePost(1000, 200), Trouble.NONE),
    FLOOD(
            "one tenant gets 1,000 messages as fast as they are taken",
            FaultLoad.ofOneTenant(1000, 200, 0),
            Trouble.NONE),
    POISON(
            "the third of a customer's five messages cannot be stored; put aside, mended and replayed",
            FaultLoad.ofOneTenant(75, 15, 6),
            lasting(9, FaultStep.NONE, FaultGround::replayPoison)
                    .preparedBy(manage(FaultGround.INBOUND_SETTING + "redelivery-delay,value=100)")
                            .then(FaultGround::poison))
                    .tidiedBy(sql("DROP TRIGGER IF EXISTS fault_poison ON conversation_message")
                            .then(manage(FaultGround.INBOUND_SETTING + "redelivery-delay,value=2000)"))),
            DISORDER),
    DATABASE_KILLED(
            "kill -9 of all processes of PostgreSQL, started again after 4 s",
            FaultLoad.usual(),
            lasting(4, sylion("db", "kill"), sylion("db", "start")),
            UNKNOWN),
    REDEPLOY(
            "the application is deployed anew",
            FaultLoad.usual(),
            lasting(0, FaultStep.NONE, manage("/deployment=sylion.ear:redeploy")),
            UNKNOWN),
    SERVER_KILLED(
            "kill -9 of the server, started again after a second",
            FaultLoad.usual(),
            lasting(1, sylion("server", "kill"), sylion("server", "start")),
            UNKNOWN),
    BOTH_KILLED(
            "kill -9 of server and database, both started again after a second",
            FaultLoad.usual(),
            lasting(
                    1,
                    sylion("server", "kill").then(sylion("db", "kill")),
                    sylion("db", "start").then(sylion("server", "start"))),
            UNKNOWN),
    CLOCK_JUMP(
            "the server's clock jumps an hour ahead and after 6 s back",
            FaultLoad.usual(),
            lasting(6, ground -> ground.clock(3600), ground -> ground.clock(0))
                    .preparedBy(FaultGround::restartWithClock)
                    .tidiedBy(sylion("server", "stop").then(sylion("server", "start"))));

    private final String what;
    private final FaultLoad load;
    private final Trouble trouble;
    private final Set<Allowance> allowed;

    Fault(String what, FaultLoad load, Trouble trouble, Allowance... allowed) {
        this.what = what;
        this.load = load;
        this.trouble = trouble;
        this.allowed = EnumSet.noneOf(Allowance.class);
        this.allowed.addAll(List.of(allowed));
    }

    /** As it is named on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Fault of(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown fault: " + word));
    }

    String what() {
        return what;
    }

    FaultLoad load() {
        return load;
    }

    Trouble trouble() {
        return trouble;
    }

    boolean allows(Allowance what) {
        return allowed.contains(what);
    }
}
