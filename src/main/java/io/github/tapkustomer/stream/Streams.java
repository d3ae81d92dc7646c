package io.github.tapkustomer.stream;

import static io.github.tapkustomer.stream.Replication.FULL_TABLE;
import static io.github.tapkustomer.stream.Replication.UPDATED_AT;

import io.github.tapkustomer.stream.Endpoint.AuditLogs;
import io.github.tapkustomer.stream.Endpoint.Children;
import io.github.tapkustomer.stream.Endpoint.Grandchildren;
import io.github.tapkustomer.stream.Endpoint.Member;
import io.github.tapkustomer.stream.Endpoint.Metadata;
import io.github.tapkustomer.stream.Endpoint.Pages;
import io.github.tapkustomer.stream.Endpoint.PerObject;
import io.github.tapkustomer.stream.Endpoint.Search;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The list of streams. To add one, add an entry here and its schema file. */
public final class Streams {
  /** The standard objects that have custom attributes. Each klass has its own. */
  public static final List<String> RESOURCES =
      List.of("customer", "conversation", "message", "company", "note", "user");

  /** All klasses; the API gives those of one status at a time. */
  public static final Pages KLASSES =
      passes("klasses", 100, "status=enabled", "status=existing_only", "status=disabled");

  /** The JSON pointer of a klass's name among its attributes. */
  public static final String KLASS_NAME = "/name";

  /** Any one of these roles is enough to list klasses. */
  public static final List<String> KLASS_ROLES = Roles.KLASS;

  private static final Search CUSTOMER = context("customer");
  private static final Search CONVERSATION = context("conversation");

  private static final String AI = "AI";
  private static final String ROUTING = "routing";

  /** The largest page of handle times that the API gives. */
  private static final int TIMES_A_PAGE = 1000;

  /** The objects of all klasses. */
  private static final StreamDefinition KOBJECTS =
      new StreamDefinition("kobjects", context("kobject"), UPDATED_AT, Roles.SEARCH);

  /** Parents before what refers to them. */
  public static final List<StreamDefinition> ALL =
      List.of(
          search("customers", CUSTOMER),
          search("conversations", CONVERSATION),
          search("messages", context("message")),
          search("notes", new Search("note", "note", Optional.of(Pages.of("notes", 100)))),
          KOBJECTS,
          search("companies", context("company")),
          // Active and deactivated users: the API gives either, never both at once.
          list("users", passes("users", 500, "deleted=false", "deleted=true"), Roles.USER)
              .withCustom("user"),
          list("teams", Pages.of("teams", 500), Roles.TEAM),
          list("tags", Pages.of("tags", 100), Roles.TAG),
          list("shortcuts", Pages.of("shortcuts", 100), Roles.SHORTCUT),
          list("brands", Pages.of("brands", 100), Roles.BRAND),
          list("klasses", KLASSES, Roles.KLASS),
          full("slas", Pages.of("slas", 100), Roles.SLA),
          full(
              "sla_versions",
              new Pages("slas", 100, List.of("versions=all"), Member.INCLUDED),
              Roles.SLA),
          list("satisfaction_forms", Pages.of("satisfaction", 100), Roles.SATISFACTION),
          list("schedules", Pages.of("schedules", 100), Roles.SCHEDULE),
          full(
                  "schedule_holidays",
                  new PerObject(
                      Pages.of("schedules", 100),
                      "/v1/schedules/%s?include=holidays",
                      Member.INCLUDED),
                  Roles.SCHEDULE)
              .inColumn("schedule_id"),
          list("queues", Pages.of("routing/queues", 100), Roles.QUEUE).ofFeature(ROUTING),
          list("queue_rules", Pages.of("routing/queue-rules", 100), Roles.QUEUE_RULE)
              .ofFeature(ROUTING)
              .onRequest(),
          full("routing_settings", Pages.of("routing/settings", 100), Roles.UNDOCUMENTED)
              .ofFeature(ROUTING),
          // Everybody's: the documentation does not say whether that is the default.
          new StreamDefinition(
                  "work_sessions",
                  passes("routing/work-sessions", 100, "user=false"),
                  Replication.UPDATED_OR_OPEN,
                  Roles.WORK_SESSION)
              .ofFeature(ROUTING),
          list("kb_articles", Pages.of("kb/articles", 100), Roles.UNDOCUMENTED),
          list("kb_categories", Pages.of("kb/categories", 100), Roles.UNDOCUMENTED),
          extra("kb_tags", "kb/tags", Roles.UNDOCUMENTED),
          extra("kb_knowledge_bases", "kb/knowledge-bases", Roles.UNDOCUMENTED),
          list("ai_automations", Pages.of("ai/automations", 100), Roles.ASSISTANT).ofFeature(AI),
          extra("snoozes", "snoozes", Roles.SNOOZE),
          extra("cards", "cards", Roles.UNDOCUMENTED),
          extra("notifications", "notifications", Roles.UNDOCUMENTED),
          extra("role_groups", "role-groups", Roles.UNDOCUMENTED),
          full("outbound_accounts", Pages.of("outboundAccounts", 100), Roles.APPS)
              .keyedBy("channel", "account")
              .onRequest(),
          extra("spam_senders", "spam/senders", Roles.SPAM),
          full("custom_attributes", new Metadata(RESOURCES), Roles.METADATA).inColumn("resource"),
          new StreamDefinition(
              "audit_logs", new AuditLogs(1000), Replication.CREATED_AT, Roles.AUDIT_LOGS),
          child("conversation_events", conversation("/v1/conversations/%s/events"), Roles.EVENT),
          // The older of two timers, in seconds; the newer one is conversation_handle_times.
          child(
              "conversation_times",
              conversation("/v1/conversations/%s/times")
                  .inPagesOf(TIMES_A_PAGE)
                  .datedBy("conversation_time_created_at"),
              Roles.CONVERSATION),
          child(
              "conversation_handle_times",
              conversation("/v2/conversations/%s/times").inPagesOf(TIMES_A_PAGE),
              Roles.CONVERSATION),
          child("attachments", conversation("/v1/conversations/%s/attachments"), Roles.ATTACHMENT),
          child(
              "satisfaction_responses",
              conversation("/v1/satisfaction-responses/%s")
                  .byKey("/satisfactionLevel/formResponse"),
              Roles.SATISFACTION_RESPONSE),
          child(
                  "work_items",
                  conversation("/v1/routing/conversations/%s/work-items"),
                  Roles.WORK_SESSION)
              .ofFeature(ROUTING),
          child("ai_summaries", conversation("/v1/ai/summaries/%s").optional(), Roles.AI_SUMMARY)
              .ofFeature(AI),
          child("customer_merges", customer("/v1/customers/%s/merges"), Roles.CUSTOMER_MERGE),
          child("customer_sessions", customer("/v1/customers/%s/sessions"), Roles.EVENT),
          of(
              "session_events",
              CUSTOMER,
              new Grandchildren(
                  CUSTOMER,
                  Pages.of("customers/%s/sessions", 100),
                  "/v1/customers/%s/sessions/%s/events"),
              Roles.EVENT));

