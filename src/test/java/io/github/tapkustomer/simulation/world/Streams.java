package io.github.tapkustomer.simulation.world;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each stream is read from, by the documentation of the API. */
public final class Streams {
  static final List<String> SEARCHED = List.of("companies", "kobjects", "notes");
  static final List<String> LISTED =
      List.of(
          "tags",
          "teams",
          "shortcuts",
          "brands",
          "satisfaction_forms",
          "queues",
          "queue_rules",
          "snoozes",
          "cards",
          "notifications",
          "role_groups",
          "kb_articles",
          "kb_categories",
          "kb_tags",
          "kb_knowledge_bases",
          "spam_senders",
          "ai_automations");
  static final List<String> KLASSES = List.of("order", "order1", "order2", "注文", "заказ");
  static final List<String> RESOURCES =
      List.of("customer", "conversation", "message", "company", "note", "user");

  /** Before the names of klasses, where these stand for the streams of their objects. */
  public static final String KLASS = "klass ";

  /** What belongs to conversations and customers. */
  static final List<String> CHILDREN =
      List.of(
          "conversation_events",
          "conversation_times",
          "conversation_handle_times",
          "attachments",
          "satisfaction_responses",
          "work_items",
          "ai_summaries",
          "customer_merges",
          "customer_sessions",
          "session_events");

  private static final Map<String, String> PARENTS =
      Map.ofEntries(
          entry("conversation_events", "conversations"),
          entry("conversation_times", "conversations"),
          entry("conversation_handle_times", "conversations"),
          entry("attachments", "conversations"),
          entry("satisfaction_responses", "conversations"),
          entry("work_items", "conversations"),
          entry("ai_summaries", "conversations"),
          entry("customer_merges", "customers"),
          entry("customer_sessions", "customers"),
          entry("session_events", "customers"),
          entry("schedule_holidays", "schedules"),
          entry("sla_versions", "slas"));

  /** The paths of lists that are not called like their streams. */
  private static final Map<String, String> PATHS =
      Map.ofEntries(
          entry("satisfaction_forms", "satisfaction"),
          entry("queues", "routing/queues"),
          entry("queue_rules", "routing/queue-rules"),
          entry("work_sessions", "routing/work-sessions"),
          entry("role_groups", "role-groups"),
          entry("outbound_accounts", "outboundAccounts"),
          entry("kb_articles", "kb/articles"),
          entry("kb_categories", "kb/categories"),
          entry("kb_tags", "kb/tags"),
          entry("kb_knowledge_bases", "kb/knowledge-bases"),
          entry("spam_senders", "spam/senders"),
          entry("ai_automations", "ai/automations"));

  /** The paths of what takes a request for each object, below the host. */
  private static final Map<String, String> PATHS_OF_OBJECTS =
      Map.ofEntries(
          entry("conversation_events", "/v1/conversations/[^/]+/events"),
          entry("conversation_times", "/v1/conversations/[^/]+/times"),
          entry("conversation_handle_times", "/v2/conversations/[^/]+/times"),
          entry("attachments", "/v1/conversations/[^/]+/attachments"),
          entry("satisfaction_responses", "/v1/satisfaction-responses/.+"),
          entry("work_items", "/v1/routing/conversations/.+"),
          entry("ai_summaries", "/v1/ai/summaries/.+"),
          entry("customer_merges", "/v1/customers/[^/]+/merges"),
          entry("customer_sessions", "/v1/customers/[^/]+/sessions"),
          entry("session_events", "/v1/customers/[^/]+/sessions.*"),
          entry("schedule_holidays", "/v1/schedules/.+"),
          entry("custom_attributes", "/v1/metadata/.+"));

  private static final Map<String, Kind> KINDS =
      Map.of(
          "work_sessions", Kind.LIST,
          "users", Kind.LIST,
          "schedules", Kind.LIST,
          "slas", Kind.LIST,
          "outbound_accounts", Kind.FULL_LIST,
          "sla_versions", Kind.INCLUDED,
          "audit_logs", Kind.AUDIT_LOG,
          "schedule_holidays", Kind.PER_OBJECT,
          "custom_attributes", Kind.METADATA);

  private Streams() {}

  /** How records are found. */
  public enum Kind {
    SEARCH,
    LIST,
    FULL_LIST,
    INCLUDED,
    PER_OBJECT,
    METADATA,
    AUDIT_LOG,
    CHILDREN
  }

  public static Kind kind(String stream) {
    if (LISTED.contains(stream)) {
      return Kind.LIST;
    }
    if (KINDS.containsKey(stream)) {
      return KINDS.get(stream);
    }
    return PARENTS.containsKey(stream) ? Kind.CHILDREN : Kind.SEARCH;
  }

  /** The stream of what its records belong to; empty where they stand alone. */
  public static String parent(String stream) {
    return PARENTS.getOrDefault(stream, "");
  }

  /** All that a simulation may read, but for the streams of klasses. */
  public static Set<String> all() {
    return Stream.of(SEARCHED, LISTED, CHILDREN, KINDS.keySet())
        .flatMap(Collection::stream)
        .collect(Collectors.toSet());
  }

  /** The path of its list, below the API's version. */
  public static String path(String stream) {
    return PATHS.getOrDefault(stream, stream);
  }

  /** The paths of the requests for each object, of a stream that takes these. */
  public static Pattern pathOfObjects(String stream) {
    return Pattern.compile(PATHS_OF_OBJECTS.get(stream));
  }

  /** The stream that a list of this path is. */
  public static String ofPath(String path) {
    return PATHS.entrySet().stream()
        .filter(entry -> entry.getValue().equals(path))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(path);
  }

  /**
   * The column that tells a stream's records apart; what the API shows without an id has another.
   */
  public static String keyColumn(String stream) {
    return stream.equals("outbound_accounts") ? "account" : "id";
  }

  /** Whether each run gives all of it. */
  public static boolean isFullTable(String stream) {
    return switch (kind(stream)) {
      case FULL_LIST, INCLUDED, PER_OBJECT, METADATA -> true;
      case SEARCH, LIST, AUDIT_LOG, CHILDREN -> false;
    };
  }

  /** Whether the API shows it by lists, not by the search index. */
  public static boolean isListed(String stream) {
    Kind kind = kind(stream);
    return kind != Kind.SEARCH && kind != Kind.CHILDREN;
  }

  /** Whether what is missing from the list has been deleted, so that a target may be told. */
  public static boolean listsWhatExists(String stream) {
    return !stream.equals("users") && !stream.equals("work_sessions");
  }

  /** The column that tells the time by which a stream is replicated. */
  public static String timeColumn(String stream) {
    return switch (kind(stream)) {
      case AUDIT_LOG -> "created_at";
      case CHILDREN ->
          (parent(stream).equals("customers") ? "customer" : "conversation") + "_updated_at";
      default -> "updated_at";
    };
  }
}
