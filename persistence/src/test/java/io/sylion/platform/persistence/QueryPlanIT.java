package io.sylion.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.sylion.assistant.domain.AssistantRepository;
import io.sylion.channel.domain.ChannelProvider;
import io.sylion.channel.domain.ChannelRepository;
import io.sylion.channel.domain.InboundEventRepository;
import io.sylion.contact.domain.ContactRepository;
import io.sylion.control.domain.SwitchRepository;
import io.sylion.conversation.domain.ConversationFilter;
import io.sylion.conversation.domain.ConversationQuery;
import io.sylion.conversation.domain.ConversationRepository;
import io.sylion.conversation.domain.ConversationSummary;
import io.sylion.conversation.domain.ConversationSweepRepository;
import io.sylion.conversation.domain.MessageDetails;
import io.sylion.conversation.domain.MessageRepository;
import io.sylion.decision.domain.DecisionQuery;
import io.sylion.decision.domain.DecisionRepository;
import io.sylion.decision.domain.DecisionSearchRepository;
import io.sylion.decision.domain.Verdict;
import io.sylion.governance.domain.AuditRepository;
import io.sylion.knowledge.domain.DocumentRepository;
import io.sylion.knowledge.domain.DocumentShelf;
import io.sylion.knowledge.domain.KnowledgeBaseRepository;
import io.sylion.knowledge.domain.KnowledgeSweepRepository;
import io.sylion.knowledge.domain.PassagePlace;
import io.sylion.knowledge.domain.PassageRepository;
import io.sylion.knowledge.domain.SearchScope;
import io.sylion.knowledge.domain.SparseVector;
import io.sylion.knowledge.domain.VectorModel;
import io.sylion.knowledge.domain.VectorRepository;
import io.sylion.learning.domain.GapRepository;
import io.sylion.learning.domain.GapState;
import io.sylion.learning.domain.MarkedAnswerRepository;
import io.sylion.learning.domain.NewQuestion;
import io.sylion.tenant.domain.TenantScope;
import io.sylion.triage.domain.PastMessageRepository;
import io.sylion.usage.domain.PlanRepository;
import io.sylion.usage.domain.QuotaMetric;
import io.sylion.usage.domain.QuotaRepository;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * No query on which a customer or a member waits, and none that a timer repeats, may read a whole table or sort one: the code of
 * the repositories itself runs here, and its statements are explained with what they were given.
 */
class QueryPlanIT extends DatabaseTest {
    /** Rows that grow with tenants, and plans of the installation: read as a whole they are one page or two. */
    private static final Set<String> SMALL = Set.of(
            "tenant_tenant",
            "channel_channel",
            "control_switch",
            "assistant_assistant",
            "assistant_binding",
            "knowledge_base",
            "knowledge_model",
            "usage_plan",
            "usage_plan_limit",
            "usage_subscription");

    /** A page of the inbox reads four tables for each row, and some rows in vain. */
    private static final int FEW = 400;

    private static final int NEWEST = 1_100;
    private static final Instant NOW = Instant.now();
    private static final UUID NEW = Ids.next();

    /** As the script made them. */
    private static final VectorModel SERVING = new VectorModel(8, "plan", "plan", 8, 0.45);

    private static final VectorModel NEXT = new VectorModel(9, "plan", "next", 8, 0.45);

    private static EntityManagerFactory unit;
    private static PlanRecorder recorder;
    private static TenantScope mixed;
    private static TenantScope allClosed;
    private static TenantScope allQuiet;
    private static UUID channel;
    private static ConversationSummary open;
    private static MessageDetails message;