  private Streams() {}

  public static Optional<StreamDefinition> find(String name) {
    return ALL.stream().filter(stream -> stream.name().equals(name)).findFirst();
  }

  /** The stream of one klass's objects, under the name that the klass gives it. */
  public static StreamDefinition ofKlass(String klass) {
    return ofKlass(KlassStreamName.of(klass), klass);
  }

  /** The same under the name that a catalog gives it. */
  public static StreamDefinition ofKlass(String name, String klass) {
    // Its attributes are named kobject_..., whatever the klass.
    Search objects = new Search("kobject_" + klass, "kobject", Optional.empty());
    return KOBJECTS.ofKlass(name, klass, objects, resourceOf(klass));
  }

  /**
   * These streams, with one for each klass after the stream of all klasses, if that is among them.
   */
  public static List<StreamDefinition> withKlasses(
      List<StreamDefinition> streams, List<String> klasses) {
    return streams.stream()
        .flatMap(
            stream ->
                stream.equals(KOBJECTS)
                    ? Stream.concat(Stream.of(stream), klasses.stream().map(Streams::ofKlass))
                    : Stream.of(stream))
        .toList();
  }

  /**
   * The metadata resources whose custom attributes a stream's records have.
   *
   * @param klasses all klasses of the organization
   */
  public static List<String> resourcesOf(StreamDefinition stream, List<String> klasses) {
    return stream.equals(KOBJECTS)
        ? klasses.stream().map(Streams::resourceOf).toList()
        : stream.resource().stream().toList();
  }

  /** The metadata resource of a klass. */
  public static String resourceOf(String klass) {
    return "kobject." + klass;
  }

  private static Search context(String context) {
    return new Search(context, context, Optional.empty());
  }

  private static Pages passes(String path, int pageSize, String... passes) {
    return new Pages(path, pageSize, List.of(passes), Member.DATA);
  }

  private static StreamDefinition search(String name, Search endpoint) {
    return new StreamDefinition(name, endpoint, UPDATED_AT, Roles.SEARCH)
        .withCustom(endpoint.context());
  }

  private static StreamDefinition list(String name, Pages endpoint, List<String> roles) {
    return new StreamDefinition(name, endpoint, UPDATED_AT, roles);
  }

  private static StreamDefinition full(String name, Endpoint endpoint, List<String> roles) {
    return new StreamDefinition(name, endpoint, FULL_TABLE, roles);
  }

  /** A list that few need. */
  private static StreamDefinition extra(String name, String path, List<String> roles) {
    return list(name, Pages.of(path, 100), roles).onRequest();
  }

  private static Children conversation(String path) {
    return Children.of(CONVERSATION, path);
  }

  private static Children customer(String path) {
    return Children.of(CUSTOMER, path);
  }

  private static StreamDefinition child(String name, Children endpoint, List<String> roles) {
    return of(name, endpoint.parent(), endpoint, roles);
  }

  /** A stream of what belongs to the objects of another. */
  private static StreamDefinition of(
      String name, Search parent, Endpoint endpoint, List<String> roles) {
    String parentStream = parent.equals(CUSTOMER) ? "customers" : "conversations";
    return new StreamDefinition(name, endpoint, Replication.PARENT, roles)
        .childOf(parentStream)
        .inColumn(parent.context() + "_id");
  }
}
