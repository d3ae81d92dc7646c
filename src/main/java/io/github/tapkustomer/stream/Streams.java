package io.github.tapkustomer.stream;

import static io.github.tapkustomer.stream.Replication.FULL_TABLE;
import static io.github.tapkustomer.stream.Replication.UPDATED_AT;

import io.github.tapkustomer.stream.Endpoint.AuditLogs;
import io.github.tapkustomer.stream.Endpoint.Children;
import io.github.tapkustomer.stream.Endpoint.History;
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

  /** The roles of which one is enough to list klasses. */
  public static final List<String> KLASS_ROLES = Roles.KLASS;

  private static final Search CUSTOMER = context("customer");
  private static final Search CONVERSATION = context("conversation");

  /** The objects of all klasses. */
  private static final StreamDefinition KOBJECTS = search("kobjects", context("kobject"));

  /** Parents before what refers to them. */
  public static final List<StreamDefinition> ALL =
      List.of(
          search("customers", CUSTOMER),
          search("conversations", CONVERSATION),
          search("messages", context("message")),
          search("notes", new Search("note", "note", History.LIST)),
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
                      Pages.of("schedules", 100), "schedules/%s?include=holidays", Member.INCLUDED),
                  Roles.SCHEDULE)
              .inColumn("schedule_id"),
          list("queues", Pages.of("routing/queues", 100), Roles.QUEUE),
          full("routing_settings", Pages.of("routing/settings", 100), Roles.UNDOCUMENTED),
          new StreamDefinition(
              "work_sessions",
              Pages.of("routing/work-sessions", 100),
              Replication.UPDATED_OR_OPEN,
              Roles.WORK_SESSION),
          list("kb_articles", Pages.of("kb/articles", 100), Roles.UNDOCUMENTED),
          list("kb_categories", Pages.of("kb/categories", 100), Roles.UNDOCUMENTED),
          full("custom_attributes", new Metadata(RESOURCES), Roles.METADATA).inColumn("resource"),
          new StreamDefinition(
              "audit_logs", new AuditLogs(1000), Replication.CREATED_AT, Roles.AUDIT_LOGS),
          child("conversation_events", CONVERSATION, "conversations/%s/events", Roles.EVENT),
          child("conversation_times", CONVERSATION, "conversations/%s/times", Roles.CONVERSATION),
          child("attachments", CONVERSATION, "conversations/%s/attachments", Roles.ATTACHMENT),
          new StreamDefinition(
                  "satisfaction_responses",
                  new Children(
                      CONVERSATION,
                      "satisfaction-responses/%s",
                      Optional.of("/satisfactionLevel/formResponse")),
                  Replication.PARENT,
                  Roles.SATISFACTION_RESPONSE)
              .childOf("conversations")
              .inColumn("conversation_id"),
          child("customer_merges", CUSTOMER, "customers/%s/merges", Roles.CUSTOMER_MERGE));

  private Streams() {}

  public static Optional<StreamDefinition> find(String name) {
    return ALL.stream().filter(stream -> stream.name().equals(name)).findFirst();
  }

  /** The stream of one klass's objects, under the name that the klass gives it. */
  public static StreamDefinition ofKlass(String klass) {
    return ofKlass(KlassStreamName.of(klass), klass);
  }

  /** The same under the name that a catalog has for it. */
  public static StreamDefinition ofKlass(String name, String klass) {
    return new StreamDefinition(
        name,
        KOBJECTS.schemaName(),
        // Its attributes are called kobject_..., whichever the klass.
        new Search("kobject_" + klass, "kobject", History.ARCHIVE),
        UPDATED_AT,
        Roles.SEARCH,
        Optional.empty(),
        Optional.empty(),
        Optional.of(resourceOf(klass)),
        Optional.of(klass));
  }

  /** These streams, with one for each klass after the stream of all klasses, if that is there. */
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
   * The metadata resources whose custom attributes a stream's records carry.
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
    return new Search(context, context, History.ARCHIVE);
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

  private static StreamDefinition child(
      String name, Search parent, String path, List<String> roles) {
    String parentStream = parent.equals(CUSTOMER) ? "customers" : "conversations";
    return new StreamDefinition(
            name, new Children(parent, path, Optional.empty()), Replication.PARENT, roles)
        .childOf(parentStream)
        .inColumn(parent.context() + "_id");
  }
}