    @BeforeAll
    static void fill() throws SQLException {
        PlanSchema.make();
        unit = Persistence.createEntityManagerFactory(
                "sylion",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "hibernate.type.json_format_mapper",
                        new TextAsItIs(),
                        "hibernate.multi_tenant_connection_provider",
                        new Recorded()));
        mixed = PlanSchema.tenant(0);
        allClosed = PlanSchema.tenant(1);
        allQuiet = PlanSchema.tenant(2);
        channel = PlanSchema.id("channel", 0);
        record(mixed, entities -> {
            open = page(entities, ConversationFilter.ALL, null, null).getLast();
            message = with(MessageRepository.class, entities)
                    .thread(open.id(), null, 50)
                    .getFirst();
        });
    }

    @AfterAll
    static void forget() throws SQLException {
        if (unit != null) {
            unit.close();
            PlanSchema.drop();
        }
    }

    @TestFactory
    Stream<DynamicTest> pagesOfTheInbox() {
        return Arrays.stream(ConversationFilter.values())
                .flatMap(filter -> Stream.of(
                        list(filter + ", first", mixed, e -> page(e, filter, null, null)),
                        list(filter + ", next", mixed, e -> page(e, filter, null, open)),
                        list(filter + ", all closed", allClosed, e -> page(e, filter, null, null)),
                        list(filter + ", nothing to look at", allQuiet, e -> page(e, filter, null, null))));
    }

    /** Words are looked for row by row, newest first, so that what nobody has costs a look at the whole list, of one tenant. */
    @TestFactory
    Stream<DynamicTest> searchesOfTheInbox() {
        Stream<DynamicTest> few = Arrays.stream(ConversationFilter.values())
                .map(filter ->
                        look(filter + ", what few have", mixed, 10_000, e -> page(e, filter, "Martin 11000", null)));
        return Stream.concat(
                Stream.of(list("what many have", mixed, e -> page(e, ConversationFilter.ALL, "camille", null))), few);
    }

    @TestFactory
    Stream<DynamicTest> theRestOfTheInbox() {
        return Stream.of(
                look(
                        "counts",
                        mixed,
                        NEWEST,
                        e -> with(ConversationRepository.class, e).counts(open.id())),
                look(
                        "counts, all closed",
                        allClosed,
                        FEW,
                        e -> with(ConversationRepository.class, e).counts(null)),
                look(
                        "one conversation",
                        mixed,
                        FEW,
                        e -> with(ConversationRepository.class, e).summary(open.id())),
                look(
                        "seen",
                        mixed,
                        FEW,
                        e -> with(ConversationRepository.class, e).see(open.id())),
                look("thread", mixed, FEW, e -> messages(e).thread(open.id(), null, 50)),
                look("thread, earlier", mixed, FEW, e -> messages(e).thread(open.id(), message.id(), 50)),
                look("one message", mixed, FEW, e -> messages(e).details(message.id())),
                look("a message's file", mixed, FEW, e -> messages(e).mediaOf(message.id())),
                look("deliveries", mixed, FEW, e -> messages(e).deliveries(message.id())),
                look("decisions of a thread", mixed, FEW, e -> decisions(e).all(List.of(NEW, message.id()))),
                look("a decision", mixed, FEW, e -> decisions(e).details(NEW)),
                look(
                        "messages to try rules on",
                        mixed,
                        2_500,
                        e -> with(PastMessageRepository.class, e).newest(500)),
                list("decisions", mixed, e -> search(e).page(decisions(null, 50))),
                look("decisions, what nobody has", mixed, 60_000, e -> search(e).page(decisions("nothing", 50))),
                look("models and reasons of decisions", mixed, 60_000, e -> {
                    search(e).models(Instant.EPOCH);
                    search(e).reasons(Instant.EPOCH);
                }),
                look("verdicts", mixed, FEW, e -> {
                    search(e).verdicts(Instant.EPOCH);
                    search(e).verdict(NEW);
                    search(e).mark(NEW, Verdict.RIGHT, NEW, NOW);
                }),
                look(
                        "answers found right",
                        mixed,
                        FEW,
                        e -> with(MarkedAnswerRepository.class, e).right(Instant.EPOCH, 500)),
                look("decision of a message", mixed, FEW, e -> decisions(e).ofMessage(message.id())),
                look("newest decision", mixed, FEW, e -> decisions(e).newest(open.id())),
                look(
                        "contact",
                        mixed,
                        FEW,
                        e -> with(ContactRepository.class, e).details(open.contactId())),
                look("switches", mixed, FEW, e -> {
                    with(SwitchRepository.class, e).ofTenant();
                    with(SwitchRepository.class, e).ofChannels();
                }),
                look(
                        "events of a channel",
                        mixed,
                        FEW,
                        e -> with(InboundEventRepository.class, e).newest(channel, 50)),
                look("audit", mixed, FEW, e -> with(AuditRepository.class, e).latest("control-changed", 20)),
                look(
                        "channels",
                        mixed,
                        FEW,
                        e -> with(ChannelRepository.class, e).all()));
    }

    @TestFactory
    Stream<DynamicTest> whatComesIn() {
        return Stream.of(
                look("event", mixed, FEW, e -> {
                    with(InboundEventRepository.class, e).add(channel, "new", "MESSAGE", NOW, "APPLIED", null);
                    with(InboundEventRepository.class, e).park(channel, "new");
                }),
                look(
                        "contact of a number",
                        mixed,
                        FEW,
                        e -> with(ContactRepository.class, e).find(null, "33600000000")),
                look(
                        "contact of an id",
                        mixed,
                        FEW,
                        e -> with(ContactRepository.class, e).find("FR.1", "33600000000")),
                look(
                        "name of a contact",
                        mixed,
                        FEW,
                        e -> with(ContactRepository.class, e).name(open.contactId(), "Zoé")),
                look(
                        "open conversation",
                        mixed,
                        FEW,
                        e -> with(ConversationRepository.class, e).lockOpen(channel, open.contactId())),
                look(
                        "conversation",
                        mixed,
                        FEW,
                        e -> with(ConversationRepository.class, e).lock(open.id())),
                look("message", mixed, FEW, e -> messages(e).find(message.id())),
                look("key of a message", mixed, FEW, e -> {
                    messages(e).tie(channel, "new", NEW);
                    messages(e).idOf(channel, "wamid.0");
                }),
                look("key of a client", mixed, FEW, e -> messages(e).claimClientKey("client-0", NEW)),
                look(
                        "delivery",
                        mixed,
                        FEW,
                        e -> messages(e).addDelivery(message.id(), "failed", NOW, null, null, null)),
                look("reaction", mixed, FEW, e -> {
                    messages(e).react(message.id(), "👍", NOW);
                    messages(e).react(message.id(), null, NOW);
                }),
                look(
                        "event of an unknown message",
                        mixed,
                        FEW,
                        e -> messages(e).park(channel, "new", "wamid.new", "{}", NOW)));
    }

    @TestFactory
    Stream<DynamicTest> whatGoesOut() {
        return Stream.of(
                look(
                        "channel of a number",
                        mixed,
                        FEW,
                        e -> with(ChannelRepository.class, e).ofNumber(ChannelProvider.CLOUD_API, "number-0")),
                look("switch", mixed, FEW, e -> with(SwitchRepository.class, e).allows(channel)),
                look(
                        "assistant",
                        mixed,
                        FEW,
                        e -> with(AssistantRepository.class, e).boundTo(channel)),
                look("answered", mixed, FEW, e -> messages(e).isAnswered(open.id(), message.id())),
                look("history", mixed, FEW, e -> messages(e).history(open.id(), 20)),
                look("outgoing", mixed, FEW, e -> {
                    messages(e).outgoing(open.id());
                    messages(e).hasOutgoing(open.id());
                }),
                look("earlier decisions", mixed, FEW, e -> decisions(e).supersede(open.id(), message.id(), NOW)),
                look("plan", mixed, FEW, e -> with(PlanRepository.class, e).subscription()),
                look("meters", mixed, FEW, e -> quotas(e).meters(NOW)),
                look("month", mixed, FEW, e -> quotas(e).openMonth(NOW)),
                look("quota", mixed, FEW, e -> {
                    quotas(e).hasRoom(QuotaMetric.AI_REPLIES, NOW);
                    quotas(e).use(QuotaMetric.AI_REPLIES, 1, "new", NOW);
                    quotas(e).giveBack(QuotaMetric.AI_REPLIES, "new");
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsKnown() {
        List<UUID> bases = List.of(PlanSchema.id("base", 1));
        SearchScope where = new SearchScope(bases, null);
        UUID document = PlanSchema.id("document", 1_000);
        float[] question = {1, 0, 0, 0, 0, 0, 0, 0};
        return Stream.of(
                look("terms", mixed, 1_000, e -> passages(e).counts(bases, List.of(7, 8))),
                look(
                        "by terms",
                        PlanSchema.tenant(1),
                        1_000,
                        e -> passages(e)
                                .findByTerms(
                                        where, SparseVector.of(Map.of(7, 1f)), SparseVector.of(Map.of(7, 1f)), 20)),
                look(
                        "around a hit",
                        PlanSchema.tenant(1),
                        FEW,
                        e -> passages(e).around(List.of(new PassagePlace(PlanSchema.id("document", 1_000), 1)))),
                look(
                        "by meaning",
                        PlanSchema.tenant(1),
                        1_000,
                        e -> vectors(e).findByMeaning(where, SERVING, question, 20)),
                // so few are sorted at less cost; with many more it is the model's own index that must be possible
                // the tenant's thousand documents may be read beside it, once
                look("by meaning, through the index", mixed, 2_000, e -> {
                    e.createNativeQuery("select set_config('enable_sort', 'off', true)")
                            .getResultList();
                    vectors(e)
                            .findByMeaning(
                                    new SearchScope(List.of(PlanSchema.id("base", 0)), null), SERVING, question, 20);
                }),
                look(
                        "models of bases",
                        mixed,
                        FEW,
                        e -> with(KnowledgeBaseRepository.class, e).served(bases)),
                look("passages without vector", mixed, FEW, e -> vectors(e).missing(document, 1, NEXT, 50)),
                look(
                        "passages of a base without vector",
                        PlanSchema.tenant(1),
                        2_000,
                        e -> vectors(e).missingInBase(bases.getFirst(), new UUID(0, 0), NEXT, 16)),
                look(
                        "vectors of a former model",
                        PlanSchema.tenant(1),
                        1_000,
                        e -> vectors(e).forgetOthers(bases.getFirst(), NEXT, 100)),
                look("progress of a base", PlanSchema.tenant(1), 1_000, e -> {
                    with(KnowledgeBaseRepository.class, e).progress(bases.getFirst(), NEXT);
                    vectors(e).progress(bases.getFirst(), NEXT);
                }),
                look(
                        "documents of a base",
                        PlanSchema.tenant(1),
                        FEW,
                        e -> with(DocumentRepository.class, e).ofBase(bases.getFirst())),
                look(
                        "documents of a base, in full",
                        PlanSchema.tenant(1),
                        FEW,
                        e -> with(DocumentRepository.class, e)
                                .details(bases.getFirst(), DocumentShelf.ALL, Instant.EPOCH, 0, 100)),
                look(
                        "counts of a base's documents",
                        PlanSchema.tenant(1),
                        FEW,
                        e -> with(DocumentRepository.class, e).counts(bases.getFirst(), Instant.EPOCH)),
                look(
                        "progress",
                        mixed,
                        FEW,
                        e -> with(DocumentRepository.class, e).progress(List.of(document))),
                look(
                        "passages of a document",
                        mixed,
                        FEW,
                        e -> with(DocumentRepository.class, e).passages(document, 0, 50)),
                look(
                        "document of a name",
                        mixed,
                        FEW,
                        e -> with(DocumentRepository.class, e).named(bases.getFirst(), "document-1")),
                look(
                        "bases",
                        PlanSchema.tenant(1),
                        1_000,
                        e -> with(KnowledgeBaseRepository.class, e).all()));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotKnown() {
        float[] question = {1, 0, 0, 0, 0, 0, 0, 0};
        NewQuestion asked = new NewQuestion(
                open.id(),
                NEW,
                channel,
                NEW,
                List.of(),
                "Ourlets ?",
                "fr",
                List.of(),
                NOW,
                "",
                null,
                null,
                "plan",
                question);
        return Stream.of(
                look("gaps to compare with", mixed, NEWEST, e -> gaps(e).leaders("plan", question, 500)),
                look("gaps", mixed, FEW, e -> gaps(e).page(GapState.OPEN, 100)),
                look("gaps, none", allQuiet, FEW, e -> gaps(e).page(GapState.DISMISSED, 100)),
                look("counts", PlanSchema.tenant(1), 2_500, e -> gaps(e).counts()),
                look("kept", mixed, FEW, e -> gaps(e).isKept(NEW)),
                look("gap of an article", mixed, FEW, e -> gaps(e).answeredBy(NEW)),
                look("a gap", mixed, FEW, e -> {
                    UUID gap = gaps(e).page(GapState.OPEN, 1).getFirst().id();
                    gaps(e).details(gap);
                    gaps(e).questions(gap, 50);
                    gaps(e).unanswered(gap, 50);
                    gaps(e).forgetAnswers(gap);
                    gaps(e).addQuestion(gap, asked, NOW);
                    gaps(e).markAnswered(List.of(NEW), NOW);
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatTimersAndTheOperatorAsk() {
        ConversationSweepRepository conversations = new ConversationSweepRepository();
        KnowledgeSweepRepository documents = new KnowledgeSweepRepository();
        OperatorDatabase database = new OperatorDatabase();
        database.dataSource = asDataSource();
        set(conversations, OperatorDatabase.class, database);
        set(documents, OperatorDatabase.class, database);
        return Stream.of(
                ask("replies", () -> conversations.repliesDueBefore(NOW)),
                ask("sends", () -> conversations.sendsDueBefore(NOW)),
                ask("sends under way", () -> conversations.sendsUnderWayBefore(NOW)),
                ask("files", () -> conversations.mediaAskedBefore(NOW)),
                ask("sends whose outcome nobody knows", () -> conversations.unknownSends(row -> row.getLong(2))),
                ask("late documents", () -> documents.late(NOW, NOW, row -> row.getInt(3))),
                ask("pages to read again", () -> documents.pagesDue(NOW, row -> row.getInt(3))),
                ask("objects to remove", () -> documents.removalsDue(NOW, row -> row.getObject(2))),
                ask("bases of another model", () -> documents.renewalsDue(NEXT.id(), NOW, row -> row.getObject(2))));
    }

    /** Read in the order of an index: nothing is sorted, and few rows are read in vain. */
    private static DynamicTest list(String name, TenantScope scope, Consumer<EntityManager> work) {
        return dynamicTest(name, () -> {
            record(scope, work);
            check(FEW);
            assertThat(recorder.plans())
                    .allSatisfy(
                            plan -> assertThat(plan.sorts()).as(plan.toString()).isEmpty());
        });
    }

    private static DynamicTest look(String name, TenantScope scope, int mostRows, Consumer<EntityManager> work) {
        return dynamicTest(name, () -> {
            record(scope, work);
            check(mostRows);
        });
    }

    private static DynamicTest ask(String name, Runnable work) {
        return dynamicTest(name, () -> {
            recorder = new PlanRecorder();
            work.run();
            check(1_000);
        });
    }

    private static void check(int mostRows) {
        assertThat(recorder.plans()).isNotEmpty().allSatisfy(plan -> {
            assertThat(plan.scans())
                    .filteredOn(scan -> !SMALL.contains(scan.table()))
                    .as(plan.toString())
                    .isEmpty();
            assertThat(plan.rowsRead()).as(plan.toString()).isLessThanOrEqualTo(mostRows);
        });
    }

    /** Runs the work in a transaction of the tenant, which is taken back. */
    private static void record(TenantScope scope, Consumer<EntityManager> work) {
        recorder = new PlanRecorder();
        TenantScope.run(scope, () -> {
            try (EntityManager entities = unit.createEntityManager()) {
                entities.getTransaction().begin();
                try {
                    work.accept(entities);
                    entities.flush();
                } finally {
                    entities.getTransaction().rollback();
                }
            }
        });
    }

    private static List<ConversationSummary> page(
            EntityManager entities, ConversationFilter filter, String search, ConversationSummary before) {
        return with(ConversationRepository.class, entities)
                .page(new ConversationQuery(
                        filter,
                        PlanSchema.id("person", 0),
                        search,
                        before == null ? null : before.lastActivityAt(),
                        before == null ? null : before.id(),
                        20));
    }

    private static MessageRepository messages(EntityManager entities) {
        return with(MessageRepository.class, entities);
    }

    private static DecisionSearchRepository search(EntityManager entities) {
        return with(DecisionSearchRepository.class, entities);
    }

    private static DecisionQuery decisions(String reason, int limit) {
        return new DecisionQuery(Instant.EPOCH, null, reason, null, null, null, null, null, null, null, null, limit);
    }

    private static GapRepository gaps(EntityManager entities) {
        return with(GapRepository.class, entities);
    }

    private static DecisionRepository decisions(EntityManager entities) {
        return with(DecisionRepository.class, entities);
    }

    private static QuotaRepository quotas(EntityManager entities) {
        return with(QuotaRepository.class, entities);
    }

    private static VectorRepository vectors(EntityManager entities) {
        return with(VectorRepository.class, entities);
    }

    private static PassageRepository passages(EntityManager entities) {
        return with(PassageRepository.class, entities);
    }

    /** A repository as the server makes it. */
    private static <T> T with(Class<T> repository, EntityManager entities) {
        try {
            T made = repository.getConstructor().newInstance();
            set(made, EntityManager.class, entities);
            return made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Object target, Class<?> type, Object value) {
        try {
            for (Field field : target.getClass().getDeclaredFields()) {
                if (field.getType() == type) {
                    field.setAccessible(true);
                    field.set(target, value);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The operator's role, each statement in a transaction that is taken back when the connection is closed. */
    private static DataSource asDataSource() {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Connection connection = connect("OPERATOR");
            connection.setAutoCommit(false);
            return recorder.around(onPlans(connection));
        };
        return (DataSource)
                Proxy.newProxyInstance(QueryPlanIT.class.getClassLoader(), new Class<?>[] {DataSource.class}, handler);
    }

    private static Connection onPlans(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path = " + PlanSchema.SEARCH_PATH);
            statement.execute("set jit = off");
        }
        return connection;
    }

    /** The product's own connections, listened to. */
    private static final class Recorded extends TenantConnectionProvider {
        @Override
        public Connection getConnection(UUID tenant) throws SQLException {
            return recorder.around(onPlans(super.getConnection(tenant)));
        }
    }
}
